import sourceData from '../../rules/sources.yml'
import type {Check, LexiconEntry, Rule, Source} from './types.ts'

type RuleText = 'title' | 'why' | 'mend' | 'messages'

interface RuleFile {
  core: Omit<Rule, RuleText | 'entries'>
  /** What a rule says when it finds something: most rules find nothing in an ad. */
  texts(): Pick<Rule, RuleText>
}

const ruleFiles = import.meta.glob<RuleFile>(
  ['../../rules/*/**/*.yml', '!**/*.lexicon.yml', '!**/pack.yml'],
  {eager: true, import: 'default', query: '?rule'},
)
/** An entry is read when one of its expressions is found: most ads have few. */
const lexiconFiles = import.meta.glob<() => LexiconEntry[]>('../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
  query: '?lazy',
})
const codeFiles = import.meta.glob<{check: Check}>('../../rules/*/**/*.ts', {eager: true})

/** Every rule of the built-in packs, in the order of their ids; a lexicon beside a rule file is its entries. */
export const rules: readonly Rule[] = Object.entries(ruleFiles)
  .map(([path, file]) => ruleFrom(file, lexiconFiles[path.replace(/\.yml$/, '.lexicon.yml')]))
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))

function ruleFrom({core, texts}: RuleFile, entries: (() => LexiconEntry[]) | undefined): Rule {
  const parts = once(texts)
  for (const key of ['title', 'why', 'mend', 'messages'] as const) define(core, key, () => parts()[key])
  if (entries && core.kind === 'uttrykk') define(core, 'entries', once(entries))
  return core as Rule
}

function define(rule: object, key: string, get: () => unknown): void {
  Object.defineProperty(rule, key, {get, enumerable: true})
}

function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= read()
    return value
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
