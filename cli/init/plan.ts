import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {configName} from '../../src/config/find.ts'
import type {Lang} from '../texts.ts'
import {configText} from './config.ts'
import {draftOf, hasPack} from './pack.ts'
import type {Setup} from './setup.ts'
import type {Repository, Surroundings} from './surroundings.ts'
import {fill} from './template.ts'
import preCommit from './templates/pre-commit.sh?raw'
import workflow from './templates/workflow.yml?raw'
import {sayInit} from './texts.ts'

/** A file that is to be written. */
export interface PlannedFile {
  kind: 'config' | 'pack' | 'hook' | 'action'
  path: string
  text: string
  /** What can be added to the one that is there already. */
  line?: string
}

export const isThere = ({path: file}: PlannedFile): boolean => existsSync(file)

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
    ...(setup.hook && git ? [hookFile(setup, git, fileLang)] : []),
    ...(setup.action ? [workflowFile(git, fileLang)] : []),
  ]
}

const command = 'npx --no-install utlys check --quiet'

const hookFile = ({folder}: Setup, {here, hooks}: Repository, lang: Lang): PlannedFile => {
  const file = path.join(hooks, 'pre-commit')
  const line = here === '.' ? `${command} || exit 1` : `(cd ${quoted(here)} && ${command}) || exit 1`
  return {
    kind: 'hook',
    path: file,
    ...(!checksAds(file) && {line}),
    text: fill(preCommit, {
      about: sayInit(lang, 'hook.about'),
      folder: quoted(here),
      ads: quoted(`:(literal)${folder}`),
      missing: quoted(sayInit(lang, 'hook.missing')),
    }),
  }
}

const checksAds = (hook: string): boolean =>
  existsSync(hook) && readFileSync(hook, 'utf8').includes('utlys check')

/** As one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const workflowFile = (git: Repository | undefined, lang: Lang): PlannedFile => {
  const text = fill(workflow, {about: sayInit(lang, 'action.about')})
  const here = git?.here ?? '.'
  return {
    kind: 'action',
    path: path.join(git?.top ?? '.', '.github', 'workflows', 'utlys.yml'),
    text: here === '.' ? text : `${text}        working-directory: ${JSON.stringify(here)}\n`,
  }
}
