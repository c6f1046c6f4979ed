import {rules, sourceOf} from '../../src/engine/rules.ts'
import {codeFrame} from '../../src/report/frame.ts'
import {safe} from '../../src/report/safe.ts'
import {formatDate} from '../../src/report/texts.ts'
import type {Finding} from '../../src/report/types.ts'
import {word} from '../rules/words.ts'
import {address, bullet, type Layout, prose} from './page.ts'
import {badge} from './rule-page.ts'

/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14

const rank = {error: 0, warning: 1, info: 2}

export const byWeight = (one: Finding, other: Finding): number => rank[one.severity] - rank[other.severity]

/** A finding with why it is one, in short. */
export const findingLines = (finding: Finding, source: string, layout: Layout): string[] => {
  const {lang, paint} = layout
  const rule = rules.find(({id}) => id === finding.ruleId)!
  const {place, waiver} = finding
  const position = place ? `${place.start.line}:${place.start.column}` : ''
  return [
    [badge(finding.severity, layout), paint('strong', rule.id), position, rule.title[lang]]
      .filter((part) => part !== '')
      .join('  '),
    ...frameLines(finding, source, layout),
    ...prose(layout, safe(finding.message.replace(/\s+/g, ' '))),
    ...(waiver ? prose(layout, waiverText(waiver, layout)) : []),
    ...prose(layout, word(lang, 'finding.why', {text: rule.why[lang]})),
    ...prose(layout, word(lang, 'finding.mend', {text: rule.mend[lang]})),
    ...rule.sources.flatMap((id) => {
      const {title, url, status} = sourceOf(id)
      const text = word(lang, 'withMark', {title, mark: word(lang, `status.${status}`)})
      return [...bullet(layout, word(lang, 'finding.source', {text})), ...(url ? [address(layout, url)] : [])]
    }),
    ...prose(layout, word(lang, 'finding.more', {rule: rule.id})),
    '',
  ]
}

const waiverText = ({reason, until}: NonNullable<Finding['waiver']>, {lang}: Layout): string =>
  until
    ? word(lang, 'finding.waivedUntil', {reason, date: formatDate(until, lang)})
    : word(lang, 'finding.waived', {reason})

const frameLines = ({place, actual}: Finding, source: string, {width, paint}: Layout): string[] => {
  if (!place || actual === undefined) return []
  const rows = codeFrame(source, place, width - frameMargin)
  const gutter = Math.max(...rows.map(({number}) => number.length))
  const margin = (number: string): string => `  ${paint('dim', `${number.padStart(gutter)} │`)} `
  return rows.flatMap(({number, before, words, after, carets}) => [
    margin(number) + before + paint('mark', words) + after,
    ...(carets === '' ? [] : [margin('') + paint('strong', carets)]),
  ])
}
