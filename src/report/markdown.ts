import {reportMarks} from '../posting/own-report.ts'
import {escapeMarkdown} from './escape-markdown.ts'
import {factList, fieldTable, findingTable, headed, uncheckedList, waiverTable} from './markdown-tables.ts'
import {usedWaivers} from './summary.ts'
import {type TextKey, translate} from './texts.ts'
import type {Reporter, ReporterContext, UsedWaiver} from './types.ts'
import {type FileView, viewClosing, viewFile} from './view.ts'

const file = (view: FileView, waivers: readonly UsedWaiver[], {lang}: ReporterContext): string[] => {
  const heading = (key: TextKey): string => `### ${translate(lang, key)}`
  return [
    `## ${escapeMarkdown(view.path)}`,
    '',
    ...factList(view),
    ...view.remarks.flatMap((remark) => [escapeMarkdown(remark), '']),
    ...headed(heading('heading.findings'), findingTable(view.findings, lang)),
    ...headed(heading('heading.fields'), fieldTable(view, lang)),
    ...headed(heading('heading.waivers'), waiverTable(waivers, lang)),
  ]
}

/** For a comment on a pull request, and for a file that documents what was considered. */
export const markdown: Reporter = {
  name: 'markdown',
  render(report, context) {
    const {remarks, unchecked, summary} = viewClosing(report, context)
    const files = report.files.flatMap((one) => {
      const view = viewFile(one, context)
      const waivers = context.quiet ? [] : usedWaivers([one])
      return view === undefined ? [] : file(view, waivers, context)
    })
    const closing = remarks.flatMap((remark) => [escapeMarkdown(remark), ''])
    return [
      reportMarks.markdown,
      '',
      '# utlys',
      '',
      `**${escapeMarkdown(summary)}**`,
      '',
      ...uncheckedList(unchecked, context.lang),
      ...files,
      ...closing,
    ].join('\n')
  },
}
