import {expect, test} from 'vitest'
import {reporterOf, type WrittenFormat} from '../../cli/check/reporters.ts'
import {isOwnReport} from '../../src/posting/own-report.ts'
import {readPostings} from '../../src/posting/read.ts'
import type {Report} from '../../src/report/types.ts'
import {contextOf, report, reportOf, source} from './fixture.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const reports: Readonly<Record<string, Report>> = {
  findings: report,
  none: {...reportOf({}), summary: {...report.summary, error: 0, warning: 0, info: 0, fixable: 0, waived: 0}},
  known: {...report, summary: {...report.summary, error: 0, warning: 0, info: 0, known: 3}},
  many: {...report, summary: {...report.summary, files: 12, error: 0, warning: 12, info: 30}},
  advice: {...report, summary: {...report.summary, files: 12, error: 0, warning: 0}},
}

test.each(['html', 'markdown', 'text', 'summary'] as const satisfies readonly WrittenFormat[])(
  'what is written as %s is known as a report, and refused as an ad',
  async (format) => {
    const {render} = await reporterOf(format)
    for (const lang of ['nb', 'nn', 'en'] as const)
      for (const quiet of [false, true])
        for (const width of [30, 80])
          for (const [kind, one] of Object.entries(reports)) {
            const bytes = bytesOf(render(one, contextOf({lang, quiet, width})))
            expect([isOwnReport(bytes), lang, quiet, width, kind]).toEqual([true, lang, quiet, width, kind])
          }
    const bytes = bytesOf(render(report, contextOf()))
    const path = format === 'html' ? 'r.html' : format === 'text' ? 'r.txt' : 'r.md'
    await expect(readPostings(path, bytes)).rejects.toMatchObject({code: 'ownReport'})
  },
)

test.each([
  source,
  `${source}\nSend\n3 filer: CV, vitnemål og attester.\n`,
  `${source}\n3 filer: 2 feil, 1 råd.\n\nVelkommen som søker!\n`,
  'Vi bruker utlys. <!-- generator: utlys -->',
  '<!doctype html><html><head><meta name="generator" content="Word"></head><body>Renholder</body></html>',
  '',
])('an ad is none: %j', (text) => {
  expect(isOwnReport(bytesOf(text))).toBe(false)
})
