import {sourceOf} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'
import {codeFrame} from '../../src/report/frame.ts'
import {positionOf} from '../../src/report/naming.ts'
import {safe} from '../../src/report/safe.ts'
import {formatDate} from '../../src/report/texts.ts'
import type {Finding, SourceReference, Waiver} from '../../src/report/types.ts'
import {word} from '../rules/words.ts'
import type {Lang} from '../texts.ts'
import type {Ad} from './ad.ts'
import {address, type Layout, prose} from './page.ts'
import {badge} from './rule-page.ts'

/** Space before a frame's text for the indent, the line number and the rule. */
const frameMargin = 14

const rank = {error: 0, warning: 1, info: 2}

/** Findings with why they are such, in short; what their rule says comes once, after all of its findings. */
export const findingLines = (
  findings: readonly Finding[],
  {rules, source, report}: Ad,
  layout: Layout,
): string[] => {
  const sorted = findings.toSorted((one, other) => rank[one.severity] - rank[other.severity])
  const ids = [...new Set(sorted.map(({ruleId}) => ruleId))]
  return ids.flatMap((id) => {
    const rule = rules.find((one) => one.id === id)!
    const own = sorted.filter(({ruleId}) => ruleId === id)
    return [
      ...own.flatMap((one) => oneFinding(one, rule, {source, report}, layout)),
      ...explanation(rule, own[0]!, layout),
      '',
    ]
  })
}

const oneFinding = (
  finding: Finding,
  rule: Rule,
  {source, report}: Pick<Ad, 'source' | 'report'>,
  layout: Layout,
): string[] => {
  const {place, waiver} = finding
  const position = place ? positionOf(place, report, layout.lang) : ''
  const head = [
    badge(finding.severity, layout),
    layout.paint('strong', safe(rule.id)),
    position,
    safe(rule.title[layout.lang]),
  ]
  return [
    head.filter((part) => part !== '').join('  '),
    ...frameLines(finding, source, layout),
    ...prose(layout, finding.message),
    ...(waiver ? prose(layout, waiverText(waiver, layout)) : []),
  ]
}

/** What a rule says of itself, in short. */
const explanation = (rule: Rule, {sources}: Finding, layout: Layout): string[] => {
  const {lang} = layout
  return [
    ...prose(layout, word(lang, 'finding.why', {text: rule.why[lang]})),
    ...prose(layout, word(lang, 'finding.mend', {text: rule.mend[lang]})),
    ...sources.flatMap((source) => [
      ...prose(layout, word(lang, 'finding.source', {text: sourceText(source, lang)})),
      ...(source.url ? [address(layout, source.url)] : []),
    ]),
    ...prose(layout, word(lang, 'finding.more', {rule: rule.id})),
  ]
}

/** A source with its mark; a clause of a policy is the employer's own and has none. */
const sourceText = ({id, title}: SourceReference, lang: Lang): string =>
  id.includes('#')
    ? title
    : word(lang, 'withMark', {title, mark: word(lang, `status.${sourceOf(id).status}`)})

const waiverText = ({reason, by, until}: Waiver, {lang}: Layout): string => {
  const how = [
    ...(by ? [word(lang, 'waived.by', {by})] : []),
    ...(until ? [word(lang, 'waived.until', {date: formatDate(until, lang)})] : []),
  ].join(', ')
  return how === '' ? word(lang, 'finding.waived', {reason}) : word(lang, 'finding.waivedHow', {how, reason})
}

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
