import path from 'node:path'
import {parentPort, workerData} from 'node:worker_threads'
import {settingsFor} from '../../src/config/settings.ts'
import {unmeasured} from '../../src/meter.ts'
import {BadInput} from '../../src/posting/bad-input.ts'
import type {Origin} from '../../src/posting/read.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {type CheckedFile, checkFile, type Subject} from './check-file.ts'
import type {CheckRequest} from './request.ts'
import {openSweeper} from './sweeper.ts'

/** What a thread is started with. */
export interface CrewData {
  request: CheckRequest
}

/** A file, or a part of one, to check. The settings are read in the thread: packs hold functions. */
export interface CrewTask {
  number: number
  subject: Omit<Subject, 'settings'>
  origin?: Origin
}

/** What was found, or that it is no ad, under the same number; neither when something else is in the way. */
export interface CrewAnswer {
  number: number
  checked?: CheckedFile
  badInput?: Pick<BadInput, 'code' | 'data'>
}

/** Checks what it is sent, one after the other. */
export const run = async (): Promise<void> => {
  const {request} = workerData as CrewData
  const configOf = createConfigFinder(request.config)
  const packs = packsNamed(request.policies)
  packs.catch(() => undefined)
  const sweep = openSweeper()
  const check = async ({subject, origin}: CrewTask): Promise<CheckedFile> => {
    const config = await configOf(path.dirname(subject.path))
    const settings = settingsFor(path.resolve(subject.path), config, {...request, packs: await packs})
    return checkFile({...subject, settings}, {meter: unmeasured, ...(origin && {origin})})
  }
  parentPort!.on('message', async (task: CrewTask) => {
    parentPort!.postMessage(await answerOf(task.number, check(task)))
    sweep()
  })
}

const answerOf = async (number: number, checking: Promise<CheckedFile>): Promise<CrewAnswer> => {
  try {
    return {number, checked: await checking}
  } catch (error) {
    if (!(error instanceof BadInput)) return {number}
    return {number, badInput: {code: error.code, data: error.data}}
  }
}
