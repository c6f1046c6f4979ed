import {json} from '../../src/report/json.ts'
import {text} from '../../src/report/text.ts'
import type {Reporter} from '../../src/report/types.ts'
import {commitHere} from './commit.ts'
import type {Format} from './request.ts'

/** A format that can be written to a file; the other one is a screen. */
export type WrittenFormat = Exclude<Format, 'terminal'>

/** A format is loaded by those who ask for it; text and JSON are what most of them get. */
const reporters: Record<WrittenFormat, () => Reporter | Promise<Reporter>> = {
  text: () => text,
  json: () => json,
  jsonl: async () => (await import('../../src/report/jsonl.ts')).jsonl,
  markdown: async () => (await import('../../src/report/markdown.ts')).markdown,
  html: async () => (await import('../../src/report/html.ts')).html,
  github: async () => (await import('../../src/report/github.ts')).github,
  summary: async () => (await import('../../src/report/job-summary.ts')).jobSummary,
  sarif: async () => (await import('../../src/report/sarif.ts')).sarif,
  'code-scanning': async () => (await import('../../src/report/sarif.ts')).codeScanning,
  rdjson: async () => (await import('../../src/report/rdjson.ts')).rdjson,
  checkstyle: async () => (await import('../../src/report/checkstyle.ts')).checkstyle,
  junit: async () => (await import('../../src/report/junit.ts')).junit,
}

/** Every format may know the commit that is checked on a build server of GitHub. */
export const reporterOf = async (format: WrittenFormat): Promise<Reporter> => {
  const {name, render} = await reporters[format]()
  return {name, render: (report, context) => render(report, {commit: commitHere(), ...context})}
}
