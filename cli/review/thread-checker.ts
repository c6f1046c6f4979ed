import {Worker} from 'node:worker_threads'
import {Explained} from '../problem.ts'
import type {ThreadAnswer, ThreadData, ThreadRequest} from './check-thread.ts'
import type {Checked, Checker} from './checker.ts'

interface Waiting {
  resolve(checked: Checked): void
  reject(error: unknown): void
}

/** A checker that works in a thread of its own, and what ends it. */
export interface ThreadChecker {
  check: Checker
  close(): void
}

/**
 * Starts the thread; it is the program's own launcher, which knows what to do there. When it fails over one text,
 * the next is checked in a new one.
 */
export const openThread = (data: ThreadData): ThreadChecker => {
  const launcher = new URL('utlys.js', import.meta.url)
  const waiting = new Map<number, Waiting>()
  let last = 0
  let worker: Worker | undefined
  const fail = (error: unknown): void => {
    worker = undefined
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(launcher, {
      argv: ['--check-thread'],
      workerData: data,
      stdout: true,
      stderr: true,
    })
    started.on('message', (answer: ThreadAnswer) => {
      const one = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('checked' in answer) one?.resolve(answer.checked)
      else one?.reject(new Explained(answer.trouble))
    })
    started.on('error', fail)
    return started
  }
  worker = start()
  return {
    check: (source) =>
      new Promise((resolve, reject) => {
        last++
        waiting.set(last, {resolve, reject})
        worker ??= start()
        worker.postMessage({number: last, source} satisfies ThreadRequest)
      }),
    close: () => void worker?.terminate(),
  }
}
