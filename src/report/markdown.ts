import type {MessageLanguage} from '../engine/types.ts'
import {escapeMarkdown, markdownLink} from './escape-markdown.ts'
import {formatDate, type TextKey, translate} from './texts.ts'
import type {Reporter, ReporterContext, UsedWaiver} from './types.ts'
import {type ChecklistRow, type FileView, type FindingView, viewClosing, viewFile} from './view.ts'
import {cutEnd} from './width.ts'

type Column = Extract<TextKey, `table.${string}`>

const longestWords = 240

/** A heading and a table; nothing when the table has no rows. The cells are Markdown. */
const table = (
  heading: TextKey,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  {lang}: ReporterContext,
): string[] => {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${translate(lang, heading)}`,
    '',
    line(columns.map((column) => translate(lang, column))),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ]
}

const findingRow = ({position, symbol, word, ruleId, message, proposals, links}: FindingView): string[] => {
  const replacements = proposals.filter(({ready}) => ready.length === 0)
  const text = [message, ...replacements.map((proposal) => `${proposal.label}: ${proposal.text}`)].join(' ')
  return [
    escapeMarkdown(position),
    escapeMarkdown(`${symbol} ${word}`),
    escapeMarkdown(ruleId),
    escapeMarkdown(text),
    links.map(({title, url}) => markdownLink(title, url)).join(', '),
  ]
}

const fieldRow = ({symbol, label, value}: ChecklistRow): string[] => [
  escapeMarkdown(`${symbol} ${label}`),
  escapeMarkdown(value),
]

const waiverRow = (
  {line, ruleId, actual, reason, by, until}: UsedWaiver,
  lang: MessageLanguage,
): string[] => {
  const words = cutEnd(actual ?? '', longestWords)
  const last = formatDate(until ?? '', lang)
  return [String(line ?? ''), ruleId, words, reason, by ?? '', last].map(escapeMarkdown)
}

const file = (view: FileView, waivers: readonly UsedWaiver[], context: ReporterContext): string[] => [
  `## ${escapeMarkdown(view.path)}`,
  '',
  ...view.facts.flatMap(({label, value}) => [`- ${escapeMarkdown(`${label}: ${value}`)}`]),
  ...(view.facts.length > 0 ? [''] : []),
  ...view.remarks.flatMap((remark) => [escapeMarkdown(remark), '']),
  ...table(
    'heading.findings',
    ['table.place', 'table.severity', 'table.rule', 'table.message', 'table.sources'],
    view.findings.map(findingRow),
    context,
  ),
  ...table('heading.fields', ['table.field', 'table.value'], view.checklist.map(fieldRow), context),
  ...table(
    'heading.waivers',
    ['table.place', 'table.rule', 'table.words', 'table.reason', 'table.by', 'table.until'],
    waivers.map((waiver) => waiverRow(waiver, context.lang)),
    context,
  ),
]

/** For a comment on a pull request, and for a file that documents what was considered. */
export const markdown: Reporter = {
  name: 'markdown',
  render(report, context) {
    const {remarks, summary} = viewClosing(report, context)
    const files = report.files.flatMap((one) => {
      const view = viewFile(one, context)
      const waivers = context.quiet ? [] : report.waivers.filter((waiver) => waiver.file === one.path)
      return view === undefined ? [] : file(view, waivers, context)
    })
    const closing = remarks.flatMap((remark) => [escapeMarkdown(remark), ''])
    return ['# utlys', '', `**${escapeMarkdown(summary)}**`, '', ...files, ...closing].join('\n')
  },
}
