import {parentPort, workerData} from 'node:worker_threads'
import type {Circumstances} from '../options.ts'
import {linesOfProblem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {type Checked, openChecker} from './checker.ts'

/** What a thread is started with. */
export interface ThreadData {
  file: string
  circumstances: Circumstances
  lang: Lang
}

/** A draft to check, and what comes back under the same number. */
export interface ThreadRequest {
  number: number
  source: string
}

export type ThreadAnswer = {number: number} & ({checked: Checked} | {trouble: string[]})

/** Checks what the screen sends, in a thread of its own, so that a key press never waits for a check. */
export const run = async (): Promise<void> => {
  const {file, circumstances, lang} = workerData as ThreadData
  const checker = openChecker(file, circumstances, lang)
  checker.catch(() => {})
  const answer = async ({number, source}: ThreadRequest): Promise<ThreadAnswer> => {
    try {
      const check = await checker
      return {number, checked: await check(source)}
    } catch (error) {
      return {number, trouble: linesOfProblem(error, lang, file)}
    }
  }
  parentPort!.on('message', async (request: ThreadRequest) => {
    parentPort!.postMessage(await answer(request))
  })
}
