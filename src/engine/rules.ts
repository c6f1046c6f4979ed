import sourceData from '../../rules/sources.yml'
import type {Check, LexiconEntry, Rule, Source} from './types.ts'

const ruleFiles = import.meta.glob(['../../rules/*/**/*.yml', '!**/*.lexicon.yml', '!**/pack.yml'], {
  eager: true,
  import: 'default',
  query: '?run',
})
/** An entry is read when one of its expressions is found: most ads have few. */
const lexiconFiles = import.meta.glob<() => LexiconEntry[]>('../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
  query: '?lazy',
})
const codeFiles = import.meta.glob<{check: Check}>('../../rules/*/**/*.ts', {eager: true})

/** Every rule of the built-in packs, in the order of their ids; a lexicon beside a rule file is its entries. */
export const rules: readonly Rule[] = Object.entries(ruleFiles)
  .map(([path, data]) => withEntries(path, data as Rule))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))

function withEntries(path: string, rule: Rule): Rule {
  const load = lexiconFiles[path.replace(/\.yml$/, '.lexicon.yml')]
  if (!load || rule.kind !== 'uttrykk') return rule
  let entries: readonly LexiconEntry[] | undefined
  return {
    ...rule,
    get entries() {
      entries ??= load()
      return entries
    },
  }
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
