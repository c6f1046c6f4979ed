import {stripVTControlCharacters} from 'node:util'
import {expect, test} from 'vitest'
import {summarise} from '../../src/report/summary.ts'
import {text} from '../../src/report/text.ts'
import type {FileReport} from '../../src/report/types.ts'
import {columns} from '../../src/report/width.ts'
import {contextOf, file, path, placeOf, report, reportOf} from './fixture.ts'

const render = (changes = {}, of = report): string => text.render(of, contextOf(changes))

test('the report on one file at 80 columns', () => {
  expect(render()).toMatchInlineSnapshot(`
    "stillinger/renholder.md
      Språk: bokmål
      Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren heter «Lillevik
                        kommune»)
      Målform: bokmål

      ✓ Stillingstittel   Renholder
      ✓ Arbeidsgiver      Lillevik kommune
      ✓ Arbeidssted       Lillevik rådhus
      – Søknadsfrist      mangler
      ✓ Kontakt           Kari Eksempel, renholdsleder, tlf. 400 00 000,
                          kari@lillevik.example
      → Søknadsmåte       fra portalen
      ✓ Ansettelsesform   fast
      ✓ Stillingsprosent  80–100 %
      ✓ Lønn              38 500 kr per måned
      ✓ Arbeidsoppgaver   2 punkter
        Ikke nevnt: antall stillinger, pensjon, arbeidstid, tiltredelse, referanse,
                    kvalifikasjoner, egenskaper, det vi tilbyr, mangfoldserklæring,
                    offentlig søkerliste

      ✗ Feil  felt/frist
        Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest
        må være sendt.
        Forslag: sett inn
          + Søknadsfrist: [dag. måned år]
        Kilde: Navs retningslinjer for stillingsannonser

      ▲ Advarsel  inkludering/alder  4:12
        «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for
        oppgavene?
        4 │ Du må være ung og sprek, ha norsk som morsmål, og du må like å ar…
          │            ^^^^^^^^^^^^
        Forslag: «i god form», «glad i å bevege deg». Kan rettes med --fix.
        Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder,
               politisk syn og medlemskap i fagforening
               <https://lovdata.no/lov/2005-06-17-62/§13-1>

      ● Råd  sprak/setningslengde  4:83
        Setningen er lang. Vurder å dele den i to.
        4 │ …g du må like å arbeide sammen med andre mennesker i et stort hus.
          │                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Kilde: Språkrådet: Klarspråk

    1 funn er unntatt med begrunnelse.

    En rapport uten funn er ingen juridisk godkjenning av annonsen.
    1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes med --fix.
    "
  `)
})

test('at 60 columns lines wrap beside their labels and frames are clipped', () => {
  expect(render({width: 60})).toMatchInlineSnapshot(`
    "stillinger/renholder.md
      Språk: bokmål
      Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren
                        heter «Lillevik kommune»)
      Målform: bokmål

      ✓ Stillingstittel   Renholder
      ✓ Arbeidsgiver      Lillevik kommune
      ✓ Arbeidssted       Lillevik rådhus
      – Søknadsfrist      mangler
      ✓ Kontakt           Kari Eksempel, renholdsleder, tlf.
                          400 00 000, kari@lillevik.example
      → Søknadsmåte       fra portalen
      ✓ Ansettelsesform   fast
      ✓ Stillingsprosent  80–100 %
      ✓ Lønn              38 500 kr per måned
      ✓ Arbeidsoppgaver   2 punkter
        Ikke nevnt: antall stillinger, pensjon, arbeidstid,
                    tiltredelse, referanse, kvalifikasjoner,
                    egenskaper, det vi tilbyr,
                    mangfoldserklæring, offentlig søkerliste

      ✗ Feil  felt/frist
        Annonsen har ingen søknadsfrist. Den som søker, må vite
        når søknaden senest må være sendt.
        Forslag: sett inn
          + Søknadsfrist: [dag. måned år]
        Kilde: Navs retningslinjer for stillingsannonser

      ▲ Advarsel  inkludering/alder  4:12
        «ung og sprek» kan stenge eldre søkere ute. Er kravet
        nødvendig for oppgavene?
        4 │ Du må være ung og sprek, ha norsk som morsmål…
          │            ^^^^^^^^^^^^
        Forslag: «i god form», «glad i å bevege deg». Kan rettes
                 med --fix.
        Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på
               grunn av alder, politisk syn og medlemskap i
               fagforening
               <https://lovdata.no/lov/2005-06-17-62/§13-1>

      ● Råd  sprak/setningslengde  4:83
        Setningen er lang. Vurder å dele den i to.
        4 │ …de sammen med andre mennesker i et stort hus.
          │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Kilde: Språkrådet: Klarspråk

    1 funn er unntatt med begrunnelse.

    En rapport uten funn er ingen juridisk godkjenning av
    annonsen.
    1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes
    med --fix.
    "
  `)
})

test('at 120 columns, in nynorsk', () => {
  expect(render({width: 120, lang: 'nn'})).toMatchInlineSnapshot(`
    "stillinger/renholder.md
      Språk: bokmål
      Arbeidsgivartype: kommune (truleg, fordi arbeidsgiveren heter «Lillevik kommune»)
      Målform: bokmål

      ✓ Stillingstittel   Renholder
      ✓ Arbeidsgivar      Lillevik kommune
      ✓ Arbeidsstad       Lillevik rådhus
      – Søknadsfrist      manglar
      ✓ Kontakt           Kari Eksempel, renholdsleder, tlf. 400 00 000, kari@lillevik.example
      → Søknadsmåte       frå portalen
      ✓ Tilsetjingsform   fast
      ✓ Stillingsprosent  80–100 %
      ✓ Løn               38 500 kr per månad
      ✓ Arbeidsoppgåver   2 punkt
        Ikkje nemnt: talet på stillingar, pensjon, arbeidstid, tiltreding, referanse, kvalifikasjonar,
                     eigenskapar, det vi tilbyr, mangfaldserklæring, offentleg søkjarliste

      ✗ Feil  felt/frist
        Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt.
        Framlegg: set inn
          + Søknadsfrist: [dag. måned år]
        Kjelde: Navs retningslinjer for stillingsannonser

      ▲ Åtvaring  inkludering/alder  4:12
        «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?
        4 │ Du må være ung og sprek, ha norsk som morsmål, og du må like å arbeide sammen med andre mennesker i et st…
          │            ^^^^^^^^^^^^
        Framlegg: «i god form», «glad i å bevege deg». Kan rettast med --fix.
        Kjelde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap
                i fagforening <https://lovdata.no/lov/2005-06-17-62/§13-1>

      ● Råd  sprak/setningslengde  4:83
        Setningen er lang. Vurder å dele den i to.
        4 │ …re ung og sprek, ha norsk som morsmål, og du må like å arbeide sammen med andre mennesker i et stort hus.
          │                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Kjelde: Språkrådet: Klarspråk

    1 funn er unnateke med grunngjeving.

    Ein rapport utan funn er inga juridisk godkjenning av annonsen.
    1 fil: 1 feil, 1 åtvaring, 1 råd; 1 unnateke; 1 kan rettast med --fix.
    "
  `)
})

test('the closing lines in English', () => {
  expect(render({lang: 'en', width: 100}).split('\n').slice(-3)).toEqual([
    'A report without findings is not a legal clearance of the ad.',
    '1 file: 1 error, 1 warning, 1 piece of advice; 1 waived; 1 can be fixed with --fix.',
    '',
  ])
})

test('--quiet leaves the errors and the sum', () => {
  expect(render({quiet: true})).toBe(`stillinger/renholder.md

  ✗ Feil  felt/frist
    Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest
    må være sendt.
    Forslag: sett inn
      + Søknadsfrist: [dag. måned år]
    Kilde: Navs retningslinjer for stillingsannonser

1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes med --fix.
`)
})

test('a clean file says so, and so does the sum', () => {
  const clean = reportOf({fields: file.fields})
  clean.summary = {files: 1, error: 0, warning: 0, info: 0, waived: 0, known: 0, fixable: 0}
  expect(render({}, clean)).toContain('\nIngen funn.\n')
  expect(render({}, clean)).toMatch(/1 fil: ingen funn\.\n$/)
})

test('known findings are counted and not shown, and those that are gone are told', () => {
  const known = reportOf({
    findings: file.findings
      .map((finding) => ({...finding, known: true as const}))
      .filter(({waiver}) => !waiver),
  })
  known.summary = summarise(known.files)
  known.baseline = {file: 'kjente.json', gone: [{file: 'a.md', ruleId: 'felt/frist', count: 2}]}
  expect(render({}, known).split('\n').slice(-6)).toEqual([
    '3 kjente funn er ikke vist.',
    '',
    '2 kjente funn er borte. Oppdater listen med --write-baseline.',
    'En rapport uten funn er ingen juridisk godkjenning av annonsen.',
    '1 fil: ingen nye funn; 3 kjente.',
    '',
  ])
})

test('a field that a rule asks for is missing, any other is only not mentioned', () => {
  const lines = render().split('\n')
  expect(lines).toContain('  – Søknadsfrist      mangler')
  expect(lines.filter((line) => line.includes('mangler'))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('offentlig søkerliste'))).toHaveLength(1)
})

test('findings that differ only in their place are shown once, with every place', () => {
  const finding = (words: string): FileReport['findings'][number] => ({
    ruleId: 'inkludering/kjonnet-tittel',
    severity: 'warning',
    messageId: 'funn',
    message: `«${words}» peker på ett kjønn.`,
    place: placeOf(words, titles),
    actual: words,
    expected: [words.replace('ormann', 'orperson')],
    sources: [],
  })
  const titles = 'Formann\n\nVi søker formann og husmor.\n'
  const of = reportOf({findings: ['Formann', 'formann', 'husmor'].map(finding)})
  const lines = render({sources: new Map([[path, titles]])}, of).split('\n')
  expect(lines.slice(lines.indexOf('  ▲ Advarsel  inkludering/kjonnet-tittel  1:1, 3:10'), -3)).toEqual([
    '  ▲ Advarsel  inkludering/kjonnet-tittel  1:1, 3:10',
    '    «Formann» peker på ett kjønn.',
    '    1 │ Formann',
    '      │ ^^^^^^^',
    '    3 │ Vi søker formann og husmor.',
    '      │          ^^^^^^^',
    '    Forslag: «Forperson»',
    '',
    '  ▲ Advarsel  inkludering/kjonnet-tittel  3:21',
    '    «husmor» peker på ett kjønn.',
    '    3 │ Vi søker formann og husmor.',
    '      │                     ^^^^^^',
    '    Forslag: «husmor»',
    '',
  ])
})

test('of very many places the first are shown, and the others counted', () => {
  const lines = Array.from({length: 60}, (_, i) => `- formann ${i + 1}`)
  const ad = lines.join('\n')
  const findings = lines.map((line) => ({
    ...file.findings[1]!,
    place: placeOf(line, `${ad}\n`),
    actual: 'formann',
  }))
  const shown = render({sources: new Map([[path, ad]])}, reportOf({findings}))
  expect(shown).toMatch(/ {2}1:1, 2:1, .*, 50:1, 10 steder til\n/)
  expect(shown.match(/│ - formann/g)).toHaveLength(20)
})

const sources = (url: string, width: number): string[] => {
  const more = {id: 'ldl-6', title: 'Likestillings- og diskrimineringsloven § 6'}
  const finding = {
    ...file.findings[0]!,
    sources: [{id: 'aml-13-1', title: 'Arbeidsmiljøloven § 13-1', url}, more],
  }
  const lines = render({width}, reportOf({findings: [finding]})).split('\n')
  const start = lines.findIndex((line) => line.includes('Kilde'))
  return lines.slice(start, lines.indexOf('', start))
}

test('the first source has its address beside it, unless no line has room for it', () => {
  expect(sources('https://lovdata.no/§13-1', 80)).toEqual([
    '    Kilde: Arbeidsmiljøloven § 13-1 <https://lovdata.no/§13-1>; Likestillings-',
    '           og diskrimineringsloven § 6',
  ])
  expect(sources(`https://lovdata.no/${'x'.repeat(60)}`, 60)).toEqual([
    '    Kilde: Arbeidsmiljøloven § 13-1; Likestillings- og',
    '           diskrimineringsloven § 6',
  ])
})

test('a proposal that exchanges words says what it does', () => {
  const suggestion = {message: 'Skriv heller', range: [0, 4] as [number, number], text: 'Lillevik'}
  const lines = render({}, reportOf({findings: [{...file.findings[0]!, suggestions: [suggestion]}]})).split(
    '\n',
  )
  const start = lines.indexOf('    Forslag: Skriv heller')
  expect(lines[start + 1]).toBe('      + Lillevik')
})

test('a written standard that is read out of the ad only repeats its language', () => {
  const of = (inferred: boolean) => reportOf({profile: {målform: {value: 'bokmål', inferred}}})
  expect(render({}, of(false))).toContain('Målform: bokmål')
  expect(render({}, of(true))).not.toContain('Målform')
})

test('colour adds to the words and takes nothing away', () => {
  const colored = render({color: true})
  expect(colored).toContain('\x1b[1;37;41m✗ Feil\x1b[0m')
  expect(stripVTControlCharacters(colored)).toBe(render())
})

test.each([60, 80, 100, 120, 160, 400])('no line is longer than %i columns', (width) => {
  const longest = Math.max(...render({width}).split('\n').map(columns))
  expect(longest).toBeLessThanOrEqual(Math.min(width, 160))
})

const hostile = [
  'rød \x1b[31mtekst\x1b[0m',
  'tittel \x1b]0;eid\x07',
  'lege\u202egpj',
  'linje\nskift\r\n::error::x',
  '::add-mask::x',
  `${'ord'.repeat(19)}::error::x`,
  '##[add-path]x',
  '\x9b2J\x00\x08',
]

test.each(hostile)('hostile words do no harm: %j', (words) => {
  const source = `Hei ${words} på deg`
  const context = {sources: new Map([[`${words}.md`, source]]), width: 60}
  const place = placeOf(words, source)
  const of = reportOf({
    path: `${words}.md`,
    profile: {[words]: {value: words, inferred: true, why: words}},
    fields: {arbeidsgiver: [{value: words, text: words, place}], frist: [{value: words, text: words, place}]},
    findings: [
      {
        ruleId: 'inkludering/alder',
        severity: 'error',
        messageId: 'funn',
        message: `«${words}» ${words}`,
        place,
        actual: words,
        expected: [words],
        sources: [{id: 'x', title: words, url: words}],
        suggestions: [{message: words, range: [0, 0], text: `${words}!`}],
      },
    ],
  })
  const out = render(context, of)
  expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]/)
  expect(out).not.toMatch(/^\s*::|##(?:\[|vso\[)/m)
  for (const line of out.split('\n')) expect(columns(line)).toBeLessThanOrEqual(60)
})
