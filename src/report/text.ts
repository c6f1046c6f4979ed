import type {FindingView, ProposalView} from './finding-view.ts'
import {type Paint, painter} from './paint.ts'
import type {Reporter} from './types.ts'
import {type ChecklistRow, type FileView, viewClosing, viewFile} from './view.ts'
import {columns, hanging, padEnd, usableWidth, wrap} from './width.ts'

interface Layout {
  width: number
  paint: Paint
}

const checklist = (rows: readonly ChecklistRow[], {width, paint}: Layout): string[] => {
  const labels = Math.max(0, ...rows.map((row) => columns(row.label))) + 2
  const tone = {found: 'good', missing: 'strong', portal: 'dim'} as const
  return rows.flatMap(({state, symbol, label, value}) => {
    const [first = '', ...rest] = wrap(value, width - labels - 4)
    const shown = state === 'found' ? first : paint(tone[state], first)
    return [
      `  ${paint(tone[state], symbol)} ${padEnd(label, labels)}${shown}`,
      ...rest.map((line) => ' '.repeat(labels + 4) + line),
    ]
  })
}

const frame = (finding: FindingView, {paint}: Layout): string[] => {
  const gutter = Math.max(...finding.frame.map((row) => row.number.length), 0)
  const margin = (number: string) => `    ${paint('dim', `${number.padStart(gutter)} │`)} `
  return finding.frame.flatMap(({number, before, words, after, carets}) => [
    margin(number) + before + paint('mark', words) + after,
    ...(carets === '' ? [] : [margin('') + paint('strong', carets)]),
  ])
}

const source = (of: FindingView['source'], {width, paint}: Layout): string[] =>
  of ? hanging(`${of.label}: `, of.text, 4, width).map((line) => paint('dim', line)) : []

const proposal = ({label, text, ready}: ProposalView, {width, paint}: Layout): string[] => [
  ...hanging(`${label}: `, text, 4, width),
  ...ready.flatMap((line) => hanging('+ ', line, 6, width)).map((line) => paint('good', line)),
]

const finding = (view: FindingView, layout: Layout): string[] => [
  [
    `  ${layout.paint(view.severity, `${view.symbol} ${view.word}`)}`,
    layout.paint('strong', view.ruleId),
    view.positions.map(({text: position}) => position).join(', '),
  ]
    .filter((part) => part !== '')
    .join('  '),
  ...hanging('', view.message, 4, layout.width),
  ...frame(view, layout),
  ...view.proposals.flatMap((one) => proposal(one, layout)),
  ...source(view.source, layout),
  '',
]

const file = (view: FileView, layout: Layout): string[] => [
  ...wrap(view.path, layout.width).map((line) => layout.paint('strong', line)),
  ...view.facts.flatMap(({label, value}) => hanging(`${label}: `, value, 2, layout.width)),
  '',
  ...checklist(view.checklist, layout),
  ...(view.unmentioned
    ? hanging(`${view.unmentioned.label}: `, view.unmentioned.value, 4, layout.width)
    : []),
  ...(view.checklist.length > 0 ? [''] : []),
  ...view.findings.flatMap((one) => finding(one, layout)),
  ...view.remarks.flatMap((remark) => [...wrap(remark, layout.width), '']),
]

/** Plain lines, for a person without an interactive terminal, for pipes and for build logs. */
export const text: Reporter = {
  name: 'text',
  render(report, context) {
    const width = usableWidth(context.width)
    const layout: Layout = {width, paint: painter(context.color)}
    const views = report.files
      .map((one) => viewFile(one, {...context, width}))
      .filter((view) => view !== undefined)
    const closing = viewClosing(report, context)
    const lines = [
      ...views.flatMap((view) => file(view, layout)),
      ...closing.remarks
        .flatMap((remark) => wrap(remark, layout.width))
        .map((line) => layout.paint('dim', line)),
      ...wrap(closing.summary, layout.width).map((line) =>
        layout.paint(closing.clean ? 'good' : 'strong', line),
      ),
    ]
    return `${lines.join('\n')}\n`
  },
}
