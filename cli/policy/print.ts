import type {Coverage, CoveredClause} from '../../src/packs/coverage.ts'
import {painter} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import {padEnd, widestProse, wrap} from '../../src/report/width.ts'
import {type Lang, say} from '../texts.ts'

export interface Page {
  lang: Lang
  width: number
  color: boolean
}

/** `label` once, the text wrapped beside it. */
const beside = (label: string, text: string, width: number): string[] =>
  wrap(safe(text), Math.min(width, widestProse) - label.length).map(
    (line, i) => (i === 0 ? label : ' '.repeat(label.length)) + line,
  )

/** The clauses of a policy by section, each with its rules or the reason why there are none. */
export const printCoverage = ({policy, title, clauses}: Coverage, page: Page): string => {
  const paint = painter(page.color)
  const covered = clauses.filter(({rules}) => rules.length > 0).length
  const counts = {
    antall: String(clauses.length),
    regler: String(covered),
    uten: String(clauses.length - covered),
  }
  const lines = [
    paint('strong', `${safe(title)} (${safe(policy)})`),
    ...wrap(say(page.lang, clauses.length === 0 ? 'policy.none' : 'policy.counts', counts), page.width),
  ]
  let heading = ''
  for (const clause of clauses) {
    if (clause.heading !== heading) lines.push('', paint('strong', safe(clause.heading)))
    heading = clause.heading
    lines.push(...clauseLines(clause, Math.max(...clauses.map(({id}) => id.length)), page))
  }
  return `${lines.join('\n')}\n`
}

const clauseLines = ({id, text, ad, rules, reason}: CoveredClause, longest: number, page: Page): string[] => {
  const paint = painter(page.color)
  const label = `  ${padEnd(safe(id), longest)}  `
  const margin = ' '.repeat(label.length)
  const more = (key: string, value: string): string[] =>
    beside(`${margin}${say(page.lang, key)}: `, value, page.width).map((line) => paint('dim', line))
  return [
    ...beside(label, text, page.width),
    ...(ad === undefined ? [] : more('policy.ad', ad)),
    ...(rules.length === 0 ? [] : more('policy.rules', rules.join(', '))),
    ...(reason === undefined ? [] : more(rules.length === 0 ? 'policy.reason' : 'policy.rest', reason)),
  ]
}
