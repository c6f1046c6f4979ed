import path from 'node:path'
import validatePack from '../../schemas/pack.schema.json?validator'
import validateRule from '../../schemas/rule.schema.json?validator'
import {type DataProblem, readYaml, type YamlFile} from '../config/document.ts'
import {disk, type Files, readText} from '../config/files.ts'
import {nearest} from '../config/nearest.ts'
import {schemaProblems} from '../config/schema-problems.ts'
import {ConfigError, type ConfigProblem} from '../config/types.ts'
import {isMeant, type Pack, type PackFile} from '../engine/packs.ts'
import {rules as builtIn} from '../engine/rules.ts'
import type {Rule} from '../engine/types.ts'
import {expandEntries, expandPack, expandRule} from './expand.ts'
import {messageProblems} from './messages.ts'
import {patternProblems} from './patterns.ts'

const packFile = 'pack.yml'
const mostFiles = 300
const mostBytes = 1_000_000

/**
 * Reads the pack of an employer: a folder with `pack.yml` and a file for each rule, all data.
 *
 * @throws ConfigError that names every problem of every file, with its line and column
 */
export const readPack = async (folder: string, files: Files = disk): Promise<Pack> => {
  const names = ((await files.list(folder)) ?? []).filter((name) => name.endsWith('.yml')).sort()
  const file = path.join(folder, packFile)
  if (!names.includes(packFile)) throw problemIn(file, 'pack.noFile')
  if (names.length > mostFiles) throw problemIn(file, 'pack.tooMany', {most: String(mostFiles)})
  const problems: ConfigProblem[] = []
  const head = await keepProblems(readHead(files, file), problems)
  const ruleNames = names.filter(isRule)
  const packId = head?.pack.id ?? unknownId
  const read: PlacedRule[] = []
  for (const name of ruleNames) {
    const rule = await keepProblems(readRule(files, path.join(folder, name), packId), problems)
    if (rule) read.push(rule)
  }
  const rules = read.map(({rule}) => rule)
  const ownIds = [...rules.map(({id}) => id), ...ruleNames.map((name) => idOf(name, packId))]
  if (head) await keepProblems(refuseReferences(head, ownIds), problems)
  if (!head || problems.length > 0) throw new ConfigError(problems)
  const placeOf: Pack['placeOf'] = (ruleId, keys) => read.find(({rule}) => rule.id === ruleId)?.placeOf(keys)
  return {...head.pack, rules, placeOf}
}

/** Stands for the id of a pack whose own file is wrong, while its rules are read. */
const unknownId = 'pakke'

interface Head {
  pack: PackFile
  yaml: YamlFile
}

interface PlacedRule {
  rule: Rule
  placeOf: YamlFile['placeOf']
}

/** Adds what is wrong to what is wrong elsewhere, so that one run tells of all files. */
const keepProblems = async <T>(reading: Promise<T>, problems: ConfigProblem[]): Promise<T | undefined> => {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

const readHead = async (files: Files, file: string): Promise<Head> => {
  const yaml = await readSmall(files, file)
  const pack = expandPack(yaml.data ?? {}) as PackFile
  yaml.refuse(validatePack(pack) ? [] : schemaProblems(validatePack.errors ?? []))
  const isTaken = builtIn.some(({id}) => id.startsWith(`${pack.id}/`))
  yaml.refuse(isTaken ? [{code: 'pack.taken', data: {name: pack.id}, keys: ['id'], ofKey: false}] : [])
  return {pack, yaml}
}

const refuseReferences = async ({pack, yaml}: Head, ownIds: readonly string[]): Promise<void> =>
  yaml.refuse(referenceProblems(pack, [...new Set([...builtIn.map(({id}) => id), ...ownIds])]))

const idOf = (name: string, packId: string): string => `${packId}/${path.basename(name, '.yml')}`

const isRule = (name: string): boolean => name !== packFile && !name.endsWith('.lexicon.yml')

const problemIn = (file: string, code: string, data: Record<string, string> = {}): ConfigError =>
  new ConfigError([{path: file, code, data, line: 1, column: 1}])

const readSmall = async (files: Files, file: string): Promise<YamlFile> => {
  if ((await files.size(file)) > mostBytes) throw problemIn(file, 'pack.tooLarge', {most: String(mostBytes)})
  return readYaml(file, await readText(files, file))
}

const readRule = async (files: Files, file: string, packId: string): Promise<PlacedRule> => {
  const yaml = await readSmall(files, file)
  const rule = expandRule(yaml.data ?? {}, idOf(file, packId)) as Rule
  yaml.refuse(shapeProblems(rule, packId))
  if (rule.kind !== 'uttrykk' || rule.entries) {
    yaml.refuse(contentProblems(rule))
    return {rule, placeOf: yaml.placeOf}
  }
  const lexicon = await readLexicon(files, file.replace(/\.yml$/, '.lexicon.yml'), rule.id)
  return withLexicon(rule, yaml, lexicon)
}

const readLexicon = async (files: Files, file: string, ruleId: string): Promise<YamlFile> => {
  try {
    return await readSmall(files, file)
  } catch (error) {
    throw error instanceof ConfigError ? error : problemIn(file, 'pack.noLexicon', {name: ruleId})
  }
}

const withLexicon = (rule: Rule, yaml: YamlFile, lexicon: YamlFile): PlacedRule => {
  const whole = {...rule, entries: expandEntries(lexicon.data)} as Rule
  const inLexicon = (problems: readonly DataProblem[]): DataProblem[] =>
    problems.map((problem) => ({...problem, keys: problem.keys.slice(1)}))
  lexicon.refuse(validateRule(whole) ? [] : inLexicon(schemaProblems(validateRule.errors ?? [])))
  const problems = contentProblems(whole)
  const isOfEntries = ({keys: [first]}: DataProblem): boolean => first === 'entries'
  const placed = [
    ...yaml.place(problems.filter((problem) => !isOfEntries(problem))),
    ...lexicon.place(inLexicon(problems.filter(isOfEntries))),
  ]
  if (placed.length > 0) throw new ConfigError(placed)
  const placeOf: YamlFile['placeOf'] = (keys, ofKey) =>
    keys[0] === 'entries' ? lexicon.placeOf(keys.slice(1), ofKey) : yaml.placeOf(keys, ofKey)
  return {rule: whole, placeOf}
}

/** Kinds whose check is code stay with the program. */
const ownKinds = ['felt', 'erklæring', 'konsistens', 'uttrykk']

const shapeProblems = (rule: Rule, packId: string): DataProblem[] => {
  const {kind} = rule as Partial<Rule>
  if (kind === undefined) return [{code: 'config.required', data: {name: 'kind'}, keys: [], ofKey: false}]
  if (!ownKinds.includes(kind)) {
    const data = {name: String(kind), known: ownKinds.join(', '), ...nearest(String(kind), ownKinds)}
    return [{code: 'config.value', data, keys: ['kind'], ofKey: false}]
  }
  if (!validateRule(rule)) return schemaProblems(validateRule.errors ?? [])
  if (packId === unknownId || rule.id.startsWith(`${packId}/`)) return []
  return [{code: 'pack.ruleId', data: {name: rule.id, pakke: packId}, keys: ['id'], ofKey: false}]
}

const contentProblems = (rule: Rule): DataProblem[] => [
  ...patternProblems(rule),
  ...messageProblems(rule),
  ...(rule.kind === 'uttrykk' ? twiceProblems(rule.entries, 'entries') : []),
  ...(rule.kind === 'erklæring' ? twiceProblems(rule.parts, 'parts') : []),
]

const twiceProblems = (items: readonly {id: string}[] | undefined, list: string): DataProblem[] => {
  const ids = (items ?? []).map(({id}) => id)
  return ids.flatMap((name, i) =>
    ids.indexOf(name) === i
      ? []
      : [{code: 'pack.twice', data: {name}, keys: [list, String(i), 'id'], ofKey: false}],
  )
}

/** Clauses and severities can only be about rules that there are. */
const referenceProblems = (
  {clauses = [], severities = {}}: PackFile,
  ids: readonly string[],
): DataProblem[] => {
  const folders = [...new Set(ids.map((id) => id.replace(/(?<![^/])[^/]+$/, '*')))]
  const isKnown = (name: string): boolean => ids.some((id) => isMeant(name, id))
  const named = clauses.flatMap(({rules = []}, i) =>
    rules.map((name, j) => ({name, keys: ['clauses', String(i), 'rules', String(j)]})),
  )
  return [
    ...named
      .filter(({name}) => !isKnown(name))
      .map(({name, keys}) => ({
        code: 'config.rule',
        data: {name, ...nearest(name, name.endsWith('*') ? folders : ids)},
        keys,
        ofKey: false,
      })),
    ...Object.keys(severities)
      .filter((name) => !ids.includes(name))
      .map((name) => ({
        code: 'config.rule',
        data: {name, ...nearest(name, ids)},
        keys: ['severities', name],
        ofKey: true,
      })),
    ...twiceProblems(clauses, 'clauses'),
  ]
}
