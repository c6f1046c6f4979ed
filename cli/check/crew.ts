import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {Input} from '../inputs.ts'
import type {Lang} from '../texts.ts'
import type {CrewAnswer, CrewData} from './crew-thread.ts'
import type {CheckRequest} from './request.ts'

/** Threads that take files from the same heap as this one. */
export interface Crew {
  /** The number of the file that this thread is to check next; more than there are when all are taken. */
  take(): number
  /** What the others have found, when they have done all that they took. One that fails leaves out some. */
  answers(): Promise<CrewAnswer[]>
  close(): void
}

/** Other threads are worth their start when so many milliseconds of work are left. */
const worthwhile = 500

/** More than so many were not measured; each takes memory of its own. */
const most = 4

/** An estimate from the first files, which take longer, would be too high. */
const enoughToJudge = 8

/** Only what is on disk can be read in another thread, and exchanges are made one file after the other. */
const canShare = ({fix}: CheckRequest, inputs: readonly Input[]): boolean =>
  fix === 'no' && inputs.every(({isOnDisk}) => isOnDisk)

export const openCrew = (request: CheckRequest, inputs: readonly Input[], lang: Lang): Crew => {
  const heap = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const threads: Worker[] = []
  const ends: Promise<void>[] = []
  const answers: CrewAnswer[] = []
  const {concurrency = Math.min(availableParallelism(), most)} = request
  const others = canShare(request, inputs) ? Math.min(concurrency, inputs.length) - 1 : 0
  const start = (): void => {
    const paths = inputs.map((input) => input.path)
    const workerData: CrewData = {paths, request, lang, heap}
    const thread = new Worker(new URL('utlys.js', import.meta.url), {
      argv: ['--crew-thread'],
      workerData,
      stdout: true,
      stderr: true,
    })
    thread.on('message', (answer: CrewAnswer) => answers.push(answer))
    thread.on('error', () => {})
    threads.push(thread)
    ends.push(new Promise((resolve) => void thread.once('exit', () => resolve())))
  }
  let first: number | undefined
  return {
    take() {
      const i = Atomics.add(heap, 0, 1)
      if (threads.length === 0 && others > 0) {
        const now = performance.now()
        first ??= now
        const left = i === 0 ? 0 : ((now - first) / i) * (inputs.length - i)
        if (request.concurrency !== undefined || (i >= enoughToJudge && left > worthwhile))
          for (let n = 0; n < others; n++) start()
      }
      return i
    },
    async answers() {
      await Promise.all(ends)
      return answers
    },
    close() {
      for (const thread of threads) void thread.terminate()
    },
  }
}
