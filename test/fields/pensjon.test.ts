import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const pensions = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'pensjon', path})).map((found) => found.text)

describe('the words of the pension offer', () => {
  test.each<[form: string, text: string, words: string[]]>([
    ['a list item', 'Vi tilbyr\n• Tjenestepensjon\n• Kantine\n', ['Tjenestepensjon']],
    [
      'a compound with a hanging hyphen',
      'Vi tilbyr\n• Gode pensjons- og forsikringsordninger\n',
      ['Gode pensjons- og forsikringsordninger'],
    ],
    ['nynorsk', 'Vi tilbyr\n• God tenestepensjon i KLP\n• Løn etter avtale\n', ['God tenestepensjon i KLP']],
    [
      'one offer among others in a sentence',
      'Hos oss får du varierte oppgaver og lang ferie, god pensjonsordning, og tid til trening.',
      ['god pensjonsordning'],
    ],
    [
      'the fund by name',
      'Du blir medlem av Statens pensjonskasse fra første dag.',
      ['Du blir medlem av Statens pensjonskasse fra første dag.'],
    ],
    ['a label', 'Pensjon: KLP\n', ['KLP']],
    ['English', 'We offer a good pension scheme.', ['We offer a good pension scheme.']],
  ])('%s', async (_form, text, words) => {
    expect(await pensions(text)).toEqual(words)
  })

  test('front matter', async () => {
    expect(await pensions('---\npensjon: offentlig tjenestepensjon\n---\nTekst.\n', 'draft.md')).toEqual([
      'offentlig tjenestepensjon',
    ])
  })
})

describe('what only looks like a pension offer is silent', () => {
  test.each([
    'Vi søker pensjonistvikar til Lillevik skole.',
    'Du kan stå i jobben til pensjonsalderen.',
    'Du blir saksbehandler for alderspensjon.',
    'Arbeidsgiver: Lillevik pensjonskasse\n',
    'Lillevik pensjonskasse forvalter midlene for 4000 mennesker.',
    'Les mer om godene på www.spk.no.',
  ])('%s', async (text) => {
    expect(await pensions(text)).toEqual([])
  })
})

test.each([
  [
    'the whole of a short sentence',
    'Vi tilbyr pensjon i KLP og kaffe.',
    ['Vi tilbyr pensjon i KLP og kaffe.'],
  ],
  [
    'the clause of a long sentence',
    'Vi tilbyr kantine i tredje etasje med utsikt over fjorden, og god offentlig tjenestepensjon, og mye annet.',
    ['god offentlig tjenestepensjon'],
  ],
  ['the employer is none', 'Arbeidsgiver: Statens pensjonskasse', []],
  ['a heading is none', '# Vi tilbyr pensjon\n\nVi lager mat.', []],
  ['a quotation is none', '> Vi tilbyr god pensjon.', []],
  [
    'beside another condition',
    'Lønn: etter tariff, god pensjonsordning',
    ['etter tariff, god pensjonsordning'],
  ],
])('where a pension is mentioned: %s', async (_where, text, expected) => {
  const found = await recogniseText(text, {field: 'pensjon', path: 'draft.md'})
  expect(found.map((one) => one.text)).toEqual(expected)
})
