import sourceData from '../../rules/sources.yml'
import type {Check, LexiconEntry, Rule, Source} from './types.ts'

const ruleFiles = import.meta.glob(['../../rules/*/**/*.yml', '!**/*.lexicon.yml'], {
  eager: true,
  import: 'default',
  query: '?run',
})
const lexiconFiles = import.meta.glob('../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
  query: '?run',
})
const codeFiles = import.meta.glob<{check: Check}>('../../rules/*/**/*.ts', {eager: true})

/** Every rule of the built-in packs, in the order of their ids; a lexicon beside a rule file is its entries. */
export const rules: readonly Rule[] = Object.entries(ruleFiles)
  .map(([path, data]) => withEntries(path, data as Rule))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))

function withEntries(path: string, rule: Rule): Rule {
  const entries = lexiconFiles[path.replace(/\.yml$/, '.lexicon.yml')] as LexiconEntry[] | undefined
  return entries && rule.kind === 'uttrykk' ? {...rule, entries} : rule
}

const codeById = new Map(
  Object.entries(codeFiles).map(([path, {check}]) => [path.replace(/^.*rules\/|\.ts$/g, ''), check]),
)

/**
 * The function that stands beside the file of a rule of kind `kode`.
 *
 * @throws Error when there is none, which the tests of the rule files rule out
 */
export const codeOf = (ruleId: string): Check => {
  const check = codeById.get(ruleId)
  if (!check) throw new Error(`rules/${ruleId}.ts is missing`)
  return check
}

const sources = new Map((sourceData as Source[]).map((source) => [source.id, source]))

/**
 * The source with an id of `rules/sources.yml`.
 *
 * @throws Error for an id that is not there, which the tests of the rule files rule out
 */
export const sourceOf = (id: string): Source => {
  const source = sources.get(id)
  if (!source) throw new Error(`rules/sources.yml has no source "${id}"`)
  return source
}
