import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {parseDocument} from 'yaml'
import {rules} from '../../src/engine/rules.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {draftClauses} from './clauses.ts'
import type {OwnPack} from './setup.ts'
import {sayInit} from './texts.ts'

/** The worked example is the draft: what the tests of the project run is what an employer starts from. */
const packFiles = import.meta.glob<string>('./lillevik/*.yml', {
  eager: true,
  import: 'default',
  query: '?raw',
})

const example = {id: 'lillevik', title: 'Lillevik kommune', types: '  types: [kommune]\n'}

const packFile = 'pack.yml'

export const hasPack = (folder: string): boolean => existsSync(path.join(folder, packFile))

/**
 * The files of a draft of a pack, by path.
 *
 * @param type the kind of employer that it binds; undefined for all
 * @throws Problem for a name that no pack can have, and for a text that cannot be read
 */
export const draftOf = async (
  {folder, title, from}: OwnPack,
  lang: Lang,
  type: string | undefined,
): Promise<Record<string, string>> => {
  const id = packIdOf(folder)
  const employer = titleOf(title ?? capitalised(path.basename(path.resolve(folder))))
  const draft = Object.fromEntries(
    Object.entries(packFiles).map(([file, text]) => [
      path.join(folder, path.basename(file)),
      text
        .replace(example.types, type === undefined ? '' : example.types.replace('kommune', type))
        .replaceAll(example.title, employer)
        .replaceAll(example.id, id),
    ]),
  )
  if (from === undefined) return draft
  const file = path.join(folder, packFile)
  return {[file]: withClauses(draft[file]!, await readPolicy(from), lang)}
}

/** @throws Problem when the folder has a name that no pack can have */
export const packIdOf = (folder: string): string => {
  const id = idOf(path.basename(path.resolve(folder)))
  if (id === '') throw new Problem('init.name', {name: folder})
  if (rules.some((rule) => rule.id.startsWith(`${id}/`))) throw new Problem('init.taken', {name: id})
  return id
}

/** Words that stand as they are in YAML, also in a list. */
const plainWords = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'’/()-]*$/u

/** @throws Problem for what cannot stand in a pack as it is */
export const titleOf = (title: string): string => {
  if (!plainWords.test(title)) throw new Problem('init.title', {name: title})
  return title
}

/** @throws Problem when it cannot be read */
export const readPolicy = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('unreadable', {path: file, reason: error.code ?? error.message})
  })

/** The clauses of the employer's own text alone: nothing of the example may be taken for its policy. */
const withClauses = (pack: string, policy: string, lang: Lang): string => {
  const document = parseDocument(pack)
  const {clauses, sentences} = draftClauses(policy, sayInit(lang, 'unseen'))
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
    .replace(/^[^a-z]+|(?<!-)-+$/g, '')

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
