import {readdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import validatePack from '../../schemas/pack.schema.json?validator'
import validateRule from '../../schemas/rule.schema.json?validator'
import {type DataProblem, readYaml, type YamlFile} from '../config/document.ts'
import {schemaProblems} from '../config/schema-problems.ts'
import {ConfigError} from '../config/types.ts'
import type {Pack, PackFile} from '../engine/packs.ts'
import {rules as builtIn} from '../engine/rules.ts'
import type {Rule} from '../engine/types.ts'
import {expandPack, expandRule} from './expand.ts'
import {patternProblems} from './patterns.ts'

const packFile = 'pack.yml'
const mostFiles = 300
const mostBytes = 1_000_000

/**
 * Reads the pack of an employer: a folder with `pack.yml` and a file for each rule, all data.
 *
 * @throws ConfigError that names every problem of the first file that has any, with its line and column
 */
export const readPack = async (folder: string): Promise<Pack> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort()
  const file = path.join(folder, packFile)
  if (!names.includes(packFile)) throw problemIn(file, 'pack.noFile')
  if (names.length > mostFiles) throw problemIn(file, 'pack.tooMany', {most: String(mostFiles)})
  const yaml = await readSmall(file)
  const pack = expandPack(yaml.data) as PackFile
  yaml.refuse(validatePack(pack) ? [] : schemaProblems(validatePack.errors ?? []))
  const isTaken = builtIn.some(({id}) => id.startsWith(`${pack.id}/`))
  yaml.refuse(isTaken ? [{code: 'pack.taken', data: {name: pack.id}, keys: ['id'], ofKey: false}] : [])
  const rules: Rule[] = []
  for (const name of names.filter(isRule)) rules.push(await readRule(folder, name, pack))
  yaml.refuse(clauseProblems(pack, rules))
  return {...pack, rules}
}

const isRule = (name: string): boolean => name !== packFile && !name.endsWith('.lexicon.yml')

const problemIn = (file: string, code: string, data: Record<string, string> = {}): ConfigError =>
  new ConfigError(file, [{code, data, line: 1, column: 1}])

const readSmall = async (file: string): Promise<YamlFile> => {
  const {size} = await stat(file)
  if (size > mostBytes) throw problemIn(file, 'pack.tooLarge', {most: String(mostBytes)})
  return readYaml(file, await readFile(file, 'utf8'))
}

const readRule = async (folder: string, name: string, pack: PackFile): Promise<Rule> => {
  const yaml = await readSmall(path.join(folder, name))
  const rule = expandRule(yaml.data, pack, path.basename(name, '.yml')) as Rule
  yaml.refuse(ruleProblems(rule, pack))
  const lexicon = path.join(folder, name.replace(/\.yml$/, '.lexicon.yml'))
  if (rule.kind !== 'uttrykk' || rule.entries) return rule
  const entries = await readSmall(lexicon).catch((error: unknown) => {
    if (error instanceof ConfigError) throw error
    throw problemIn(lexicon, 'pack.noLexicon', {name: rule.id})
  })
  const whole = {...rule, entries: entries.data} as Rule
  entries.refuse(ruleProblems(whole, pack).map((problem) => ({...problem, keys: problem.keys.slice(1)})))
  return whole
}

/** Kinds whose check is code stay with the program. */
const ownKinds = ['felt', 'erklæring', 'konsistens', 'uttrykk']

const ruleProblems = (rule: Rule, pack: PackFile): DataProblem[] => {
  const {kind} = (rule ?? {}) as Partial<Rule>
  if (!ownKinds.includes(String(kind)))
    return [
      {
        code: 'config.value',
        data: {name: String(kind), known: ownKinds.join(', ')},
        keys: ['kind'],
        ofKey: false,
      },
    ]
  if (!validateRule(rule)) return schemaProblems(validateRule.errors ?? [])
  if (!rule.id.startsWith(`${pack.id}/`))
    return [{code: 'pack.ruleId', data: {name: rule.id, pakke: pack.id}, keys: ['id'], ofKey: false}]
  return patternProblems(rule)
}

/** Clauses can only give reason for rules that there are. */
const clauseProblems = ({clauses = []}: PackFile, own: readonly Rule[]): DataProblem[] => {
  const ids = [...builtIn, ...own].map(({id}) => id)
  const isKnown = (name: string): boolean =>
    name.endsWith('/*') ? ids.some((id) => id.startsWith(name.slice(0, -1))) : ids.includes(name)
  return clauses.flatMap(({rules = []}, i) =>
    rules.flatMap((name, j) =>
      isKnown(name)
        ? []
        : [
            {
              code: 'config.rule',
              data: {name},
              keys: ['clauses', String(i), 'rules', String(j)],
              ofKey: false,
            },
          ],
    ),
  )
}
