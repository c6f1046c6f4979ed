import v8 from 'node:v8'
import vm from 'node:vm'

/** What may have been allocated since the last sweep. To sweep twice as often takes a third more time in all. */
const mostLitter = 64 * 2 ** 20

/**
 * Clears away what is done with when there is much of it. Left to itself, V8 would let the heap grow to many times of
 * what is needed, and sweep later the longer it runs.
 */
export const openSweeper = (): (() => void) => {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  const used = (): number => v8.getHeapStatistics().used_heap_size
  let kept = used()
  return () => {
    if (used() - kept < mostLitter) return
    collect()
    kept = used()
  }
}
