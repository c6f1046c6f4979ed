import type {MessageLanguage} from '../engine/types.ts'
import {longestWords} from './clipped.ts'
import {escapeMarkdown, markdownLink} from './escape-markdown.ts'
import type {FindingView} from './finding-view.ts'
import {formatDate, type TextKey, translate} from './texts.ts'
import type {UsedWaiver} from './types.ts'
import type {FileView} from './view.ts'
import {cutEnd} from './width.ts'

/** The address of some lines of a file, first to last; nothing when the file is nowhere on the web. */
export type LineAddress = (start: number, end: number) => string | undefined

const noAddress: LineAddress = () => undefined

/** A table with its heads; nothing when it has no rows. The cells are Markdown. */
export const table = (
  columns: readonly TextKey[],
  rows: readonly (readonly string[])[],
  lang: MessageLanguage,
): string[] => {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map((column) => translate(lang, column))),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ]
}

const findingRow = (finding: FindingView, addressOf: LineAddress): string[] => {
  const {positions, symbol, word, ruleId, message, proposals, links} = finding
  const replacements = proposals.filter(({ready}) => ready.length === 0)
  const text = [message, ...replacements.map((proposal) => `${proposal.label}: ${proposal.text}`)].join(' ')
  return [
    positions
      .map(({text: position, place}) =>
        markdownLink(position, place && addressOf(place.start.line, place.end.line)),
      )
      .join(', '),
    escapeMarkdown(`${symbol} ${word}`),
    escapeMarkdown(ruleId),
    escapeMarkdown(text),
    links.map(({title, url}) => markdownLink(title, url)).join(', '),
  ]
}

export const findingTable = (
  findings: readonly FindingView[],
  lang: MessageLanguage,
  addressOf = noAddress,
): string[] =>
  table(
    ['table.place', 'table.severity', 'table.rule', 'table.message', 'table.sources'],
    findings.map((finding) => findingRow(finding, addressOf)),
    lang,
  )

export const fieldTable = ({checklist}: FileView, lang: MessageLanguage): string[] =>
  table(
    ['table.field', 'table.value'],
    checklist.map(({symbol, label, value}) => [`${symbol} ${label}`, value].map(escapeMarkdown)),
    lang,
  )

export const factList = ({facts}: FileView): string[] => [
  ...facts.map(({label, value}) => `- ${escapeMarkdown(`${label}: ${value}`)}`),
  ...(facts.length > 0 ? [''] : []),
]

const waiverRow = (
  {line, ruleId, actual, reason, by, until}: UsedWaiver,
  lang: MessageLanguage,
  addressOf: LineAddress,
): string[] => {
  const words = cutEnd(actual ?? '', longestWords)
  const last = formatDate(until ?? '', lang)
  const place = line === undefined ? '' : markdownLink(String(line), addressOf(line, line))
  return [place, ...[ruleId, words, reason, by ?? '', last].map(escapeMarkdown)]
}

export const waiverTable = (
  waivers: readonly UsedWaiver[],
  lang: MessageLanguage,
  addressOf = noAddress,
): string[] =>
  table(
    ['table.place', 'table.rule', 'table.words', 'table.reason', 'table.by', 'table.until'],
    waivers.map((waiver) => waiverRow(waiver, lang, addressOf)),
    lang,
  )

/** What could not be checked, under a heading of its own. */
export const uncheckedList = (unchecked: readonly string[], lang: MessageLanguage): string[] =>
  headed(
    `## ${translate(lang, 'heading.unchecked')}`,
    unchecked.length === 0 ? [] : [...unchecked.map((one) => `- ${escapeMarkdown(one)}`), ''],
  )

/** A heading over what is there; nothing over nothing. */
export const headed = (heading: string, content: readonly string[]): string[] =>
  content.length === 0 ? [] : [heading, '', ...content]
