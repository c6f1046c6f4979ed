import type {Finding, SourceReference} from '../report/types.ts'
import type {Pack} from './packs.ts'
import {sourceOf} from './rules.ts'
import type {MessageLanguage} from './types.ts'

/**
 * A finding also answers to the clauses of a policy that give reason for its rule: first of all to them when the
 * policy brings the rule or decides what it weighs. The policy as a whole need not be named beside its clauses.
 */
export const withClauses = (finding: Finding, packs: readonly Pack[], lang: MessageLanguage): Finding => {
  const clauses = packs.flatMap((pack) => clausesFor(finding.ruleId, pack, lang))
  if (clauses.length === 0) return finding
  const others = finding.sources.filter(({id}) => !sourceOf(id).policy)
  const decides = packs.some(({rules, severities}) => decidedBy(finding.ruleId, rules, severities))
  return {...finding, sources: decides ? [...clauses, ...others] : [...others, ...clauses]}
}

const clausesFor = (ruleId: string, {id, title, url, clauses = []}: Pack, lang: MessageLanguage) =>
  clauses
    .filter(({rules}) => rules?.includes(ruleId))
    .map(
      (clause): SourceReference => ({
        id: `${id}#${clause.id}`,
        title: `${title[lang]}, «${clause.heading}»`,
        ...(url && {url}),
      }),
    )

const decidedBy = (ruleId: string, rules: Pack['rules'], severities: Pack['severities']): boolean =>
  severities?.[ruleId] !== undefined || rules.some(({id}) => id === ruleId)
