import {rules} from '../../src/engine/rules.ts'
import type {Place} from '../../src/posting/types.ts'
import {usedWaivers} from '../../src/report/summary.ts'
import type {FileReport, Report, ReporterContext} from '../../src/report/types.ts'

export const path = 'stillinger/renholder.md'

export const source = `# Renholder

Lillevik kommune søker renholder i 80–100 % fast stilling ved Lillevik rådhus.
Du må være ung og sprek, ha norsk som morsmål, og du må like å arbeide sammen med andre mennesker i et stort hus.

Arbeidsoppgaver:
- daglig renhold
- skuring og boning av gulv

Lønn 38 500 kr per måned
Spørsmål: Kari Eksempel, renholdsleder, 400 00 000, kari@lillevik.example
`

/** Where words stand in a source, as the posting step would say. */
export const placeOf = (words: string, text = source): Place => {
  const point = (offset: number) => {
    const lines = text.slice(0, offset).split('\n')
    return {line: lines.length, column: lines.at(-1)!.length + 1, offset}
  }
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`No such words: ${words}`)
  return {start: point(start), end: point(start + words.length)}
}

const field = (words: string, value: Record<string, unknown>) => ({
  ...value,
  text: words,
  place: placeOf(words),
})

export const fields: FileReport['fields'] = {
  stillingstittel: [field('Renholder', {value: 'Renholder'})],
  arbeidsgiver: [field('Lillevik kommune', {value: 'Lillevik kommune'})],
  arbeidssted: [field('Lillevik rådhus', {value: 'Lillevik rådhus', kind: 'sted'})],
  frist: [],
  kontakt: [
    field('Kari Eksempel, renholdsleder, 400 00 000, kari@lillevik.example', {
      navn: 'Kari Eksempel',
      rolle: 'renholdsleder',
      telefon: ['+4740000000'],
      epost: ['kari@lillevik.example'],
    }),
  ],
  ansettelsesform: [field('fast stilling', {value: 'fast'})],
  stillingsprosent: [field('80–100 %', {min: 80, max: 100})],
  lønn: [field('Lønn 38 500 kr per måned', {kind: 'beløp', min: 38500, max: 38500, periode: 'måned'})],
  arbeidsoppgaver: [
    field('- daglig renhold\n- skuring og boning av gulv', {
      items: ['daglig renhold', 'skuring og boning av gulv'],
    }),
  ],
}

const offentleglova = {
  id: 'offentleglova-25',
  title: 'Offentleglova § 25 andre ledd',
  url: 'https://lovdata.no/lov/2006-05-19-16/§25',
}

export const file: FileReport = {
  path,
  language: 'nb',
  profile: {
    arbeidsgivertype: {value: 'kommune', inferred: true, why: 'arbeidsgiveren heter «Lillevik kommune»'},
    målform: {value: 'bokmål', inferred: false},
  },
  portal: ['søknadsmåte'],
  missing: ['frist'],
  fields,
  findings: [
    {
      ruleId: 'sprak/setningslengde',
      severity: 'info',
      messageId: 'funn',
      message: 'Setningen er lang. Vurder å dele den i to.',
      place: placeOf('andre mennesker i et stort hus'),
      actual: 'andre mennesker i et stort hus',
      sources: [{id: 'klarsprak', title: 'Språkrådet: Klarspråk'}],
    },
    {
      ruleId: 'felt/frist',
      severity: 'error',
      messageId: 'funn',
      message: 'Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt.',
      sources: [{id: 'nav-retningslinjer', title: 'Navs retningslinjer for stillingsannonser'}],
      suggestions: [
        {
          message: 'Sett inn en linje med fristen:',
          range: [source.length, source.length],
          text: '\nSøknadsfrist: [dag. måned år]\n',
        },
      ],
    },
    {
      ruleId: 'lov/offentlig-sokerliste',
      severity: 'error',
      messageId: 'funn',
      message: 'Annonsen sier ikke at søkere kan bli ført opp på den offentlige søkerlisten.',
      sources: [offentleglova],
      waiver: {
        reason: 'Står i portalens fotnote.',
        by: 'personalsjefen',
        until: '2027-06-30',
        origin: 'draft',
      },
    },
    {
      ruleId: 'inkludering/alder',
      severity: 'warning',
      messageId: 'funn',
      message: '«ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?',
      place: placeOf('ung og sprek'),
      actual: 'ung og sprek',
      expected: ['i god form', 'glad i å bevege deg'],
      sources: [
        {
          id: 'aml-13-1',
          title:
            'Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening',
          url: 'https://lovdata.no/lov/2005-06-17-62/§13-1',
        },
      ],
      fix: {
        range: [placeOf('ung og sprek').start.offset, placeOf('ung og sprek').end.offset],
        text: 'i god form',
      },
    },
  ],
}

export const report: Report = {
  version: 1,
  tool: {name: 'utlys', version: '0.1.0'},
  files: [file],
  unchecked: [],
  waivers: usedWaivers([file]),
  summary: {files: 1, error: 1, warning: 1, info: 1, waived: 1, known: 0, fixable: 1},
}

/** A report of one file with only these findings. */
export const reportOf = (changes: Partial<FileReport>): Report => {
  const files: FileReport[] = [
    {path, language: 'nb', profile: {}, portal: [], fields: {}, missing: [], findings: [], ...changes},
  ]
  return {...report, files, waivers: usedWaivers(files)}
}

export const contextOf = (changes: Partial<ReporterContext> = {}): ReporterContext => ({
  lang: 'nb',
  width: 80,
  color: false,
  sources: new Map([[path, source]]),
  quiet: false,
  ruleOf: (id) => rules.find((rule) => rule.id === id),
  ...changes,
})
