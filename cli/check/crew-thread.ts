import {parentPort, workerData} from 'node:worker_threads'
import {disk} from '../../src/config/files.ts'
import {createConfigFinder} from '../configs.ts'
import {fileInput} from '../inputs.ts'
import {linesOfProblem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {CheckedFile} from './check-file.ts'
import {findingsIn, openCircumstances} from './input.ts'
import type {CheckRequest} from './request.ts'

/** What a thread is started with. */
export interface CrewData {
  paths: readonly string[]
  request: CheckRequest
  lang: Lang
  /** In shared memory: the number of the path that is to be taken next. */
  heap: Int32Array
}

/** What was found in a file, by its number, or why it could not be checked. */
export type CrewAnswer = {number: number} & (
  | {checked: CheckedFile; trouble?: never}
  | {checked?: never; trouble: string[]}
)

/** Checks files until none is left to take. */
export const run = async (): Promise<void> => {
  const {paths, request, lang, heap} = workerData as CrewData
  const configOf = createConfigFinder(request.config)
  const circumstances = await openCircumstances(request, {lang, configOf, files: disk})
  const answer = async (number: number): Promise<CrewAnswer> => {
    const input = fileInput(paths[number]!)
    try {
      return {number, checked: await findingsIn(input, request, await circumstances.of(input))}
    } catch (error) {
      return {number, trouble: linesOfProblem(error, lang, input.path)}
    }
  }
  for (let i = Atomics.add(heap, 0, 1); i < paths.length; i = Atomics.add(heap, 0, 1))
    parentPort!.postMessage(await answer(i))
}
