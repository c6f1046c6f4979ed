import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it, onTestFinished, test} from 'vitest'
import {html} from '../../src/report/html.ts'
import type {Finding} from '../../src/report/types.ts'
import {path as ad, contextOf, file, placeOf, report, reportOf, source} from './fixture.ts'

const adIn = (page: string): string => /<div class="ad"[^>]*>(.*?)<\/div>/s.exec(page)![1]!

/** The text as a browser shows it, without the numbers of the findings. */
const textOf = (markup: string): string =>
  markup
    .replace(/<sup>.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('the ad stands whole beside its findings, with their words marked and numbered', () => {
  const page = html.render(report, contextOf())
  expect(textOf(adIn(page))).toBe(source)
  expect(adIn(page)).toContain(
    '<mark class="warning">ung og sprek<sup><a href="#annonse-1-2">2</a></sup></mark>',
  )
  expect(page).toMatch(/<li id="annonse-1-2"><span class="badge warning">2 ▲ Advarsel<\/span>/)
  expect(page).toContain('<a href="https://lovdata.no/lov/2005-06-17-62/%C2%A713-1">')
  expect(page).not.toContain('offentlig-sokerliste')
})

test('words that several findings share have the numbers of all, and the gravest weight', () => {
  const finding = (words: string, severity: Finding['severity']): Finding => ({
    ...{ruleId: `lov/${words.length}`, severity, messageId: 'funn', message: words, sources: []},
    ...{place: placeOf(words), actual: words},
  })
  const findings = [finding('ung og sprek', 'info'), finding('sprek', 'error')]
  const page = html.render(reportOf({findings}), contextOf())
  expect(textOf(adIn(page))).toBe(source)
  expect(adIn(page)).toContain('<mark class="info">ung og </mark><mark class="error">sprek<sup>')
  expect(adIn(page)).toContain('<a href="#annonse-1-1">1</a>, <a href="#annonse-1-2">2</a>')
})

describe('nothing in an ad or a file name becomes markup', () => {
  const attacks = [
    '</div><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt; &#60;i&#62;',
    '<!-- --><style>*{display:none}</style>',
    '\u202egnp.exe\x1b[31m\x00',
  ]
  it.each(attacks)('%j', (attack) => {
    const message = `«${attack}» er uheldig`
    const finding: Finding = {
      ...{ruleId: attack, severity: 'error', messageId: 'funn', message, actual: attack, expected: [attack]},
      sources: [{id: 'x', title: attack, url: `javascript:${attack}`}],
    }
    const context = contextOf({sources: new Map([[attack, `Vi søker ${attack}.`]])})
    const page = html.render(reportOf({path: attack, findings: [finding]}), context)
    const tags = [...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name]) => name!.toLowerCase())
    const harmless = html.render(reportOf({findings: [{...finding, sources: []}]}), contextOf())
    expect(new Set(tags)).toEqual(
      new Set([...harmless.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name]) => name!)),
    )
    expect(page).not.toContain('javascript:')
    expect(page).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
  })
})

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)

test('a browser shows the page, also without scripts', ({skip}) => {
  if (!browser) return skip('no Chromium is installed')
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const page = path.join(folder, 'rapport.html')
  writeFileSync(page, html.render({...report, files: [file, {...file, path: `to/${ad}`}]}, contextOf()))
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profil`]
  const dom = execFileSync(browser, [...options, '--dump-dom', `file://${page}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(dom.match(/<section /g)).toHaveLength(2)
  expect(textOf(adIn(dom))).toBe(source)
})
