import type {Clause, Pack} from '../engine/packs.ts'
import type {MessageLanguage} from '../engine/types.ts'

/** What of a policy the rules check; `utlys policy --format json` is this object. */
export interface Coverage {
  policy: string
  title: string
  clauses: CoveredClause[]
}

export interface CoveredClause {
  id: string
  heading: string
  text: string
  /** What an ad can show of it. */
  ad?: string
  rules: string[]
  /** Why no rule checks it, or not all of it. */
  reason?: string
}

/** The clauses of a policy with the rules that each gives reason for. */
export const coverageOf = ({id, title, clauses = []}: Pack, lang: MessageLanguage): Coverage => ({
  policy: id,
  title: title[lang],
  clauses: clauses.map((clause) => covered(clause, lang)),
})

const covered = (
  {id, heading, text, ad, rules = [], reason}: Clause,
  lang: MessageLanguage,
): CoveredClause => ({
  id,
  heading,
  text: text[lang],
  ...(ad && {ad: ad[lang]}),
  rules: [...rules],
  ...(reason && {reason: reason[lang]}),
})
