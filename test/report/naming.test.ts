import {describe, expect, test} from 'vitest'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {github} from '../../src/report/github.ts'
import {html} from '../../src/report/html.ts'
import {jobSummary} from '../../src/report/job-summary.ts'
import {junit} from '../../src/report/junit.ts'
import {markdown} from '../../src/report/markdown.ts'
import {rdjson} from '../../src/report/rdjson.ts'
import {sarif} from '../../src/report/sarif.ts'
import {text} from '../../src/report/text.ts'
import type {FileReport, Finding, Reporter} from '../../src/report/types.ts'
import {source as adSource, contextOf, file, placeOf, report} from './fixture.ts'

const commit = {server: 'https://github.com', repository: 'a/b', sha: 'c'}
const render = (reporter: Reporter, files: FileReport[], source?: string): string => {
  const context = source === undefined ? {} : {sources: new Map([[files[0]!.path, source]])}
  return reporter.render({...report, files}, {...contextOf(context), ...{commit}})
}

describe('a file with several ads', () => {
  const source = '{"tekst": "Du må være ung og sprek."}\n{"tekst": "Vi søker en ung og sprek renholder."}\n'
  const adAt = (ad: number, words: string): FileReport => {
    const place = placeOf(words, source)
    const found: Finding = {...file.findings[3]!, actual: words, place}
    const waiver = {reason: `Grunn ${ad}.`, origin: 'draft' as const}
    return {...file, path: 'alle.jsonl', ad, fields: {}, findings: [found, {...found, waiver}]}
  }
  const files = [adAt(1, 'Du må være ung og sprek'), adAt(2, 'en ung og sprek')]

  test.each([
    ['text', text, 'alle.jsonl, annonse 2'],
    ['markdown', markdown, '## alle.jsonl, annonse 2'],
    ['html', html, '<h2 id="annonse-2">alle.jsonl, annonse 2</h2>'],
    ['junit', junit, 'classname="alle, annonse 2"'],
    ['summary', jobSummary, '[alle.jsonl, annonse 2](https://github.com/a/b/blob/c/alle.jsonl)'],
  ])('%s tells which of them it is', (_format, reporter, name) => {
    expect(render(reporter, files, source)).toContain(name)
  })

  test('each has its own waivers', () => {
    for (const reporter of [markdown, html, jobSummary]) {
      expect(render(reporter, files, source).match(/Grunn \d/g)).toEqual(['Grunn 1', 'Grunn 2'])
    }
  })

  test('the page shows each ad by itself', () => {
    const [first, second] = render(html, files, source).split('<section').slice(1)
    expect(first).toContain('Du må være')
    expect(first).not.toContain('renholder')
    expect(second).not.toContain('Du må være')
  })

  test('equal findings of two ads have fingerprints of their own', () => {
    const [{findings}] = files as [FileReport]
    const twins = [1, 2].map((ad) => ({...files[0]!, ad, findings}))
    const {results} = JSON.parse(render(sarif, twins, source)).runs[0]
    const prints = results.map(
      (one: {partialFingerprints: object}) => Object.values(one.partialFingerprints)[0],
    )
    expect(new Set(prints).size).toBe(prints.length)
  })
})

describe('a document without lines', () => {
  const document: FileReport = {...file, path: 'a.docx', unit: 'paragraph', readOnly: 'format'}

  test.each([
    ['text', text, 'avsnitt 4 (tegn '],
    ['markdown', markdown, '| avsnitt 4 (tegn 12) | ▲ Advarsel'],
    ['html', html, '>avsnitt 4</a>, inkludering/alder'],
    ['junit', junit, 'a.docx:avsnitt 4 (tegn 12): Advarsel'],
    ['summary', jobSummary, '| [avsnitt 4 (tegn 12)](https://github.com/a/b/blob/c/a.docx) | ▲ Advarsel'],
    [
      'github',
      github,
      '::warning file=a.docx,line=1,title=Krav eller ønske om alder (inkludering/alder)::Avsnitt 4: «ung',
    ],
    ['checkstyle', checkstyle, '<error line="1" severity="warning" message="Avsnitt 4: «ung og sprek»'],
  ])('%s tells the paragraph', (_format, reporter, words) => {
    expect(render(reporter, [document], adSource)).toContain(words)
  })

  test('SARIF and rdjson have no lines that are none, and no suggestions that nobody can take', () => {
    const {results} = JSON.parse(render(sarif, [document], adSource)).runs[0]
    expect(results[3].message.text).toMatch(/^Avsnitt 4: «ung/)
    expect(results[3].locations[0].physicalLocation.region).toEqual({
      ...{startLine: 1, startColumn: 1, endLine: 1, endColumn: 1},
    })
    const {diagnostics} = JSON.parse(render(rdjson, [document], adSource))
    for (const one of diagnostics) {
      expect(one).not.toHaveProperty('suggestions')
      expect(one.location).toEqual({path: 'a.docx'})
    }
    expect(diagnostics[2].message).toMatch(/^Avsnitt 4: /)
  })
})
