import {markdownLink} from '../../../src/report/escape-markdown.ts'
import {countBySeverity, openFindings} from '../../../src/report/pick.ts'
import {countsInWords, translate} from '../../../src/report/texts.ts'
import type {Finding, Report, ReporterContext} from '../../../src/report/types.ts'
import {sayReviewed} from './texts.ts'
import type {ReviewRequest} from './types.ts'

/** The open findings that no comment stands for, in words; empty when there are none. */
export const restInWords = (
  report: Report,
  context: ReporterContext,
  commented: ReadonlySet<Finding>,
): string => {
  const open = report.files.flatMap((file) => openFindings(file, context))
  return countsInWords(countBySeverity(open.filter((finding) => !commented.has(finding))), context.lang)
}

/** The text of the review itself: how much there is, and where the rest is to be read. */
export const renderOverview = (
  {report, isWhole, context, runUrl}: ReviewRequest,
  commented: ReadonlySet<Finding>,
): string => {
  const {lang} = context
  const open = report.files.flatMap((file) => openFindings(file, context))
  const all = countsInWords(countBySeverity(open), lang)
  const rest = restInWords(report, context, commented)
  const clean = isWhole ? [sayReviewed(lang, 'overview.clean')] : []
  return [
    ...(all === '' ? clean : [sayReviewed(lang, 'overview', {list: all})]),
    ...(isWhole ? [] : [sayReviewed(lang, 'overview.partial')]),
    ...(rest === '' ? [] : [sayReviewed(lang, 'overview.rest', {list: rest})]),
    ...(runUrl === undefined ? [] : [markdownLink(sayReviewed(lang, 'overview.report'), runUrl)]),
    translate(lang, 'summary.legal'),
  ].join('\n\n')
}
