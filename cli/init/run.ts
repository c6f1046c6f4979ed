import {existsSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {parseDocument} from 'yaml'
import type {InitFlags} from '../commands/init.ts'
import {languageOf, readLanguage} from '../language.ts'
import {complain, Problem} from '../problem.ts'
import {type Lang, say} from '../texts.ts'
import {draftClauses} from './clauses.ts'
import config from './utlys.yml?raw'

/** The worked example is the draft: what the tests of the project run is what an employer starts from. */
const packFiles = import.meta.glob<string>('./lillevik/*.yml', {
  eager: true,
  import: 'default',
  query: '?raw',
})

const example = {id: 'lillevik', title: 'Lillevik kommune'}

/** Runs `utlys init` and returns the exit code. Nothing that is there is written over. */
export const runInit = async (flags: InitFlags): Promise<number> => {
  try {
    const lang = readLanguage(flags)
    const files =
      flags.policy === undefined ? {'utlys.yml': config} : await draftOf(flags.policy, flags, lang)
    for (const [file, text] of Object.entries(files)) await write(file, text, flags.dryRun ?? false, lang)
    if (flags.policy !== undefined && !flags.dryRun)
      process.stdout.write(`\n${say(lang, 'init.next', {folder: flags.policy})}\n`)
    return 0
  } catch (error) {
    complain(error, languageOf(flags))
    return 2
  }
}

const draftOf = async (
  folder: string,
  {title, from}: InitFlags,
  lang: Lang,
): Promise<Record<string, string>> => {
  const name = path.basename(path.resolve(folder))
  const id = idOf(name)
  if (id === '') throw new Problem('init.name', {name: folder})
  const draft = Object.fromEntries(
    Object.entries(packFiles).map(([file, text]) => [
      path.join(folder, path.basename(file)),
      text.replaceAll(example.title, title ?? capitalised(name)).replaceAll(example.id, id),
    ]),
  )
  if (from === undefined) return draft
  const file = path.join(folder, 'pack.yml')
  return {[file]: withClauses(draft[file]!, await readPolicy(from), lang)}
}

const readPolicy = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('unreadable', {path: file, reason: error.code ?? error.message})
  })

/** The clauses of the employer's own text alone: nothing of the example may be taken for its policy. */
const withClauses = (pack: string, policy: string, lang: Lang): string => {
  const document = parseDocument(pack)
  const {clauses, sentences} = draftClauses(policy, say(lang, 'init.unseen'))
  document.delete('severities')
  document.set('clauses', document.createNode(clauses))
  document.set('sentences', document.createNode(sentences, {flow: true}))
  return document.toString({lineWidth: 110})
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

const write = async (file: string, text: string, isDry: boolean, lang: Lang): Promise<void> => {
  if (existsSync(file)) throw new Problem('init.exists', {path: file})
  if (isDry) {
    process.stdout.write(`${say(lang, 'init.would', {path: file})}\n`)
    return
  }
  try {
    await mkdir(path.dirname(file), {recursive: true})
    await writeFile(file, text, {flag: 'wx'})
  } catch (error) {
    throw new Problem('unwritable', {
      path: file,
      reason: (error as NodeJS.ErrnoException).code ?? String(error),
    })
  }
  process.stdout.write(`${say(lang, 'init.wrote', {path: file})}\n`)
}
