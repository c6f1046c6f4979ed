import {compiledLexicon, entryCounts} from 'virtual:expressions'
import {analyse} from '../language/analyse.ts'
import {createLexicon, type Lexicon, lexiconFrom, type RuledEntry} from '../language/lexicon.ts'
import type {Analysis} from '../language/types.ts'
import type {Posting} from '../posting/types.ts'
import type {Pack} from './packs.ts'
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

/** What a rule asks for its own expressions with; they are sorted by rule when the first one asks. */
export const expressionsIn = (analysis: Analysis): ((ruleId: string) => readonly ExpressionHit[]) => {
  let byRule: Map<string, ExpressionHit[]> | undefined
  return (ruleId) => {
    byRule ??= sortByRule(analysis)
    return byRule.get(ruleId) ?? []
  }
}

const ownLexicons = new WeakMap<Pack, Lexicon>()

/** The lexicon of an employer's own pack, which the build does not know. */
const ownLexiconOf = (pack: Pack): Lexicon => {
  const lexicon = ownLexicons.get(pack) ?? createLexicon(pack.rules.filter(isExpressionRule).flatMap(ruled))
  ownLexicons.set(pack, lexicon)
  return lexicon
}

const ruled = ({id, concerns = 'applicant', entries}: ExpressionRule): RuledEntry[] =>
  entries.map((entry) => ({...entry, ruleId: id, concerns}))

/** What the rules ask for their expressions with, also those of employers' own packs. */
export const expressionsOf = (
  posting: Posting,
  analysis: Analysis,
  packs: readonly Pack[],
): ((ruleId: string) => readonly ExpressionHit[]) => {
  const common = expressionsIn(analysis)
  const own = packs
    .filter(({rules}) => rules.some((rule) => isExpressionRule(rule) && entryCounts[rule.id] === undefined))
    .map((pack) => ({pack, hitsOf: expressionsIn(analyse(posting, ownLexiconOf(pack)))}))
  return (ruleId) => (own.find(({pack}) => ruleId.startsWith(`${pack.id}/`))?.hitsOf ?? common)(ruleId)
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
