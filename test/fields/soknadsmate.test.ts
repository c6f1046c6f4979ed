import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const ways = async (text: string, path = 'draft.txt') => recogniseText(text, {field: 'søknadsmåte', path})

describe('where to apply is found with its address', () => {
  test.each<[form: string, text: string, target: string, words: string]>([
    [
      'an e-mail address in the sentence',
      'Søknad og CV sendes innen fristen til jobb@lillevik.example.',
      'jobb@lillevik.example',
      'Søknad og CV sendes innen fristen til jobb@lillevik.example',
    ],
    [
      'a web address',
      'Du søker på www.lillevik.example/jobb.',
      'www.lillevik.example/jobb',
      'søker på www.lillevik.example/jobb',
    ],
    [
      'nynorsk',
      'Søknaden skal sendast til jobb@lillevik.example.',
      'jobb@lillevik.example',
      'Søknaden skal sendast til jobb@lillevik.example',
    ],
    [
      'English',
      'Please apply at https://lillevik.example.',
      'https://lillevik.example',
      'apply at https://lillevik.example',
    ],
    ['a label', 'Søknad sendes: jobb@lillevik.example\n', 'jobb@lillevik.example', 'jobb@lillevik.example'],
    [
      'the address of a job portal says so itself',
      'Mer: https://www.jobbnorge.no/stilling/1',
      'https://www.jobbnorge.no/stilling/1',
      'https://www.jobbnorge.no/stilling/1',
    ],
  ])('%s', async (_form, text, target, words) => {
    expect(await ways(text)).toEqual([{value: words, mål: target, text: words}])
  })

  test('the address behind a link', async () => {
    const found = await ways(
      'Vi ser fram til å høre fra deg.\n\n[Søk her](https://lillevik.example/jobb)\n',
      'draft.md',
    )
    expect(found).toMatchObject([{value: 'Søk her', mål: 'https://lillevik.example/jobb'}])
  })

  test('front matter', async () => {
    const found = await ways('---\nsøknadsmåte: https://lillevik.example/jobb\n---\nTekst.\n', 'draft.md')
    expect(found).toMatchObject([{mål: 'https://lillevik.example/jobb'}])
  })
})

describe('a way to apply without an address', () => {
  test.each<[form: string, text: string, words: string]>([
    ['a button whose link is lost', 'Om oss står det mer.\n\nSøk her\n', 'Søk her'],
    ['nynorsk button after its label', 'Søk på stillinga: Klikk her\n', 'Klikk her'],
    ['an electronic form', 'Vi tar bare imot søknader elektronisk.', 'søknader elektronisk'],
    [
      'a portal',
      'Søknaden registreres i vår rekrutteringsportal.',
      'Søknaden registreres i vår rekrutteringsportal',
    ],
    ['a link that the text speaks of', 'Send søknad via lenken.', 'Send søknad via lenken'],
  ])('%s', async (_form, text, words) => {
    expect(await ways(text)).toEqual([{value: words, text: words}])
  })
})

describe('what is no way to apply is silent', () => {
  test.each([
    'Spørsmål om søknaden sendes til hjelp@lillevik.example.',
    'Trenger du hjelp til å søke, skriv til hjelp@lillevik.example.',
    'Begrunnelse for unntak sendes jobb@lillevik.example.',
    'Vi ser fram til å motta din søknad!',
    'Søknader behandles fortløpende.',
    'Søknadsfrist: 3. mai 2027\n',
    'Les mer om oss på www.lillevik.example.',
  ])('%s', async (text) => {
    expect(await ways(text)).toEqual([])
  })
})

describe('where the way to apply ends', () => {
  test.each([
    ['an address below', 'Send søknad og CV til:\n\npost@lillevik.example', ['post@lillevik.example']],
    ['no address below', 'Søknad sendes til:\n\nSentralbordet', []],
    ['an address for questions below', 'Spørsmål sendes til:\n\npost@lillevik.example', []],
    ['a channel beside a label', 'Søknad: Elektronisk via portalen', ['Elektronisk via portalen']],
    ['no channel beside a label', 'Søknad: 27', []],
    [
      'a long text beside a label',
      'Søknad: I denne stillingen møter du mange mennesker, og du må like å reise. Søk elektronisk hver dag.',
      ['Søk elektronisk'],
    ],
    ['another label', 'Frist: post@lillevik.example', []],
    [
      'the sentence with an address',
      'Søk elektronisk. Send søknaden til post@lillevik.example.',
      ['søknaden til post@lillevik.example'],
    ],
    ['a button', 'Søk stillingen', ['Søk stillingen']],
  ])('%s', async (_what, text, expected) => {
    const found = await recogniseText(text, {field: 'søknadsmåte'})
    expect(found.map((one) => one.text)).toEqual(expected)
    expect(found.map(({value}) => value)).toEqual(expected)
  })
})
