import {readFileSync} from 'node:fs'
import {parseXml} from '@rgrove/parse-xml'
import {Ajv} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {expect} from 'vitest'
import reportSchema from '../../schemas/report.schema.json?validator'
import {checkPosting} from '../../src/engine/check.ts'
import {applyFixes} from '../../src/engine/fix.ts'
import {rules} from '../../src/engine/rules.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPostings} from '../../src/posting/read.ts'
import type {Place, Posting} from '../../src/posting/types.ts'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {github} from '../../src/report/github.ts'
import {html} from '../../src/report/html.ts'
import {jobSummary} from '../../src/report/job-summary.ts'
import {json} from '../../src/report/json.ts'
import {jsonl} from '../../src/report/jsonl.ts'
import {junit} from '../../src/report/junit.ts'
import {markdown} from '../../src/report/markdown.ts'
import {rdjson} from '../../src/report/rdjson.ts'
import {codeScanning, sarif} from '../../src/report/sarif.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import {text} from '../../src/report/text.ts'
import type {FileReport, Finding, Report, ReporterContext} from '../../src/report/types.ts'
import {bytes, type Draft, draft, editable} from './drafts.ts'

const today = '2026-11-21'

/** The ads of a file; none when the program says that it cannot be read. */
const read = (path: string, content: Uint8Array): Promise<Posting[]> =>
  readPostings(path, content).catch((error: Error) =>
    error.name === 'BadInput' ? [] : Promise.reject(error),
  )

interface Checked {
  posting: Posting
  report: FileReport
}

const check = async (path: string, content: Uint8Array): Promise<Checked[]> =>
  Promise.all(
    (await read(path, content)).map(async (posting) => ({
      posting,
      report: await checkPosting(posting, defaultSettings, {today, lang: 'nb'}),
    })),
  )

const checkDraft = ({path, text: all}: Draft): Promise<Checked[]> =>
  check(path, new TextEncoder().encode(all))

const expectPoint = ({offset, line, column}: Place['start'], source: string): void => {
  expect(offset).toBeLessThanOrEqual(source.length)
  const before = source.slice(0, offset).split(/\r\n|\n|\r/)
  const isWithinLineEnd = source[offset - 1] === '\r' && source[offset] === '\n'
  if (!isWithinLineEnd) expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1])
}

const expectPlace = ({start, end}: Place, {source, unit}: Posting): void => {
  expect(start.offset).toBeLessThanOrEqual(end.offset)
  if (unit) return
  expectPoint(start, source)
  expectPoint(end, source)
}

const plainWords = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const expectPlaces = ({posting, report}: Checked): void => {
  for (const {place, text: words} of Object.values(report.fields).flat()) {
    expectPlace(place, posting)
    expect(posting.source.slice(place.start.offset, place.end.offset)).toBe(words)
    expect(words.trim()).not.toBe('')
  }
  for (const {place, actual, fix, suggestions = []} of report.findings) {
    if (place) expectPlace(place, posting)
    for (const {
      range: [from, to],
    } of [...(fix ? [fix] : []), ...suggestions]) {
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(posting.source.length)
    }
    if (place && actual !== undefined && !/[&<\\]/.test(posting.source))
      expect(plainWords(posting.source.slice(place.start.offset, place.end.offset))).toContain(
        plainWords(actual),
      )
  }
}

/** Where the text of a fix stands when those before it have been made. */
const placesAfter = (applied: readonly Finding[]): {ruleId: string; from: number; to: number}[] => {
  let moved = 0
  return applied.map(({ruleId, fix}) => {
    const {range, text: replacement} = fix!
    const from = range[0] + moved
    moved += replacement.length - (range[1] - range[0])
    return {ruleId, from, to: from + replacement.length}
  })
}

const expectFixes = async (file: Draft): Promise<void> => {
  for (const {posting, report} of await checkDraft(file)) {
    const {fixed, applied} = applyFixes(posting.source, report.findings)
    expect(applyFixes(posting.source, report.findings.toReversed()).fixed, 'in any order').toBe(fixed)
    if (applied.length === 0) continue
    const [again] = await checkDraft({...file, text: fixed})
    for (const {ruleId, from, to} of placesAfter(applied)) {
      const same = again?.report.findings.filter(
        (finding) =>
          finding.ruleId === ruleId &&
          finding.fix &&
          !finding.waiver &&
          finding.fix.range[0] >= from &&
          finding.fix.range[1] <= to,
      )
      expect(same ?? [], 'what was fixed').toEqual([])
    }
    let source = fixed
    for (let round = 0; ; round++) {
      expect(round, 'rounds of fixes').toBeLessThan(6)
      const [next] = await checkDraft({...file, text: source})
      const result = next
        ? applyFixes(next.posting.source, next.report.findings)
        : {fixed: source, applied: []}
      if (result.applied.length === 0) break
      source = result.fixed
    }
  }
}

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../report/schemas/${name}`, import.meta.url), 'utf8'))
const ajv = new Ajv2020({strict: false})
addFormats.default(ajv)
const isSarif = ajv.compile(schemaOf('sarif-2.1.0.json'))
const isRdjson = new Ajv().compile(schemaOf('rdformat.json'))

const expectReports = (checked: readonly Checked[]): void => {
  const files = checked.map(({report}) => report)
  const report: Report = {
    version: 1,
    tool: {name: 'utlys', version: '0.0.0'},
    files,
    unchecked: [],
    waivers: usedWaivers(files),
    summary: summarise(files),
  }
  const context: ReporterContext = {
    lang: 'nb',
    width: 80,
    color: false,
    quiet: false,
    sources: new Map(checked.map(({posting}) => [posting.path, posting.source])),
    ruleOf: (id) => rules.find((rule) => rule.id === id),
  }
  const told = JSON.parse(json.render(report, context))
  expect(reportSchema(told), JSON.stringify(reportSchema.errors)).toBe(true)
  const each = jsonl.render(report, context).split('\n').filter(Boolean)
  expect(each.map((line) => JSON.parse(line))).toHaveLength(files.length)
  for (const format of [sarif, codeScanning])
    expect(isSarif(JSON.parse(format.render(report, context))), JSON.stringify(isSarif.errors)).toBe(true)
  expect(isRdjson(JSON.parse(rdjson.render(report, context))), JSON.stringify(isRdjson.errors)).toBe(true)
  for (const format of [checkstyle, junit]) parseXml(format.render(report, context))
  unified().use(rehypeParse, {emitParseErrors: true}).parse(html.render(report, context))
  for (const format of [text, github, markdown, jobSummary, html])
    expect(format.render(report, context)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\p{Cs}]/u)
}

/** What holds for whatever the program is given. */
export const properties: Record<string, fc.IAsyncProperty<[unknown]>> = {
  'any bytes are read or refused': fc.asyncProperty(bytes, async ({path, bytes: content}) => {
    await check(path, content)
  }),
  'places are in the file and point at the words': fc.asyncProperty(draft(), async (file) => {
    for (const checked of await checkDraft(file)) expectPlaces(checked)
  }),
  'what was fixed is not found again, and the order of fixes does not count': fc.asyncProperty(
    draft(editable),
    expectFixes,
  ),
  'every report can be read': fc.asyncProperty(draft(), async (file) =>
    expectReports(await checkDraft(file)),
  ),
  'the same draft gives the same report': fc.asyncProperty(draft(), async (file) => {
    const [once, twice] = [await checkDraft(file), await checkDraft(file)]
    expect(twice.map(({report}) => report)).toEqual(once.map(({report}) => report))
  }),
}
