import configSchema from '../../schemas/config.schema.json'
import {packIds, packNamed} from '../../src/engine/packs.ts'
import {givenKeys} from '../../src/export/facts.ts'
import {exportFormats} from '../../src/export/formats.ts'
import {fieldLabel, profileLabel} from '../../src/report/texts.ts'
import {formats} from '../check/request.ts'
import {configHere} from '../configs.ts'
import {actions} from '../hook/names.ts'
import {rulesWith} from '../rules/choose.ts'
import {packName, packOf, packTitle} from '../rules/words.ts'
import {type Lang, languages} from '../texts.ts'
import {after, type Candidate, type Completion, only, type ValuesOf} from './complete.ts'
import {shells} from './shells.ts'

const {portal, profile} = configSchema.$defs

/** The values of every kind that has known ones. */
export const valuesIn =
  (lang: Lang): ValuesOf =>
  async (kind, typed) =>
    (await kinds[kind]?.(lang, typed)) ?? only([])

type Values = (lang: Lang, typed: string) => Completion | Promise<Completion>

const plain = (values: readonly string[]): Candidate[] => values.map((value) => ({value}))

const files: Completion = {candidates: [], paths: 'files', prefix: ''}
const folders: Completion = {...files, paths: 'folders'}

const rules = async (lang: Lang): Promise<Candidate[]> => {
  const here = await configHere()
  return rulesWith(here?.packs ?? []).map(({id, title}) => ({value: id, about: title[lang]}))
}

const ruleFolders = async (lang: Lang): Promise<Candidate[]> => {
  const packs = (await configHere())?.packs ?? []
  const names = new Set(rulesWith(packs).map(packOf))
  return [...names].map((value) => ({value, about: packTitle(lang, value, packs)}))
}

const packs = (lang: Lang): Candidate[] =>
  packIds.map((id) => ({value: packName(id), about: packNamed(id)!.title[lang]}))

const profileEntry = (lang: Lang, typed: string): Completion => {
  const known: Record<string, {enum: string[]}> = profile.properties
  const key = typed.slice(0, typed.indexOf('='))
  if (key in known) return after(`${key}=`, only(plain(known[key]!.enum)))
  return only(Object.keys(known).map((name) => ({value: `${name}=`, about: profileLabel(lang, name)})))
}

const outputFormat = (_lang: Lang, typed: string): Completion => {
  const colon = typed.indexOf(':') + 1
  return colon > 0 ? after(typed.slice(0, colon), files) : only(plain(formats))
}

const kinds: Readonly<Record<string, Values>> = {
  action: () => only(plain(actions)),
  date: () => only([]),
  'fact=value': () => only(givenKeys.map((key) => ({value: `${key}=`}))),
  field: (lang) => only(portal.items.enum.map((name) => ({value: name, about: fieldLabel(lang, name)}))),
  file: () => files,
  folder: () => folders,
  format: () => only(plain(['text', 'json'])),
  'format[:file]': outputFormat,
  'key=value': profileEntry,
  lang: () => only(plain(languages)),
  number: () => only([]),
  pack: (lang) => ({...folders, candidates: packs(lang)}),
  path: () => files,
  pattern: async (lang) => only([...(await ruleFolders(lang)), ...(await rules(lang))]),
  rule: async (lang) => only(await rules(lang)),
  shell: () => only(plain(shells)),
  target: () => only(plain(exportFormats.map(({name}) => name))),
  title: () => only([]),
  word: () => only([]),
  what: async (lang) => ({...files, candidates: await rules(lang)}),
}

export const knownKinds: readonly string[] = Object.keys(kinds)
