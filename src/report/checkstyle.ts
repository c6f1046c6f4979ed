import {inertText} from './escape-markdown.ts'
import {inParagraph} from './naming.ts'
import {repositoryPath} from './paths.ts'
import {openFindings} from './pick.ts'
import {sourceLine, sourceTitle} from './sources.ts'
import type {FileReport, Finding, Reporter, ReporterContext} from './types.ts'
import {documentOf, element} from './xml.ts'

/** The release of Checkstyle whose reports these are like; some readers want to see one. */
const version = '8.36'

/** As Checkstyle does, what concerns the file as a whole stands at the first line and has no column. */
const error = (finding: Finding, file: FileReport, context: ReporterContext): string =>
  element('error', {
    line: (file.unit ? undefined : finding.place?.start.line) ?? 1,
    column: file.unit ? undefined : finding.place?.start.column,
    severity: finding.severity,
    message: [
      inertText(inParagraph(finding.message, finding.place, file, context.lang)),
      ...sourceLine(finding, context, sourceTitle),
    ].join(' '),
    source: ['utlys', ...finding.ruleId.split('/')].join('.'),
  })

/** The format of Checkstyle, which most build servers and editors read. */
export const checkstyle: Reporter = {
  name: 'checkstyle',
  render(report, context) {
    const files = report.files.map((file) => {
      const errors = openFindings(file, context).map((finding) => `${error(finding, file, context)}\n`)
      return element('file', {name: repositoryPath(file.path)}, errors.length > 0 ? ['\n', ...errors] : [])
    })
    return documentOf('checkstyle', {version}, files)
  },
}
