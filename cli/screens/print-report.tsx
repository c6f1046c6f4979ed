import {once} from 'node:events'
import {renderToString} from 'ink'
import type {ReactNode} from 'react'
import type {Report, ReporterContext} from '../../src/report/types.ts'
import {viewClosing, viewFile} from '../../src/report/view.ts'
import {usableWidth} from '../../src/report/width.ts'
import {ClosingScreen, FileScreen} from './ReportScreen.tsx'

/**
 * Writes the Ink report. Each file is rendered by itself and written as a string, so that a report longer
 * than the terminal stays whole in the scrollback. Import this module only when a person looks at a terminal.
 */
export const printReport = async (
  report: Report,
  context: ReporterContext,
  stream: NodeJS.WritableStream = process.stdout,
): Promise<void> => {
  const width = usableWidth(context.width)
  const print = async (screen: ReactNode): Promise<void> => {
    if (!stream.write(`${renderToString(screen, {columns: width})}\n`)) await once(stream, 'drain')
  }
  for (const file of report.files) {
    const view = viewFile(file, {...context, width})
    if (view) await print(<FileScreen view={view} width={width} color={context.color} />)
  }
  await print(<ClosingScreen view={viewClosing(report, context)} width={width} color={context.color} />)
}
