import type {Proposal} from '../../../src/draft/proposals.ts'
import {safe} from '../../../src/report/safe.ts'
import {severitySymbols} from '../../../src/report/symbols.ts'
import {translate} from '../../../src/report/texts.ts'
import type {Finding} from '../../../src/report/types.ts'
import {wrap} from '../../../src/report/width.ts'
import type {RuleTexts} from '../../review/checker.ts'
import {sayProposal} from '../../review/proposals.ts'
import {sayReview} from '../../review/texts.ts'
import type {Lang} from '../../texts.ts'
import type {Row} from '../spans.ts'
import type {ScreenTone} from '../tones.ts'

interface FindingsView {
  lang: Lang
  source: string
  findings: readonly Finding[]
  chosen: number
  /** What the filter leaves, in words. */
  filtered: string | undefined
  proposals: readonly Proposal[]
  proposal: number
  rules: Readonly<Record<string, RuleTexts>>
}

/** From this height on there is room for a list above the chosen finding. */
const listFrom = 12
const mostInList = 10

const lines = (text: string, width: number, tone?: ScreenTone, indent = ''): Row[] =>
  wrap(safe(text.replace(/\s+/g, ' ')), width - indent.length).map((line) => [
    {text: indent + line, ...(tone && {tone})},
  ])

/** The findings as a list, and the chosen one with all that there is to say of it. */
export const findingPane = (view: FindingsView, width: number, height: number): Row[] => {
  const {findings, chosen} = view
  const finding = findings[chosen]
  if (!finding) return emptyPane(view, width)
  const list = height >= listFrom ? listRows(view, width, Math.min(mostInList, Math.floor(height / 3))) : []
  const head: Row[] = [headingRow(view), ...list, ...(list.length > 0 ? [[]] : [])]
  const detail = findingRows(view, finding, width)
  const room = height - head.length
  if (detail.length <= room) return [...head, ...detail]
  const more: Row = [{text: sayReview(view.lang, 'more'), tone: 'dim'}]
  return [...head, ...detail.slice(0, room - 1), more]
}

const emptyPane = ({lang, filtered}: FindingsView, width: number): Row[] =>
  filtered === undefined
    ? [...lines(sayReview(lang, 'none'), width, 'good'), [], ...lines(sayReview(lang, 'nothingLeft'), width)]
    : lines(sayReview(lang, 'noneFiltered'), width)

/** Which finding it is of how many. */
export const headingRow = ({lang, chosen, findings, filtered}: FindingsView): Row => {
  const position = sayReview(lang, 'position', {n: String(chosen + 1), all: String(findings.length)})
  const only = filtered === undefined ? '' : ` (${sayReview(lang, 'filtered', {what: filtered})})`
  return [{text: position + only, tone: 'strong'}]
}

/** The findings around the chosen one. */
const listRows = ({findings, chosen, rules}: FindingsView, width: number, height: number): Row[] => {
  const first = Math.max(0, Math.min(chosen - Math.floor(height / 2), findings.length - height))
  const numbers = Math.max(...findings.map(({place}) => String(place?.start.line ?? '–').length))
  return findings.slice(first, first + height).map(({severity, place, ruleId, actual}, i): Row => {
    const isChosen = first + i === chosen
    const number = String(place?.start.line ?? '–').padStart(numbers)
    const title = safe(rules[ruleId]?.title ?? ruleId)
    const words = actual === undefined || actual.length > width / 3 ? '' : ` «${safe(actual)}»`
    return [
      {text: isChosen ? '❯ ' : '  ', tone: 'strong'},
      {text: severitySymbols[severity], tone: severity === 'error' ? 'alarm' : 'strong'},
      {text: ` ${number} `, tone: isChosen ? 'strong' : 'dim'},
      {text: title + words, ...(isChosen && {tone: 'strong' as const})},
    ]
  })
}

/** One finding: its weight and rule, the message, what to do, why, and where it is laid down. */
export const findingRows = (view: FindingsView, finding: Finding, width: number): Row[] => {
  const {lang, rules} = view
  const {severity, ruleId, message, sources, place} = finding
  const texts = rules[ruleId]
  const where = place ? sayReview(lang, 'line', {n: String(place.start.line)}) : sayReview(lang, 'missing')
  const heading = (key: string): Row[] => [[], [{text: sayReview(lang, key), tone: 'strong'}]]
  return [
    [
      {text: ` ${severitySymbols[severity]} ${translate(lang, `severity.${severity}`)} `, tone: severity},
      {text: ` ${safe(ruleId)}, ${where}`, tone: 'dim'},
    ],
    ...lines(message, width),
    ...(view.proposals.length > 0 ? [...heading('proposals'), ...proposalRows(view, width)] : []),
    ...(texts && view.proposals.length === 0 ? [...heading('mend'), ...lines(texts.mend, width)] : []),
    ...(texts ? [...heading('why'), ...lines(texts.why, width)] : []),
    ...(sources.length > 0 ? heading('sources') : []),
    ...sources.flatMap(({title, url}) => [
      ...lines(title, width),
      ...(url ? lines(url, width, 'dim', '  ') : []),
    ]),
  ]
}

const proposalRows = ({proposals, proposal, source, lang}: FindingsView, width: number): Row[] =>
  proposals.slice(0, 9).flatMap((one, i) => {
    const isChosen = i === proposal && proposals.length > 1
    const rows = wrap(safe(sayProposal(one, source, lang)), width - 4)
    return rows.map((line, j): Row => {
      const number = j === 0 ? `${isChosen ? '❯' : ' '} ${i + 1} ` : '    '
      return [
        {text: number, tone: 'strong'},
        {text: line, ...(i === proposal && {tone: 'good' as const})},
      ]
    })
  })
