import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {applyFixes} from '../../src/engine/fix.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import type {FileReport, Finding} from '../../src/report/types.ts'
import {outline, readText} from './read.ts'

const ad = `<h1>Renholder ved Fjordheim skole</h1>
<dl><dt>Søknadsfrist</dt><dd>14. januar 2027</dd><dt>Stillingsprosent</dt><dd>80&nbsp;%</dd></dl>
<p>Lillevik kommune søker en renholder som vil være med på laget vårt. Skolen har 300 elever og et hyggelig personalrom med utsikt over fjorden, og vi begynner dagen med frokost sammen.</p>
<h2>Arbeidsoppgaver</h2>
<ul><li>daglig renhold</li><li>boning av gulv</li></ul>`

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="nb"><head><title>Renholder | Lillevik kommune</title>
<meta property="og:description" content="Søk innen 1. mars 2027">${head}</head><body>${body}</body></html>`

const adLines = [
  'heading: Renholder ved Fjordheim skole',
  'pair: Søknadsfrist: 14. januar 2027',
  'pair: Stillingsprosent: 80 %',
  'paragraph: Lillevik kommune søker en renholder som vil være med på laget vårt. Skolen har 300 elever og et hyggelig personalrom med utsikt over fjorden, og vi begynner dagen med frokost sammen.',
  'heading [arbeidsoppgaver]: Arbeidsoppgaver',
  'item [arbeidsoppgaver]: daglig renhold',
  'item [arbeidsoppgaver]: boning av gulv',
]

const outlineOf = async (html: string): Promise<string[]> => outline(await readText(html, 'side.html'))

describe('the ad in a page is found', () => {
  it.each([
    ['main', `<main>${ad}</main>`],
    ['role=main', `<div role="main">${ad}</div>`],
    ['article', `<article>${ad}</article>`],
    ['microdata', `<div itemscope itemtype="https://schema.org/JobPosting">${ad}</div>`],
    ['nothing that tells', ad],
  ])('in %s', async (_what, content) => {
    expect(
      await outlineOf(
        page(`<div id="CybotCookiebotDialog" class="CookieBox"><p>Denne siden bruker informasjonskapsler.</p></div>
<header><a href="/">Lillevik kommune</a><nav><ul><li><a href="/jobb">Ledige stillinger</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Forside</a> / Renholder</div>
${content}
<footer>Lillevik kommune, Torget 1. Telefon 33 00 00 00. post@lillevik.example</footer>`),
      ),
    ).toEqual(adLines)
  })

  it('with a title that stands outside of it', async () => {
    const [title, ...rest] = ad.split('\n')
    expect(await outlineOf(page(`<header>${title}</header><main>${rest.join('\n')}</main>`))).toEqual(adLines)
    expect(
      await outlineOf(page(`<header><h1><a href="/">Lillevik</a></h1></header><main>${ad}</main>`)),
    ).toEqual(adLines)
  })

  it.each([
    [
      'in a wrapper of its own',
      (title: string, facts: string) => `<div class="job-header">${title}<div>${facts}</div></div>`,
    ],
    [
      'in the header of the page',
      (title: string, facts: string) =>
        `<header><a href="/">Lillevik kommune</a><p>Meny</p><div>${title}</div>${facts}</header>`,
    ],
  ])('with facts that stand beside its title, %s', async (_where, head) => {
    const [title, facts, ...rest] = ad.split('\n')
    const list = facts!.replace(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g, '<p>$1: $2</p>').replaceAll('dl>', 'div>')
    expect(await outlineOf(page(`${head(title!, list)}<main>${rest.join('\n')}</main>`))).toEqual(adLines)
  })

  it('rather than something longer about the employer, where both are articles', async () => {
    const about = `<article><h2>Om oss</h2><p>${'Vi er en kommune med mange fine folk og steder. '.repeat(30)}</p><p>Kontakt: post@lillevik.example</p></article>`
    expect(await outlineOf(page(`<article>${ad}</article>${about}`))).toEqual(adLines)
    const [title, ...rest] = ad.split('\n')
    expect(await outlineOf(page(`<div>${title}</div>${about}<article>${rest.join('\n')}</article>`))).toEqual(
      adLines,
    )
  })

  it.each([
    [
      'a section under a heading',
      '<section class="x1"><h2>Andre ledige stillinger</h2><ul><li>Lærer, frist 3. mai</li></ul></section>',
    ],
    ['what follows a heading', '<h2>Lignende stillinger</h2><p>Lærer, 100 % fast</p><ul><li>Kokk</li></ul>'],
    [
      'links that share the page',
      '<p><a href="https://www.linkedin.com/shareArticle?url=x">LinkedIn</a></p>',
    ],
    [
      'what is called so',
      '<div class="jobRelatedList">Lærer</div><div class="share-buttons">Del stillingen</div>',
    ],
    ['buttons that do not apply', '<button>Skriv ut</button><button type="button">Lagre</button>'],
    ['a dialog', '<div role="dialog" aria-label="Samtykke">Vi vil gjerne vite om du godtar dette.</div>'],
    ['a form of the page', '<form role="search"><label>Søk</label><input></form>'],
  ])('without %s', async (_what, beside) => {
    expect(await outlineOf(page(`<main>${ad}${beside}</main>`))).toEqual(adLines)
  })

  it('whole when what holds it is called something odd, and with facts beside its text', async () => {
    expect(await outlineOf(page(`<div class="layout-share cookie">${ad}</div>`))).toEqual(adLines)
    expect(
      await outlineOf(
        page(`<main>${ad}<aside><h2>Nøkkelinformasjon</h2>Kontakt: Kari Eksempel</aside></main>`),
      ),
    ).toEqual([
      ...adLines,
      'heading [nøkkelinfo]: Nøkkelinformasjon',
      'pair [nøkkelinfo]: Kontakt: Kari Eksempel',
    ])
  })
})

it('a page without a part for its content has what is no list of links', async () => {
  const links = ['Bolig', 'Skole', 'Helse', 'Kultur'].map((name) => `<li><a href="/${name}">${name}</a></li>`)
  expect(
    await outlineOf(
      page(`<div id="top"><h2>Meny</h2><ul>${links.join('')}</ul></div><table><tr><td>${links.join('')}</td><td>${ad}</td></tr></table>
<aside><h2>Nøkkelinformasjon</h2><dl><dt>Kontakt</dt><dd>Kari Eksempel</dd></dl></aside>
<aside><a href="/a">Slik søker du jobb hos oss</a></aside><div class="footer">Torget 1</div>`),
    ),
  ).toEqual([
    ...adLines,
    'heading [nøkkelinfo]: Nøkkelinformasjon',
    'pair [nøkkelinfo]: Kontakt: Kari Eksempel',
  ])
})

const jsonLd = (posting: object): string =>
  `<script type="application/ld+json">${JSON.stringify({'@context': 'https://schema.org', '@graph': [{'@type': 'WebPage'}, posting]}, null, 2)}</script>`

const check = async (html: string): Promise<FileReport> =>
  checkPosting(await readText(html, 'side.html'), defaultSettings, {today: '2026-11-22', lang: 'nb'})

const findingOf = ({findings}: FileReport, rule: string): Finding | undefined =>
  findings.find(({ruleId}) => ruleId === rule)

describe('what a page tells search engines', () => {
  const posting = {
    '@type': 'JobPosting',
    title: 'Renholder',
    datePosted: '2026-11-20',
    validThrough: '2027-01-20T23:59',
    employmentType: ['FULL_TIME'],
    hiringOrganization: {'@type': 'Organization', name: 'Lillevik kommune'},
    description: `<p>${'Her er mye tekst om arbeidet. '.repeat(10)}</p>`,
  }

  it('are form fields, with places in the page', async () => {
    const html = page(`<main>${ad}</main>`, jsonLd(posting))
    const {fields, profile} = await check(html)
    expect(fields.frist?.map(({value, text}) => [value, text])).toEqual([
      ['2027-01-20', '2027-01-20'],
      ['2027-01-14', '14. januar 2027'],
    ])
    expect(html.slice(fields.frist![0]!.place.start.offset).startsWith('2027-01-20T23:59"')).toBe(true)
    expect(profile.publisert?.value).toBe('2026-11-20')
  })

  it('contradicts the text: each contradiction is a finding in the text', async () => {
    const report = await check(page(`<main>${ad}</main>`, jsonLd(posting)))
    expect(findingOf(report, 'felt/frist-entydig')?.actual).toBe('14. januar 2027')
    expect(findingOf(report, 'felt/stillingsprosent-lik')?.actual).toBe('80&nbsp;%')
  })

  it('is the ad when the page shows none, as before its program has run', async () => {
    const lines = await outlineOf(page('<div id="app">Laster …</div>', jsonLd(posting)))
    expect(lines).toContain('heading: Renholder')
    expect(lines.some((line) => line.includes('Her er mye tekst om arbeidet.'))).toBe(true)
  })

  it('is let be when it cannot be read, or tells of several ads', async () => {
    const broken = '<script type="application/ld+json">{"@type": "JobPosting", </script>'
    expect(await outlineOf(page(`<main>${ad}</main>`, broken))).toEqual(adLines)
    expect(await outlineOf(page(`<main>${ad}</main>`, jsonLd(posting) + jsonLd(posting)))).toEqual(adLines)
  })
})

it('a page that shows nothing before its program has run cannot be checked', async () => {
  await expect(
    readText(page('<div id="app"></div><script>start()</script>'), 'side.html'),
  ).rejects.toMatchObject({
    code: 'noText',
  })
})

describe('what is written into HTML', () => {
  it('is a paragraph after the block that it belongs to, outside of lists and links', async () => {
    const html = `<main>\n${ad}\n<p><a href="x">Søk stillingen</a> nå</p>\n</main>`
    const {findings} = await check(html)
    const suggestion = findings.find(({ruleId}) => ruleId === 'felt/tiltredelse')!.suggestions![0]!
    const after = html.slice(0, suggestion.range[0]) + suggestion.text + html.slice(suggestion.range[0])
    expect(after).toContain('</dl>\n<p>\nTiltredelse: [dag. måned år] eller etter avtale\n</p>\n<p>Lillevik')
    expect(
      findingOf(await check(after.replace(/\[.*\]/, '1. mars 2027')), 'felt/tiltredelse'),
    ).toBeUndefined()
  })

  it('is a list where it has items', async () => {
    const html = '<h1>Kokk</h1>\n<p>Lillevik kommune søker kokk i fast stilling.</p>\n'
    const report = await check(html)
    const {text} = findingOf(report, 'felt/arbeidsoppgaver')!.suggestions![0]!
    expect(text).toMatch(/^\n<p>\nArbeidsoppgaver\n<\/p>\n<ul>\n(?:<li>\[[^<]*\]<\/li>\n)+<\/ul>$/)
    expect(await outlineOf(html + text)).toContain('heading [arbeidsoppgaver]: Arbeidsoppgaver')
    expect((await outlineOf(html + text)).at(-1)).toMatch(/^item \[arbeidsoppgaver\]: \[/)
  })

  it('takes the place of words that no tag parts', async () => {
    const whole = `<p>Lillevik kommune s&oslash;ker to sykes&oslash;stre til Solsiden.</p>`
    const parted = `<p>Lillevik kommune s&oslash;ker to <b>syke</b>s&oslash;stre til Solsiden.</p>`
    const fixed = async (html: string): Promise<string> =>
      applyFixes(html, (await check(html)).findings).fixed
    expect(await fixed(whole)).toBe('<p>Lillevik kommune s&oslash;ker to sykepleiere til Solsiden.</p>')
    expect(await fixed(parted)).toBe(parted)
  })
})
