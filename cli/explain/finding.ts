import {rules, sourceOf} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'
import {codeFrame} from '../../src/report/frame.ts'
import {safe} from '../../src/report/safe.ts'
import {formatDate} from '../../src/report/texts.ts'
import type {Finding} from '../../src/report/types.ts'
import {word} from '../rules/words.ts'
import {address, type Layout, prose} from './page.ts'
import {badge} from './rule-page.ts'

/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14

const rank = {error: 0, warning: 1, info: 2}

/** Findings with why they are such, in short; what their rule says comes once, after all of its findings. */
export const findingLines = (findings: readonly Finding[], source: string, layout: Layout): string[] => {
  const sorted = findings.toSorted((one, other) => rank[one.severity] - rank[other.severity])
  const ids = [...new Set(sorted.map(({ruleId}) => ruleId))]
  return ids.flatMap((id) => {
    const rule = rules.find((one) => one.id === id)!
    const own = sorted.filter(({ruleId}) => ruleId === id)
    return [...own.flatMap((one) => oneFinding(one, rule, source, layout)), ...explanation(rule, layout), '']
  })
}

const oneFinding = (finding: Finding, rule: Rule, source: string, layout: Layout): string[] => {
  const {place, waiver} = finding
  const position = place ? `${place.start.line}:${place.start.column}` : ''
  const head = [
    badge(finding.severity, layout),
    layout.paint('strong', rule.id),
    position,
    rule.title[layout.lang],
  ]
  return [
    head.filter((part) => part !== '').join('  '),
    ...frameLines(finding, source, layout),
    ...prose(layout, safe(finding.message.replace(/\s+/g, ' '))),
    ...(waiver ? prose(layout, waiverText(waiver, layout)) : []),
  ]
}

/** What a rule says of itself, in short. */
const explanation = (rule: Rule, layout: Layout): string[] => {
  const {lang} = layout
  return [
    ...prose(layout, word(lang, 'finding.why', {text: rule.why[lang]})),
    ...prose(layout, word(lang, 'finding.mend', {text: rule.mend[lang]})),
    ...rule.sources.flatMap((id) => {
      const {title, url, status} = sourceOf(id)
      const text = word(lang, 'withMark', {title, mark: word(lang, `status.${status}`)})
      return [...prose(layout, word(lang, 'finding.source', {text})), ...(url ? [address(layout, url)] : [])]
    }),
    ...prose(layout, word(lang, 'finding.more', {rule: rule.id})),
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
