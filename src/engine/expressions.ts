import {createLexicon, type Lexicon} from '../language/lexicon.ts'
import type {Analysis} from '../language/types.ts'
import type {ExpressionHit, Rule} from './types.ts'

let lexicon: Lexicon | undefined

/** All expressions of all rules are found in one pass, when the first rule asks for its own. */
export const createExpressionFinder = (
  rules: readonly Rule[],
  analysis: Analysis,
): ((ruleId: string) => readonly ExpressionHit[]) => {
  let hits: Map<string, ExpressionHit[]> | undefined
  return (ruleId) => {
    hits ??= findAll(lexiconOf(rules), analysis)
    return hits.get(ruleId) ?? []
  }
}

const lexiconOf = (rules: readonly Rule[]): Lexicon => {
  lexicon ??= createLexicon(
    rules.flatMap((rule) =>
      rule.kind === 'uttrykk'
        ? rule.entries.map((entry) => ({...entry, ruleId: rule.id, concerns: rule.concerns ?? 'applicant'}))
        : [],
    ),
  )
  return lexicon
}

const findAll = (index: Lexicon, analysis: Analysis): Map<string, ExpressionHit[]> => {
  const hits = analysis.sentences.flatMap((sentence) =>
    index.find(sentence).map((hit): ExpressionHit => ({...hit, sentence})),
  )
  const byRule = new Map<string, ExpressionHit[]>()
  for (const hit of hits) byRule.set(hit.ruleId, [...(byRule.get(hit.ruleId) ?? []), hit])
  return byRule
}
