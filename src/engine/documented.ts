import type {Rule, RuleExamples} from './types.ts'

/**
 * The rule files with what they say to people only, which the rest of the program does without. To be imported when
 * it is asked for.
 */
const files = import.meta.glob<Rule & RuleExamples>(['../../rules/*/**/*.yml', '!**/*.lexicon.yml'], {
  eager: true,
  import: 'default',
})

/** The examples of each rule by its id. */
export const examplesById: ReadonlyMap<string, RuleExamples['examples']> = new Map(
  Object.values(files).map(({id, examples}) => [id, examples]),
)
