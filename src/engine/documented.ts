import type {Rule, RuleExamples} from './types.ts'

/**
 * The rule files with what they say to people only, which the rest of the program does without. To be imported when
 * it is asked for.
 */
const files = import.meta.glob<Rule & RuleExamples>(
  ['../../rules/*/**/*.yml', '!**/*.lexicon.yml', '!**/pack.yml'],
  {
    eager: true,
    import: 'default',
  },
)

const byId = new Map(Object.values(files).map((rule) => [rule.id, rule.examples]))

const none: RuleExamples['examples'] = {triggers: [], silent: []}

/** The examples of a rule; those of an employer's own pack are read with the rule. */
export const examplesOf = (rule: Rule & Partial<RuleExamples>): RuleExamples['examples'] =>
  byId.get(rule.id) ?? rule.examples ?? none
