import {Writable} from 'node:stream'
import {stripVTControlCharacters} from 'node:util'
import {render} from 'ink-testing-library'
import {expect, test, vi} from 'vitest'
import {printReport} from '../../cli/screens/print-report.tsx'
import {FileScreen} from '../../cli/screens/ReportScreen.tsx'
import {viewFile} from '../../src/report/view.ts'
import {columns} from '../../src/report/width.ts'
import {contextOf, file, report} from './fixture.ts'

// Ink leaves colours out where it sees no terminal, and looks for one when it is imported.
vi.hoisted(() => {
  process.env.FORCE_COLOR = '1'
})

const frame = (width: number): string => {
  const view = viewFile(file, contextOf({width}))!
  const screen = render(<FileScreen view={view} width={width} color={false} />)
  const shown = screen.lastFrame() ?? ''
  screen.unmount()
  return shown
}

const printed = async (of = report, changes = {}): Promise<string> => {
  const parts: string[] = []
  const stream = new Writable({
    highWaterMark: 1,
    write(part, _encoding, done) {
      parts.push(String(part))
      setImmediate(done)
    },
  })
  await printReport(of, contextOf(changes), stream)
  return parts.join('')
}

test('the screen at 80 columns', () => {
  expect(frame(80)).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────────────────────────────╮
    │ stillinger/renholder.md                                                      │
    │ Språk: bokmål                                                                │
    │ Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren heter «Lillevik      │
    │                   kommune»)                                                  │
    │ Målform: bokmål                                                              │
    │                                                                              │
    │ ✓ Stillingstittel   Renholder                                                │
    │ ✓ Arbeidsgiver      Lillevik kommune                                         │
    │ ✓ Arbeidssted       Lillevik rådhus                                          │
    │ – Søknadsfrist      mangler                                                  │
    │ ✓ Kontakt           Kari Eksempel, renholdsleder, tlf. 400 00 000,           │
    │                     kari@lillevik.example                                    │
    │ → Søknadsmåte       fra portalen                                             │
    │ ✓ Ansettelsesform   fast                                                     │
    │ ✓ Stillingsprosent  80–100 %                                                 │
    │ ✓ Lønn              38 500 kr per måned                                      │
    │ ✓ Arbeidsoppgaver   2 punkter                                                │
    │                                                                              │
    │ Ikke nevnt: antall stillinger, pensjon, arbeidstid, tiltredelse, referanse,  │
    │             kvalifikasjoner, egenskaper, det vi tilbyr, mangfoldserklæring,  │
    │             offentlig søkerliste                                             │
    ╰──────────────────────────────────────────────────────────────────────────────╯

     ✗ Feil   felt/frist
       Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest
       må være sendt.
       Forslag: sett inn
         + Søknadsfrist: [dag. måned år]
       Kilde: Navs retningslinjer for stillingsannonser

     ▲ Advarsel   inkludering/alder  4:12
       «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for
       oppgavene?
       4 │ Du må være ung og sprek, ha norsk som morsmål, og du må like å ar…
         │            ^^^^^^^^^^^^
       Forslag: «i god form», «glad i å bevege deg». Kan rettes med --fix.
       Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk
              syn og medlemskap i fagforening
              <https://lovdata.no/lov/2005-06-17-62/§13-1>

     ● Råd   sprak/setningslengde  4:83
       Setningen er lang. Vurder å dele den i to.
       4 │ …g du må like å arbeide sammen med andre mennesker i et stort hus.
         │                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       Kilde: Språkrådet: Klarspråk

    1 funn er unntatt med begrunnelse.
    "
  `)
})

test('at 60 columns the box and the frames follow', () => {
  expect(frame(60)).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────────╮
    │ stillinger/renholder.md                                  │
    │ Språk: bokmål                                            │
    │ Arbeidsgivertype: kommune (antatt, fordi arbeidsgiveren  │
    │                   heter «Lillevik kommune»)              │
    │ Målform: bokmål                                          │
    │                                                          │
    │ ✓ Stillingstittel   Renholder                            │
    │ ✓ Arbeidsgiver      Lillevik kommune                     │
    │ ✓ Arbeidssted       Lillevik rådhus                      │
    │ – Søknadsfrist      mangler                              │
    │ ✓ Kontakt           Kari Eksempel, renholdsleder, tlf.   │
    │                     400 00 000, kari@lillevik.example    │
    │ → Søknadsmåte       fra portalen                         │
    │ ✓ Ansettelsesform   fast                                 │
    │ ✓ Stillingsprosent  80–100 %                             │
    │ ✓ Lønn              38 500 kr per måned                  │
    │ ✓ Arbeidsoppgaver   2 punkter                            │
    │                                                          │
    │ Ikke nevnt: antall stillinger, pensjon, arbeidstid,      │
    │             tiltredelse, referanse, kvalifikasjoner,     │
    │             egenskaper, det vi tilbyr,                   │
    │             mangfoldserklæring, offentlig søkerliste     │
    ╰──────────────────────────────────────────────────────────╯

     ✗ Feil   felt/frist
       Annonsen har ingen søknadsfrist. Den som søker, må vite
       når søknaden senest må være sendt.
       Forslag: sett inn
         + Søknadsfrist: [dag. måned år]
       Kilde: Navs retningslinjer for stillingsannonser

     ▲ Advarsel   inkludering/alder  4:12
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

     ● Råd   sprak/setningslengde  4:83
       Setningen er lang. Vurder å dele den i to.
       4 │ …de sammen med andre mennesker i et stort hus.
         │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       Kilde: Språkrådet: Klarspråk

    1 funn er unntatt med begrunnelse.
    "
  `)
})

test('at 120 columns the checklist has two columns', async () => {
  const lines = (await printed(report, {width: 120})).split('\n')
  const row = lines.find((line) => line.includes('Stillingstittel'))
  expect(row).toMatch(/^│ ✓ Stillingstittel +Renholder +→ Søknadsmåte +fra portalen +│$/)
  expect(columns(row!)).toBe(120)
})

test.each([60, 80, 120, 160])('no line is longer than %i columns', async (width) => {
  const lines = (await printed(report, {width})).split('\n')
  expect(Math.max(...lines.map(columns))).toBe(width)
})

test('without colour there is no escape code', async () => {
  expect(await printed()).not.toContain('\x1b')
})

test('colour adds to the symbols and words and takes nothing away', async () => {
  const colored = await printed(report, {color: true})
  expect(colored).toContain('\x1b[1m\x1b[41m\x1b[37m ✗ Feil \x1b[39m\x1b[49m\x1b[22m')
  expect(colored).toContain('\x1b[43m\x1b[30m ▲ Advarsel \x1b[39m\x1b[49m')
  expect(colored).toContain('\x1b[46m\x1b[30m ● Råd \x1b[39m\x1b[49m')
  expect(colored).toContain('\x1b[4m\x1b[1mung og sprek\x1b[22m\x1b[24m')
  expect(stripVTControlCharacters(colored)).toBe(await printed())
})

test('a report longer than any terminal is printed whole, the sum last', async () => {
  const files = Array.from({length: 12}, (_, i) => ({...file, path: `stillinger/${i}.md`}))
  const out = await printed({...report, files})
  for (const {path} of files) expect(out).toContain(path)
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 fil: 1 feil/)
})

test('--quiet prints only errors and the sum', async () => {
  const out = await printed(report, {quiet: true})
  expect(out).toContain('felt/frist')
  expect(out).not.toMatch(/Råd|Advarsel|Stillingstittel|juridisk/)
})

test('hostile words do no harm', async () => {
  const path = 'a\x1b[2J\u202e\n.md'
  const out = await printed({...report, files: [{...file, path}]})
  expect(out).toContain('a␛[2J<U+202E>␊.md')
  expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
})
