import {existsSync} from 'node:fs'
import path from 'node:path'
import {configName} from '../../src/config/find.ts'
import {planInstallation, shown} from '../hook/install.ts'
import type {Manager} from '../hook/managers.ts'
import type {Step} from '../hook/plan.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {configText} from './config.ts'
import {draftOf, hasPack} from './pack.ts'
import type {Setup} from './setup.ts'
import type {Repository, Surroundings} from './surroundings.ts'
import {fill} from './template.ts'
import workflow from './templates/workflow.yml?raw'
import {sayInit} from './texts.ts'

/** A file that is to be written. */
export interface PlannedFile {
  kind: 'config' | 'pack' | 'hook' | 'action'
  path: string
  text: string
  hook?: PlannedHook
}

/** How a hook gets there, or why it does not. */
type PlannedHook = {step: Step} | {managers: readonly Manager[]} | {problem: Problem}

/** Whether there is nothing to write. */
export const isThere = ({path: file, hook}: PlannedFile): boolean => {
  if (!hook) return existsSync(file)
  return !('step' in hook) || hook.step.kind === 'keep'
}

export interface Languages {
  lang: Lang
  /** That of the comments in the files. */
  fileLang: Lang
}

/**
 * The files of a setup, as they will be.
 *
 * @throws Problem for a draft of a pack that cannot be made
 */
export const planOf = async (
  setup: Setup,
  {git}: Surroundings,
  {lang, fileLang}: Languages,
): Promise<PlannedFile[]> => {
  const {own, profile} = setup
  const draft = own && !hasPack(own.folder) ? await draftOf(own, lang, profile.arbeidsgivertype) : {}
  return [
    {kind: 'config', path: configName, text: configText(setup, fileLang)},
    ...Object.entries(draft).map(([file, text]): PlannedFile => ({kind: 'pack', path: file, text})),
    ...(setup.hook ? hookFiles(fileLang) : []),
    ...(setup.action ? [workflowFile(git, fileLang)] : []),
  ]
}

/** The hook is installed as `utlys hook install` does it. What is in its way does not stop the rest. */
const hookFiles = (lang: Lang): PlannedFile[] => {
  try {
    const {steps, managers} = planInstallation({names: ['pre-commit'], lang})
    if (managers.length > 0) return [{kind: 'hook', path: '', text: '', hook: {managers}}]
    return steps.map((step) => ({kind: 'hook', path: shown(step.place.file), text: step.text, hook: {step}}))
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return [{kind: 'hook', path: '', text: '', hook: {problem}}]
  }
}

const workflowFile = (git: Repository | undefined, lang: Lang): PlannedFile => {
  const text = fill(workflow, {about: sayInit(lang, 'action.about')})
  const here = git?.here ?? '.'
  return {
    kind: 'action',
    path: path.join(git?.top ?? '.', '.github', 'workflows', 'utlys.yml'),
    text: here === '.' ? text : `${text}        working-directory: ${JSON.stringify(here)}\n`,
  }
}
