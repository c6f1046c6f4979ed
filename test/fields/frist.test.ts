import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const deadlines = async (text: string, path = 'draft.txt') => recogniseText(text, {field: 'frist', path})
const may = {value: '2027-05-03'}

describe('a date', () => {
  test.each([
    ['label', 'Søknadsfrist: 3. mai 2027', '3. mai 2027'],
    ['label, glued', 'Søknadsfrist:03.05.2027', '03.05.2027'],
    ['label and value below', 'Søknadsfrist\n03.05.2027', '03.05.2027'],
    ['label, blank line, value', 'Søknadsfrist:\u00a0\n\n03.05.2027', '03.05.2027'],
    ['label with a weekday', 'Søknadsfrist: mandag 3. mai 2027', 'mandag 3. mai 2027'],
    ['nynorsk label', 'Søkjefrist: 3. mai 2027', '3. mai 2027'],
    ['English label', 'Application deadline: May 3, 2027', 'May 3, 2027'],
    [
      'label and an address behind',
      'Søknadsfrist: 03.05.2027 https://lillevik.example/stilling',
      '03.05.2027',
    ],
    ['bold label in Markdown', '**Søknadsfrist:** 3.5.27', '3.5.27'],
    ['list item', '- Søknadsfrist: 3. mai 2027', '3. mai 2027'],
    ['prose', 'Søknadsfristen er mandag 3. mai 2027.', 'mandag 3. mai 2027'],
    ['a line that begins with the word', 'Vi har ledig stilling. Frist 3.5.2027.', '3.5.2027'],
    ['after an abbreviation', 'Lønn 500 000–600 000 kr. Frist 3.5.2027.', '3.5.2027'],
    ['prose with "frist for å søke"', 'Frist for å søkje er 3. mai 2027.', '3. mai 2027'],
    ['send within', 'Søknad med CV sendes senest innen\n03.05.2027 til post@lillevik.example', '03.05.2027'],
    ['apply within', 'Søk innen 3. mai 2027!', '3. mai 2027'],
    ['nynorsk: apply within', 'Send søknaden innan 3. mai 2027.', '3. mai 2027'],
    ['English prose', 'The deadline for applications is 3 May 2027.', '3 May 2027'],
    ['English: apply by', 'Please apply by 3 May 2027.', '3 May 2027'],
    ['a clock time behind', 'Søknadsfrist: 03.05.2027 kl. 23.59', '03.05.2027'],
    ['day and month with a stroke', 'Søknadsfristen er 3/5', '3/5'],
    ['the same beside a label', 'Søknadsfrist: 3/5', '3/5'],
    [
      'words before "within"',
      'Kursets varighet og startdato er ikke fastsatt, men den som vil være med må søke innen 3. mai 2027.',
      '3. mai 2027',
    ],
    ['the start behind it', 'Søknadsfrist: 3. mai 2027. Oppstart 1. august 2027.', '3. mai 2027'],
  ])('%s', async (_form, text, words) => {
    const found = await deadlines(text, text.startsWith('**') ? 'draft.md' : 'draft.txt')
    expect(found).toMatchObject([may])
    expect(found[0]!.text).toBe(words)
  })

  test('front matter', async () => {
    expect(await deadlines('---\nfrist: 2027-05-03\n---\n\n# Lærer', 'draft.md')).toMatchObject([may])
  })

  test('each place is an occurrence', async () => {
    expect(await deadlines('Søknadsfrist: 3.mai\n\nSøknad sendes innen 03.05.2027.')).toMatchObject([
      {...may, årAntatt: true, text: '3.mai'},
      {...may, text: '03.05.2027'},
    ])
  })

  test('the weekday and an impossible date are told', async () => {
    expect(await deadlines('Søknadsfrist: tysdag 3. mai 2027')).toMatchObject([{...may, ukedag: 'tysdag'}])
    expect(await deadlines('Søknadsfrist: 31.04.2027')).toMatchObject([{value: null, ugyldig: true}])
  })
})

describe('the year that is not written', () => {
  test('is that of the next such day from the day of the check', async () => {
    expect(await deadlines('Søknadsfrist: 3. mai')).toMatchObject([{...may, årAntatt: true}])
  })

  test.each([
    [
      'a date alone on its line',
      'Ledig stilling\n\n16. oktober 2019\n\nVi søker lærer.\n\nSøknadsfrist: 1. november',
    ],
    ['a word before the date', 'Publisert 16.10.2019\n\nVi søker lærer.\n\nSøknadsfrist: 1. november'],
    ['a label', 'Publisert: 16.10.2019\n\nVi søker lærer.\n\nSøknadsfrist: 1. november'],
  ])('or from the day of publication: %s', async (_form, text) => {
    expect(await deadlines(text)).toMatchObject([{value: '2019-11-01', årAntatt: true}])
  })

  test('or from the day of publication in the front matter', async () => {
    const text = '---\npublisert: 2019-10-16\nfrist: 1. november\n---\n\n# Lærer'
    expect(await deadlines(text, 'draft.md')).toMatchObject([{value: '2019-11-01', årAntatt: true}])
  })
})

describe('a deadline without a date', () => {
  test.each([
    ['Søknadsfrist: Snarest', 'snarest'],
    ['Søknadsfrist: snarast råd', 'snarest'],
    ['Søknadsfrist: så snart som mulig', 'snarest'],
    ['Søknadsfrist: løpende', 'løpende'],
    ['Søknadsfrist: Søknader vurderes fortløpende', 'løpende'],
    ['Stillingen har løpende søknadsfrist.', 'løpende'],
    ['Application deadline: Open until filled', 'open until filled'],
    ['The application deadline is as soon as possible.', 'asap'],
    ['Deadline: ASAP', 'asap'],
    ['Send oss søknad snarest.', 'snarest'],
    ['Søknadsfrist: snarest, eller løpende', 'snarest'],
    ['Søknadsfrist: for stillingen som lærer ved Lillevik skole snarest', 'snarest'],
    ['Vi tar imot søknader fortløpende.', 'løpende'],
  ])('%s', async (text, label) => {
    expect(await deadlines(text)).toMatchObject([{value: null, label}])
  })

  test('the words that say so are its place', async () => {
    const words = async (text: string) => (await deadlines(text)).map((found) => found.text)
    expect(await words('Vi søker lærer. Vi tar imot søknader fortløpende.')).toEqual(['fortløpende'])
    expect(await words('Søknadsfrist: så snart som mulig, takk')).toEqual(['så snart som mulig'])
  })

  test.each([
    ['Send søknad innen utgangen av april 2027.', '2027-04-30', 'utgangen av april 2027'],
    ['Apply by the end of April 2027.', '2027-04-30', 'the end of April 2027'],
  ])('the end of a month is a date: %s', async (text, value, words) => {
    expect(await deadlines(text)).toMatchObject([{value, text: words}])
  })

  test('a date beside "snarest" counts', async () => {
    expect(await deadlines('Søknad sendes så raskt som mulig, og senest 3. mai 2027.')).toMatchObject([may])
  })
})

describe('no deadline', () => {
  test.each([
    ['deadlines at work', 'Du må trives med knappe tidsfrister og frister som varierer.'],
    ['publication', 'Publisert: 3. mai 2027'],
    ['start', 'Tiltredelse: 3. mai 2027'],
    ['start within', 'Vi søker lærer med oppstart innen 3. mai 2027.'],
    ['end of an engagement', 'Vi søker vikar fram til 3. mai 2027.'],
    ['a duty of the job', 'Årsmeldingen skal leveres innen 1. mars.'],
    ['authorisation', 'Søker må ha autorisasjon innen 3. mai 2027.'],
    ['"innen" as a field', 'Søker må ha utdanning innen regnskap.'],
    ['another sentence', 'Søknadsfristen er ikke satt. Vi starter 3. mai 2027.'],
    ['another clause', 'Søknadsfrist er viktig! Oppstart 3. mai 2027'],
    ['the start beside its name', 'Søknadsfrist og oppstart 3. mai 2027'],
    ['an answer within', 'Søk i dag. Vi svarer innen 3. mai 2027.'],
    ['a course', 'Kurset starter innen 3. mai 2027, søk nå.'],
    ['far from "within"', 'Søk innen den første virkedag som er 3. mai 2027.'],
    [
      'far from its label',
      'Søknadsfrist: for stillingen som lærer ved Lillevik skole i Lillevik kommune er den 3. mai 2027',
    ],
    [
      'a word far from its label',
      'Søknadsfrist: for stillingen som lærer ved Lillevik ungdomsskole og Solbakken barnehage snarest',
    ],
    ['case number', 'Søknaden merkes med saksnr. 27/1234.'],
  ])('%s', async (_form, text) => {
    expect(await deadlines(text)).toEqual([])
  })
})
