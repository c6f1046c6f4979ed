import {describe, expect, test} from 'vitest'
import {parseNumber} from '../../src/fields/grammar/numbers.ts'
import {recogniseText} from './recognise.ts'

const pay = (text: string, path = 'draft.txt') => recogniseText(text, {field: 'lønn', path})
const reference = {kind: 'referanse'}

describe('numbers', () => {
  test.each([
    ['40 800', 40800],
    ['40.800', 40800],
    ['650,000', 650000],
    ['22,6', 22.6],
    ['150', 150],
    ['1 250 000', 1250000],
    ['sju', 7],
    ['kroner', undefined],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })
})

describe('a sum', () => {
  test.each([
    ['month', 'Lønnen er for tiden kr 40 800 pr måned.', 40800, 40800, 'måned', 'kr 40 800'],
    ['hour', 'Arbeidet er lønnet med 250 kroner per time.', 250, 250, 'time', '250 kroner'],
    [
      'range with dashes',
      'Årslønn kr. 650.000,- til kroner 900.000,-',
      650000,
      900000,
      'år',
      'kr. 650.000,- til kroner 900.000',
    ],
    [
      'range without a second currency',
      'Vi tilbyr lønn fra kr 630 000 – 710 000 etter ansiennitet.',
      630000,
      710000,
      'år',
      'kr 630 000 – 710 000',
    ],
    ['currency behind', 'Lønnsspenn 560 000 til 640 000 kr', 560000, 640000, 'år', '560 000 til 640 000 kr'],
    [
      'between',
      'Du får en årslønn mellom kr 700 000 og kr 900 000.',
      700000,
      900000,
      'år',
      'kr 700 000 og kr 900 000',
    ],
    ['short for thousands', 'Lønn: 650–700 000 kroner', 650000, 700000, 'år', '650–700 000 kroner'],
    ['label without currency', 'Lønn: 550 000 - 600 000', 550000, 600000, 'år', '550 000 - 600 000'],
    [
      'heading above',
      'Lønn\nKr 630 000 - 950 000 avhengig av kvalifikasjoner.',
      630000,
      950000,
      'år',
      'Kr 630 000 - 950 000',
    ],
    ['offered to the applicant', 'Du får 220 kroner timen.', 220, 220, 'time', '220 kroner'],
    [
      'offered to the applicant, by the year',
      'Som postdoktor får du normalt kr 615 000 brutto per år.',
      615000,
      615000,
      'år',
      'kr 615 000',
    ],
    ['the word for pay after it', 'Vi tilbyr NOK 700 000 i årslønn.', 700000, 700000, 'år', 'NOK 700 000'],
    ['label with the period', 'Månedslønn: 45 000', 45000, 45000, 'måned', '45 000'],
    [
      'the sentence before speaks of pay',
      'Lønn etter avtale. For tiden fra kr 500 000 til kr 600 000.',
      500000,
      600000,
      'år',
      'kr 500 000 til kr 600 000',
    ],
    [
      'nynorsk',
      'Årsløna er frå kr 520 000 til kr 580 000.',
      520000,
      580000,
      'år',
      'kr 520 000 til kr 580 000',
    ],
    ['English', 'The salary is NOK 532,200 per year.', 532200, 532200, 'år', 'NOK 532,200'],
  ])('%s', async (_form, text, min, max, periode, words) => {
    const found = (await pay(text)).filter(({kind}) => kind === 'beløp')
    expect(found).toEqual([{kind: 'beløp', min, max, periode, text: words}])
  })

  test('several posts, several ranges', async () => {
    const text = 'Årslønn kr 732 300 - 919 200 som seniorrådgiver og kr 646 000 - 777 900 som rådgiver.'
    expect(await pay(text)).toMatchObject([{max: 919200}, {max: 777900}])
  })

  test('front matter', async () => {
    expect(await pay('---\nlønn: 550 000–600 000 kroner\n---\n\n# Lærer', 'draft.md')).toMatchObject([
      {min: 550000, max: 600000},
    ])
  })
})

describe('a reference that can be looked up', () => {
  test.each([
    ['Lønn etter tariff.', 'Lønn etter tariff'],
    ['Vi tilbyr lønn i henhold til tariffavtale.', 'lønn i henhold til tariffavtale'],
    ['Løn etter gjeldande avtaleverk.', 'Løn etter gjeldande avtaleverk'],
    [
      'Lønn iht. avtale om lønnsvilkår for ledere i Lillevik kommune.',
      'Lønn iht. avtale om lønnsvilkår for ledere i Lillevik kommune',
    ],
    ['Lønn iht. overenskomst', 'Lønn iht. overenskomst'],
    [
      'Løns- og arbeidsvilkår vert i samsvar med kommunalt avtaleverk.',
      'Løns- og arbeidsvilkår vert i samsvar med kommunalt avtaleverk',
    ],
    ['Lønnsvilkår ihht. HTA', 'Lønnsvilkår ihht. HTA'],
    ['Stillingen lønnes etter statens lønnsregulativ.', 'Stillingen lønnes etter statens lønnsregulativ'],
    ['Lønn fastsettes etter regulativ.', 'Lønn fastsettes etter regulativ'],
    ['Vi tilbyr lønn etter provisjon.', 'lønn etter provisjon'],
    ['Salary according to collective agreement', 'Salary according to collective agreement'],
  ])('%s', async (text, words) => {
    expect(await pay(text)).toEqual([{...reference, text: words}])
  })
})

describe('a vague reference', () => {
  test.each([
    ['Lønn etter avtale.', 'Lønn etter avtale'],
    ['Løn etter avtale og kvalifikasjonar', 'Løn etter avtale og kvalifikasjonar'],
    ['- Konkurransedyktige betingelser', 'Konkurransedyktige betingelser'],
    ['Vi tilbyr konkurransedyktig lønn.', 'konkurransedyktig lønn'],
    ['Gode lønns- og arbeidsvilkår', 'Gode lønns- og arbeidsvilkår'],
    ['Lønn: Etter avtale', 'Etter avtale'],
    ['We offer a competitive salary.', 'competitive salary'],
  ])('%s', async (text, words) => {
    expect(await pay(text)).toEqual([{...reference, vag: true, text: words}])
  })

  test('the first firm and the first vague one', async () => {
    const text = 'Lønn etter avtale.\n\nLønn etter tariff.\n\nLønn etter kvalifikasjoner.'
    expect((await pay(text)).map(({vag}) => vag ?? false)).toEqual([true, false])
  })
})

describe('which sums are pay', () => {
  const sums = async (text: string) =>
    (await pay(text)).flatMap(({kind, max, periode}) => (kind === 'beløp' ? [`${max} ${periode}`] : []))

  test.each([
    ['without "kr", where it is large', 'Lønnen er 450 000. Kommunen har 90 000 innbyggere.', ['450000 år']],
    ['not far from the word', 'Lønn etter tariff. Kommunen har 250 000 innbyggere.', []],
    ['no step of the scale', 'Lønnstrinn 48 000', []],
    ['those with "kr", where some have it', 'Lønn: kr 550 000, 37,5 timer i uken', ['550000 år']],
    ['not the supplement beside it', 'Lønn: 550 000 kroner og tillegg på 20 000 kroner', ['550000 år']],
    ['nor behind it', 'Lønnen er kr 600 000, i tillegg kr 45 000.', ['600000 år']],
    ['but what comes with a bonus', 'Årslønn kr 600 000 i tillegg til bonus.', ['600000 år']],
    ['and not what comes with the pay', 'Lønn etter tariff og 30 000 kroner i tillegg til lønnen.', []],
    ['what is offered', 'Vi tilbyr\n• Kr 550 000–650 000 per år\n• Kantine\n', ['650000 år']],
    ['unless it is small', 'Vi tilbyr\n• Kr 50 000 per år til kurs\n', []],
    ['not what is spent', 'Kommunen bruker kr 550 000 per år på trivsel.', []],
    ['named behind', 'Vi tilbyr NOK 700 000 i lønn.', ['700000 år']],
    ['in another sense', 'Vi tilbyr NOK 700 000 i lønnsomme prosjekter.', []],
    ['a budget before', 'Budsjettet er på kr 700 000 og lønnen er god.', []],
    ['under its heading', 'Vi tilbyr god lønn:\n\n550 000 kroner', ['550000 år']],
    [
      'by the month and the year',
      'Månedslønn kr 42 000, altså en årslønn på kr 504 000.',
      ['42000 måned', '504000 år'],
    ],
    ['with the period before it', 'Lønnen per måned er kr 42 000.', ['42000 måned']],
    ['with the period in its label', 'Timelønn: 220', ['220 time']],
    ['by its size: an hour', 'Lønnen er kr 1 500.', ['1500 time']],
    ['by its size: a month', 'Lønnen er kr 42 000.', ['42000 måned']],
    ['by its size: a year', 'Lønnen er kr 100 000.', ['100000 år']],
    ['too little', 'Lønnen er 12 kroner timen.', []],
    ['too much', 'Lønnen er kr 9 000 000 per år.', []],
  ])('%s', async (_which, text, expected) => {
    expect(await sums(text)).toEqual(expected)
  })
})

describe('how far a reference goes', () => {
  test.each([
    [
      'to the end of its list',
      'Lønn fastsettes ut fra den enkeltes kvalifikasjoner, ansvar og erfaring.',
      ['Lønn fastsettes ut fra den enkeltes kvalifikasjoner, ansvar og erfaring'],
    ],
    [
      'not into what others have',
      'Lønn etter avtale, men mange i kommunen arbeider etter tariff.',
      ['Lønn etter avtale'],
    ],
    [
      'to the rule, not to its steps',
      'Stillingen lønnes etter statens regulativ, kode 1434, ltr. 58.',
      ['Stillingen lønnes etter statens regulativ'],
    ],
    ['to the end of the sentence beside a label', 'Lønn: Etter avtale. Fri bil.', ['Etter avtale']],
    ['nowhere beside a label without words', 'Lønn: --', []],
    [
      'also among duties when it begins the line',
      'Arbeidsoppgaver\n- Lønn etter tariff\n',
      ['Lønn etter tariff'],
    ],
    ['nowhere among demands', 'Kvalifikasjoner\n- Erfaring med lønn etter tariff\n', []],
    [
      'in running text under the duties',
      'Arbeidsoppgaver\nDu utbetaler lønn etter tariff.',
      ['lønn etter tariff'],
    ],
  ])('%s', async (_where, text, words) => {
    expect((await pay(text)).map((found) => found.text)).toEqual(words)
  })
})

describe('other money', () => {
  test.each([
    'Du får 5 000 kroner i måneden i støtte til barnehage.',
    'Du får et tillegg på 20 000 kroner i måneden.',
    'Vi tilbyr kurs for 400 000 kroner.',
    'Kveldsarbeid gir avspasering eller overtidslønn.',
    'Kommunen har et årsbudsjett på 22,6 milliarder kroner.',
    'Satsingen er på 1,25 mrd kroner over seks år.',
    'Lønn utbetales den 12. i måneden.',
    'Helgetillegg på kr 65 per time.',
    'Vi gir rekrutteringstilskudd på kr 50 000.',
    'Menyen koster 150 kroner.',
    'Det er lønnsomt å bruke tiden godt.',
    'Arbeidsoppgaver\n- Utbetale lønn i henhold til tariff\n- Føre regnskap',
    'Tilknytning til partiets tariffavtale og pensjonsordning.',
    'Du får lønn hver 14. dag.',
    'Det er 50 000 ansatte i kommunen.',
  ])('%s', async (text) => {
    expect(await pay(text)).toEqual([])
  })
})
