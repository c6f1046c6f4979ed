/** The time of their work and of ours, in milliseconds. */
export interface Pair {
  theirs: number
  ours: number
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

export const milliseconds = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Prints a line with both times in seconds and how many times theirs ours is. */
export const row = (name: string, pairs: readonly Pair[]): void => {
  const cells = [pairs.map(({theirs}) => theirs / 1000), pairs.map(({ours}) => ours / 1000)]
  const ratio = median(pairs.map(({theirs, ours}) => ours / theirs))
  const shown = cells.map((cell) => median(cell).toFixed(3).padStart(9)).join('')
  console.log(`${name.padEnd(42)}${shown}${ratio.toFixed(2).padStart(9)} ×`)
}
