import {createLexicon, type Lexicon} from '../language/lexicon.ts'
import type {Analysis} from '../language/types.ts'
import type {ExpressionHit, Rule} from './types.ts'

/** The lexicon of all expressions of the rules. */
export const lexiconOf = (rules: readonly Rule[]): Lexicon =>
  createLexicon(
    rules.flatMap((rule) =>
      rule.kind === 'uttrykk'
        ? rule.entries.map((entry) => ({...entry, ruleId: rule.id, concerns: rule.concerns ?? 'applicant'}))
        : [],
    ),
  )

/** What a rule asks for its own expressions with; they are sorted by rule when the first one asks. */
export const expressionsIn = (analysis: Analysis): ((ruleId: string) => readonly ExpressionHit[]) => {
  let byRule: Map<string, ExpressionHit[]> | undefined
  return (ruleId) => {
    byRule ??= sortByRule(analysis)
    return byRule.get(ruleId) ?? []
  }
}

const sortByRule = ({sentences}: Analysis): Map<string, ExpressionHit[]> => {
  const byRule = new Map<string, ExpressionHit[]>()
  for (const sentence of sentences) {
    for (const hit of sentence.hits) {
      const hits = byRule.get(hit.ruleId)
      if (hits) hits.push({...hit, sentence})
      else byRule.set(hit.ruleId, [{...hit, sentence}])
    }
  }
  return byRule
}
