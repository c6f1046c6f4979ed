import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults} from 'axe-core'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {html} from '../../src/report/html.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import type {FileReport, Finding, Report, ReporterContext} from '../../src/report/types.ts'
import {hasBrowser, openBrowser, patience} from './browser.ts'
import {contextOf, file, placeOf, report, reportOf, source} from './fixture.ts'

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
    '<mark class="warning">ung og sprek<sup><a id="annonse-1-2-1" href="#annonse-1-2" aria-label="2 Advarsel">2</a></sup></mark>',
  )
  expect(page).toContain(
    '<li id="annonse-1-2"><h4><span class="badge warning">2 ▲ Advarsel</span> Krav eller ønske om alder</h4>',
  )
  expect(page).toContain('<a href="#annonse-1-2-1">linje 4</a>, inkludering/alder')
  expect(page).toContain('<a href="https://lovdata.no/lov/2005-06-17-62/%C2%A713-1">')
})

test('a waiver is told with its reason, who decided it and until when, and is no finding', () => {
  const [findings, waivers] = html.render(report, contextOf()).split('<h3>Unntak i bruk</h3>')
  expect(findings).not.toContain('offentlig-sokerliste')
  expect(waivers).toContain('<p>Begrunnelse: Står i portalens fotnote.</p>')
  expect(waivers).toContain('<p>Bestemt av: personalsjefen</p><p>Gjelder til og med: 30. juni 2027</p>')
  expect(waivers).toContain('<p class="rule">lov/offentlig-sokerliste</p>')
})

test('several ads are listed with what was found, and each leads to its place', () => {
  const files = [file, {...file, path: 'b.md', findings: []}]
  const page = html.render({...report, files}, contextOf())
  expect(page).toContain(
    '<li><a href="#annonse-1">stillinger/renholder.md</a> <span>✗ 1 feil, ▲ 1 advarsel, ● 1 råd</span></li>',
  )
  expect(page).toContain('<li><a href="#annonse-2">b.md</a> <span>ingen funn</span></li>')
  expect(html.render(report, contextOf())).not.toContain('<nav')
})

test('every link within the page has its target, and no name is given twice', () => {
  const twice = {...file, findings: [...file.findings, ...file.findings]}
  const page = html.render({...report, files: [twice, file]}, contextOf())
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
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
  expect(adIn(page)).toMatch(
    /href="#annonse-1-1" aria-label="1 Feil">1<\/a>, <a .*?href="#annonse-1-2".*?>2<\/a>/,
  )
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

/** Ads with all that a page can hold: many findings, waived and known ones, missing fields, a clean ad, another language. */
const everything = (lang: ReporterContext['lang']): string => {
  const other = (i: number, severity: Finding['severity']): Finding => ({
    ...file.findings[3]!,
    ...{ruleId: `felt/${i}`, severity, message: `Melding ${i} om ${'ord '.repeat(i)}`},
  })
  const many = Array.from({length: 30}, (_, i) => other(i, (['error', 'warning', 'info'] as const)[i % 3]!))
  const files: FileReport[] = [
    file,
    {
      ...file,
      path: `${'en-mappe-med-langt-navn/'.repeat(8)}annonse.md`,
      findings: many,
      missing: ['frist', 'pensjon'],
    },
    {
      ...file,
      path: 'kjent.md',
      differsOnDisk: true,
      findings: many.map((one) => ({...one, known: true as const})),
    },
    {...file, path: 'clean.md', language: 'en', findings: []},
    {...file, path: 'nynorsk.md', language: 'nn', fields: {}, profile: {}},
  ]
  const of: Report = {...report, files, waivers: usedWaivers(files), summary: summarise(files)}
  return html.render(of, contextOf({lang, sources: new Map(files.map(({path}) => [path, source]))}))
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.runIf(hasBrowser)('in a browser', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage()
  }, patience)
  afterAll(() => browser.close())

  const adWithoutNumbers = `(() => {
    const ad = document.querySelector('.ad').cloneNode(true)
    for (const number of ad.querySelectorAll('sup')) number.remove()
    return ad.textContent
  })()`

  /** What is wrong with the page for those who see little, or use a keyboard or a screen reader. */
  const barriers = async (): Promise<string[]> => {
    await page.evaluate(axe)
    const {violations} = (await page.evaluate('axe.run()')) as AxeResults
    return violations.flatMap(({id, nodes}) => nodes.map(({html: element}) => `${id}: ${element}`))
  }

  const show = async (
    markup: string,
    media: 'screen' | 'print',
    width: number,
    scheme: string,
  ): Promise<void> => {
    await page.setViewport({width, height: 800})
    await page.emulateMediaType(media)
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
    await page.setContent(markup)
  }

  const views = (['nb', 'nn', 'en'] as const).flatMap((lang) => [
    {lang, media: 'screen' as const, width: 1280, scheme: 'light'},
    {lang, media: 'screen' as const, width: 1280, scheme: 'dark'},
    {lang, media: 'screen' as const, width: 400, scheme: 'light'},
    {lang, media: 'screen' as const, width: 400, scheme: 'dark'},
    {lang, media: 'print' as const, width: 794, scheme: 'light'},
  ])

  test.each(views)(
    'nothing bars the way: $lang, $media, $width, $scheme',
    async ({lang, media, width, scheme}) => {
      await show(everything(lang), media, width, scheme)
      expect(await barriers()).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    },
  )

  test('barriers would be found', async () => {
    await show(
      '<title>x</title><main><h1>x</h1><p style="color: #ddd">grått</p></main>',
      'screen',
      1280,
      'light',
    )
    expect(await barriers()).toContain('color-contrast: <p style="color: #ddd">grått</p>')
  })

  test('the ad stands beside what was found, or above it where there is no room', async () => {
    const left = async (part: string): Promise<unknown> =>
      page.evaluate(`document.querySelector('${part}').getBoundingClientRect().left`)
    await show(everything('nb'), 'screen', 1280, 'light')
    expect(await left('.findings')).toBeGreaterThan(600)
    expect(await page.evaluate(adWithoutNumbers)).toBe(source)
    await show(everything('nb'), 'screen', 400, 'light')
    expect(await left('.findings')).toBe(await left('.ad'))
  })

  test('nothing runs and nothing is fetched', async () => {
    const requests: string[] = []
    const note = (request: {url(): string}) => requests.push(request.url())
    page.on('request', note)
    await show(everything('nb'), 'screen', 1280, 'light')
    page.off('request', note)
    expect(requests).toEqual([])
    expect(await page.evaluate('document.scripts.length')).toBe(0)
  })
})
