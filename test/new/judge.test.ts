import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Answers, compose, exampleOf, forms, introductionOf} from '../../cli/new/draft.ts'
import {createJudge} from '../../cli/new/judge.ts'
import {fieldKeys} from '../../cli/new/steps.ts'
import {tidy} from '../../cli/new/tidy.ts'
import {defaultSettings} from '../../src/engine/settings.ts'

const judge = createJudge({settings: defaultSettings, today: '2026-11-21', lang: 'nb'})

const answersIn = (målform: string, fields: Answers['fields'] = {}): Answers => ({
  profile: {arbeidsgivertype: 'kommune', målform},
  fields,
  statements: {},
})

const judged = (key: string, answer: string, fields = {}) =>
  judge.field(answersIn('bokmål', fields), key, answer, true)

describe('what will not do', () => {
  test.each([
    ['stillingstittel', '  ', 'Skriv et svar.'],
    ['frist', '31.02.2027', 'Datoen finnes ikke. Rett søknadsfristen.'],
    ['frist', '2026-11-20', 'Søknadsfristen har gått ut'],
    ['frist', '15. januar', 'Søknadsfristen mangler årstall.'],
    ['frist', 'fredag', 'utlys kan ikke lese dette som søknadsfrist.'],
    ['stillingsprosent', '120', '120 % er mer enn en hel stilling.'],
    ['stillingsprosent', '60-110', '60–110 % er mer enn en hel stilling.'],
    ['stillingsprosent', '0 %', '0 %'],
    ['kontakt', 'Kari Eksempel, tlf. 400 00 00', 'Telefonnummeret «400 00 00» har 7 siffer.'],
    ['kontakt', 'Kari Eksempel, kari@lillevik', 'kari@lillevik er ikke en hel e-postadresse.'],
    ['kontakt', 'Kari Eksempel', 'Kontaktpersonen står uten telefonnummer'],
    ['søknadsmåte', 'jobb@', 'jobb@ er ikke en hel e-postadresse.'],
    ['kvalifikasjoner', 'du er mellom 25 og 40 år', '«du er mellom 25 og 40 år» setter en aldersgrense'],
  ])('%s: %s', async (key, answer, start) => {
    expect((await judged(key, answer)).flaw).toContain(start)
  })
})

describe('what will do, with a remark', () => {
  test.each([
    ['frist', '1. desember 2026', 'Det er 10 døgn til søknadsfristen'],
    ['lønn', 'etter avtale', 'Dette sier ikke hva lønnen er.'],
    ['stillingsprosent', '50', 'Stillingen er på deltid.'],
    ['grunnlag', 'i inntil tolv måneder', 'Stillingen er midlertidig i inntil ett år'],
  ])('%s: %s', async (key, answer, start) => {
    const {flaw, remark} = await judged(key, answer, {
      ansettelsesform: key === 'grunnlag' ? 'midlertidig' : 'fast',
    })
    expect(flaw).toBeUndefined()
    expect(remark).toContain(start)
  })
})

test.each([
  ['stillingsprosent', '80', '80 %'],
  ['stillingsprosent', '60 - 100 %', '60–100 %'],
  ['stillingsprosent', '50 til 80 prosent', '50–80 %'],
  ['stillingsprosent', '37,5', '37,5 %'],
  ['stillingsprosent', 'heltid', 'heltid'],
  ['lønn', '470000-560000', '470 000–560 000 kroner i året'],
  ['lønn', '470 000 kr', '470 000 kroner i året'],
  ['lønn', 'kr 250 per time', 'kr 250 per time'],
  ['søknadsmåte', 'www.lillevik.example/jobb', 'https://www.lillevik.example/jobb'],
  ['arbeidsoppgaver', '- vaske\n\n*  rydde', 'vaske\nrydde'],
  ['arbeidssted', ' Lillevik \n rådhus ', 'Lillevik rådhus'],
])('%s: %j stands as %j', (key, answer, value) => {
  expect(tidy(key, answer, 'nb')).toBe(value)
})

test.each([
  ['15.1.2027', '2027-01-15'],
  ['15. januar 2027', '2027-01-15'],
  ['snarest', 'snarest'],
])('the deadline %s is kept as %s', async (answer, value) => {
  expect((await judged('frist', answer)).value).toBe(value)
})

const withExample = (['bokmål', 'nynorsk'] as const).flatMap((målform) =>
  fieldKeys.flatMap((key) => {
    const example = exampleOf(key, målform === 'bokmål' ? 'nb' : 'nn')
    return example === undefined ? [] : [[målform, key, example] as const]
  }),
)

test.each(withExample)('the example in %s for %s will do', async (målform, key, example) => {
  expect(await judge.field(answersIn(målform), key, example, true)).not.toHaveProperty('flaw')
})

const grounds = Object.entries(forms).flatMap(([form, {example}]) =>
  example ? [['bokmål', form, example.nb] as const, ['nynorsk', form, example.nn] as const] : [],
)

test.each(grounds)('the example in %s of why a post is %s tells enough', async (målform, form, example) => {
  const answers = answersIn(målform, {
    stillingstittel: 'Rådgiver',
    arbeidsgiver: 'Lillevik kommune',
    ansettelsesform: form,
    stillingsprosent: '100 %',
    grunnlag: example,
  })
  const draft = {...answers, fields: {...answers.fields, innledning: introductionOf(answers)}}
  const {report, context} = await judge.inspect(draft)
  expect(context.fields.ansettelsesform.map(({value}) => value.value)).toContain(form)
  const told = report.findings.filter(({place, severity}) => place && severity !== 'info')
  expect(told.map(({message}) => message)).toEqual(form === 'åremål' ? expect.anything() : [])
})

test('a title keeps its abbreviation within a sentence', () => {
  const title = (stillingstittel: string) =>
    introductionOf(
      answersIn('bokmål', {
        stillingstittel,
        arbeidsgiver: 'Lillevik kommune',
        ansettelsesform: 'fast',
        stillingsprosent: '100 %',
      }),
    )
  expect(title('IKT-rådgiver')).toBe('Lillevik kommune har ledig 100 % fast stilling som IKT-rådgiver.')
  expect(title('Renholder')).toBe('Lillevik kommune har ledig 100 % fast stilling som renholder.')
})

test('whatever is answered, the draft can be read', async () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'Å', ' ', ':', '#', '-', '"', "'", '<', '!', '[', '|', '日', '%', '@'),
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fieldKeys), word, async (key, answer) => {
      const {value} = await judge.field(answersIn('bokmål'), key, answer, false)
      expect(compose(answersIn('bokmål', {[key]: value}))).toContain('målform: bokmål')
    }),
    {numRuns: 60},
  )
})
