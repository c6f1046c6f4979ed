import {Worker} from 'node:worker_threads'
import {BadInput} from '../../src/posting/bad-input.ts'
import type {CheckedFile, Course, Subject} from './check-file.ts'
import type {CrewAnswer, CrewData, CrewTask} from './crew-thread.ts'
import type {CheckRequest} from './request.ts'

/** Threads that check files beside this one. */
export interface Threads {
  /** Some are left: one that fails is not started again. */
  isWorking(): boolean
  /** How many files the one with the fewest has. */
  least(): number
  /**
   * What the one with the fewest finds; nothing when it could not tell, which is then for this thread to find out.
   *
   * @throws BadInput
   */
  check(subject: Subject, course: Course): Promise<CheckedFile | undefined>
  close(): void
}

interface Thread {
  worker: Worker
  waiting: Map<number, (answer: CrewAnswer) => void>
}

export const startThreads = (count: number, request: CheckRequest): Threads => {
  const threads = new Set(Array.from({length: count}).flatMap(() => startThread({request}) ?? []))
  for (const thread of threads) {
    thread.worker.once('exit', () => {
      threads.delete(thread)
      for (const [number, answer] of thread.waiting) answer({number})
    })
  }
  let last = 0
  return {
    isWorking: () => threads.size > 0,
    least: () => Math.min(...[...threads].map(({waiting}) => waiting.size)),
    async check({settings: _readThere, ...subject}, {origin}) {
      const [first, ...rest] = threads
      if (!first) return undefined
      const {worker, waiting} = rest.reduce(
        (least, one) => (one.waiting.size < least.waiting.size ? one : least),
        first,
      )
      const number = last++
      const answer = await new Promise<CrewAnswer>((resolve) => {
        waiting.set(number, resolve)
        worker.postMessage({number, subject, ...(origin && {origin})} satisfies CrewTask)
      })
      if (answer.badInput) throw new BadInput(answer.badInput.code, answer.badInput.data)
      return answer.checked
    },
    close() {
      for (const {worker} of threads) void worker.terminate()
    },
  }
}

/** None where Node.js may not start one (its permissions), or where the machine has no room for it. */
const startThread = (workerData: CrewData): Thread | undefined => {
  try {
    return listenTo(openWorker(workerData))
  } catch {
    return undefined
  }
}

/** The thread is the program's own launcher, which knows what to do there. */
const openWorker = (workerData: CrewData): Worker => {
  const launcher = new URL('utlys.js', import.meta.url)
  return new Worker(launcher, {argv: ['--crew-thread'], workerData, stdout: true, stderr: true})
}

const listenTo = (worker: Worker): Thread => {
  const waiting: Thread['waiting'] = new Map()
  worker.on('message', (answer: CrewAnswer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })
  worker.on('error', () => undefined)
  return {worker, waiting}
}
