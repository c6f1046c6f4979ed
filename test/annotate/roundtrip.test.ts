import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {zipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {BadInput} from '../../src/posting/bad-input.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import type {Report} from '../../src/report/types.ts'
import {entriesOf} from '../posting/office.ts'
import {hasLibreOffice, openLibreOffice} from './libreoffice.ts'
import {commented, withoutMarks} from './marked.ts'

const ad = `<html><body>
<h1>Formann ved Lillevik renhold</h1>
<p>Lillevik kommune søker en <b>flink vask</b>edame i vikariat. Du er <i>ung og dynamisk</i>, og har norsk som morsmål.</p>
<h2>Kvalifikasjoner</h2>
<ul><li>Fagbrev som renholdsoperatør</li><li>Feilfri <u>norsk</u> skriftlig</li></ul>
<table><tr><td>Søknadsfrist</td><td>1. mai 2027</td></tr><tr><td>Stillingsprosent</td><td>80 % &amp; mer</td></tr></table>
<p>Søk <a href="https://example.com/soknad">på nettsiden vår</a>. Spør formann Kari Eksempel, kari@example.com.</p>
</body></html>`

const seeds = new URL('../../../shared/seeds/', import.meta.url)
const seed = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('003_')) : undefined

if (!hasLibreOffice) console.log('LibreOffice or pdftotext is not installed: the round trip is not tested.')
if (!seed) console.log('The seed ads are not here: the round trip is tested on an invented ad only.')

const names = ['annonse', ...(seed ? ['seed'] : [])]

describe.skipIf(!hasLibreOffice)('a document of LibreOffice, annotated and opened there again', () => {
  const office = openLibreOffice()
  const at = (name: string): string => path.join(office.folder, name)
  const bytesOf = (name: string): Uint8Array => readFileSync(at(name))
  const reports = new Map<string, Report>()

  beforeAll(() => {
    writeFileSync(at('annonse.html'), ad)
    office.convert('docx', [at('annonse.html')], '--infilter=HTML (StarWriter)')
    if (seed) {
      writeFileSync(at('seed.txt'), readFileSync(new URL(seed, seeds)))
      office.convert('docx', [at('seed.txt')])
    }
    for (const name of names) {
      const args = ['check', at(`${name}.docx`), '-f', 'json', '--today', '2027-03-01', '--annotate']
      const {stdout} = spawnSync(process.execPath, [inject('bundle'), ...args, at(`${name}.kommentert.docx`)])
      reports.set(name, JSON.parse(stdout.toString()) as Report)
    }
    const copies = names.map((name) => at(`${name}.kommentert.docx`))
    office.convert('fodt', copies)
    office.convert('pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}', copies)
  }, 120_000)

  afterAll(() => rmSync(office.folder, {recursive: true}))

  it.each(names)(
    '%s: each finding is a comment around its words, and one tells of all that is missing',
    (name) => {
      const words = commented(bytesOf(`${name}.kommentert.docx`))
      const {findings} = reports.get(name)!.files[0]!
      const placed = findings.filter(({actual}) => actual !== undefined)
      expect(placed.length).toBeLessThan(findings.length - 1)
      const bare = (text: string): string => text.replaceAll('&amp;', '&').replace(/[\n\t\u2028]/g, '')
      expect(words).toHaveLength(placed.length + 1)
      expect(words.map(bare)).toEqual(expect.arrayContaining(placed.map(({actual}) => bare(actual!))))
      expect(placed.length).toBeGreaterThan(2)
    },
  )

  it.each(names)('%s: LibreOffice has the same comments around the same words', (name) => {
    const theirs = annotationsIn(readFileSync(at(`${name}.kommentert.fodt`), 'utf8'))
    const {findings} = reports.get(name)!.files[0]!
    expect(theirs).toHaveLength(findings.filter(({actual}) => actual !== undefined).length + 1)
    for (const {actual, fix} of findings)
      if (actual !== undefined && !fix) expect(theirs).toContain(actual.replaceAll(/[\n\t\u2028]/g, ''))
  })

  it.each(names)('%s: nothing else is changed', (name) => {
    const [before, after] = [bytesOf(`${name}.docx`), bytesOf(`${name}.kommentert.docx`)]
    expect(withoutMarks(after)).toBe(withoutMarks(before))
    const [old, now] = [entriesOf(before), entriesOf(after)]
    const touched = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels']
    for (const entry of Object.keys(old)) if (!touched.includes(entry)) expect(now[entry]).toEqual(old[entry])
  })

  it.each(names)('%s: with bytes exchanged it is read or refused, never a crash', async (name) => {
    const parts = entriesOf(bytesOf(`${name}.docx`))
    const document = parts['word/document.xml']!
    const edit = fc.tuple(fc.nat(document.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(edit, {minLength: 1, maxLength: 5}), async (edits) => {
        const damaged = Uint8Array.from(document)
        for (const [at, byte] of edits) damaged[at] = byte
        const read = readPosting('a.docx', zipSync({...parts, 'word/document.xml': damaged}, {level: 0}))
        expect(await read.catch((error: unknown) => error)).toSatisfy(isReadOrRefused)
      }),
      {numRuns: 100},
    )
  })

  it.each(names)('%s: the words on paper are the same', (name) => {
    const paper = execFileSync('pdftotext', ['-layout', at(`${name}.kommentert.pdf`), '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const onPaper = paper.replaceAll(/\s+/g, '')
    const fixes = reports.get(name)!.files[0]!.findings.flatMap(({fix}) => fix ?? [])
    for (const {text} of fixes) expect(onPaper).toContain(text.replaceAll(/\s+/g, ''))
    for (const word of ['Kvalifikasjoner', 'norsk']) expect(onPaper).toContain(word)
  })
})

const isReadOrRefused = (outcome: unknown): boolean =>
  outcome instanceof BadInput || (outcome as Posting).unit === 'paragraph'

/** The words between the two ends of each comment, as LibreOffice has them. */
const annotationsIn = (source: string): string[] => {
  const body = source
    .slice(source.indexOf('<office:text'))
    .replace(/<text:tracked-changes>.*?<\/text:tracked-changes>/s, '')
  const names = [...body.matchAll(/<office:annotation office:name="([^"]+)"/g)].map(([, name]) => name!)
  return names.map((name) => {
    const start = body.indexOf(`<office:annotation office:name="${name}"`)
    const end = body.indexOf(`<office:annotation-end office:name="${name}"`)
    return body
      .slice(start, end)
      .replaceAll(/<office:annotation .*?<\/office:annotation>/gs, '')
      .replaceAll(/<text:s\/>/g, ' ')
      .replaceAll(/>\s+</g, '><')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
  })
}
