import {compiledLexicon, entryCounts} from 'virtual:expressions'
import {type Lexicon, lexiconFrom, type RuledEntry} from '../language/lexicon.ts'
import type {Analysis} from '../language/types.ts'
import type {ExpressionHit, ExpressionRule, Rule} from './types.ts'

const isExpressionRule = (rule: Rule): rule is ExpressionRule => rule.kind === 'uttrykk'

/** The lexicon of the built-in rules, which the build has compiled with their entries in this order. */
export const lexiconOf = (rules: readonly Rule[]): Lexicon => {
  const starts: {start: number; rule: ExpressionRule}[] = []
  let count = 0
  for (const rule of rules.filter(isExpressionRule)) {
    starts.push({start: count, rule})
    count += entryCounts[rule.id]!
  }
  const ownerOf = (number: number) => starts.findLast((one) => one.start <= number)!
  const known: RuledEntry[] = []
  return lexiconFrom(compiledLexicon, {
    at(number) {
      const {start, rule} = ownerOf(number)
      known[number] ??= {
        ...rule.entries[number - start]!,
        ruleId: rule.id,
        concerns: rule.concerns ?? 'applicant',
      }
      return known[number]
    },
    ruleIdAt: (number) => ownerOf(number).rule.id,
  })
}

/**
 * What a rule asks for expressions with; they are sorted by rule when the first one asks.
 *
 * @param applied the rules that are on for this posting; what the others would find is not told
 */
export const expressionsIn = (
  analysis: Analysis,
  applied: readonly Rule[],
): ((ruleId: string) => readonly ExpressionHit[]) => {
  let byRule: Map<string, ExpressionHit[]> | undefined
  return (ruleId) => {
    byRule ??= sortByRule(analysis)
    const found = byRule.get(ruleId)
    return found && applied.some(({id}) => id === ruleId) ? found : []
  }
}

const sortByRule = ({sentencesWithHits}: Analysis): Map<string, ExpressionHit[]> => {
  const byRule = new Map<string, ExpressionHit[]>()
  for (const sentence of sentencesWithHits) {
    for (const hit of sentence.hits) {
      const hits = byRule.get(hit.ruleId)
      if (hits) hits.push({...hit, sentence})
      else byRule.set(hit.ruleId, [{...hit, sentence}])
    }
  }
  return byRule
}
