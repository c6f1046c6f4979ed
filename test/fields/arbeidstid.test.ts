import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const times = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'arbeidstid', path})).map((found) => found.text)

describe('the words that tell when the work is done', () => {
  test.each<[form: string, text: string, words: string[]]>([
    ['a rota', 'Stillingen er i todelt turnus.', ['Stillingen er i todelt turnus.']],
    ['every third weekend', 'Arbeid hver 3. helg.', ['Arbeid hver 3. helg.']],
    ['nynorsk: every third weekend', 'Du arbeider kvar tredje helg.', ['Du arbeider kvar tredje helg.']],
    [
      'evenings must be expected',
      'Noe kvelds- og helgearbeid må påregnes.',
      ['Noe kvelds- og helgearbeid må påregnes.'],
    ],
    [
      'work laid to evenings',
      'Arbeidet er lagt til ettermiddag og kveld.',
      ['Arbeidet er lagt til ettermiddag og kveld.'],
    ],
    ['clock times', 'Arbeidstid fra kl. 08-16 på hverdager.', ['Arbeidstid fra kl. 08-16 på hverdager.']],
    ['hours a week', 'Arbeidstiden er 37,5 timer per uke.', ['Arbeidstiden er 37,5 timer per uke.']],
    ['on call', 'Det er hjemmevakt hver sjette uke.', ['Det er hjemmevakt hver sjette uke.']],
    ['a label', 'Arbeidstid: Dag og kveld\n', ['Dag og kveld']],
    [
      'flexible hours said alone',
      'Vi tilbyr\n• Fleksibel arbeidstid.\n• Kantine\n',
      ['Fleksibel arbeidstid.'],
    ],
    ['English', 'The position involves work on weekends.', ['The position involves work on weekends.']],
    [
      'the clause of a long sentence',
      'Skolen ligger ved fjorden med utsikt til fjellene, stillingen er i turnus, og bussen stanser utenfor.',
      ['stillingen er i turnus'],
    ],
  ])('%s', async (_form, text, words) => {
    expect(await times(text)).toEqual(words)
  })

  test('front matter', async () => {
    expect(await times('---\narbeidstid: turnus med nattevakter\n---\nTekst.\n', 'draft.md')).toEqual([
      'turnus med nattevakter',
    ])
  })
})

describe('working time that says little', () => {
  test.each([
    ['how much is not said', 'Noe kvelds- og helgearbeid må påregnes.', true],
    ['nynorsk', 'Noko helgearbeid må pårekna.', true],
    ['how often is said', 'Du må påregne arbeid hver tredje helg.', undefined],
    ['the rota is named', 'Du må påregne helgearbeid i turnus.', undefined],
    ['it is certain', 'Stillingen har arbeid i helger.', undefined],
  ])('%s', async (_form, text, vag) => {
    const found = await recogniseText(text, {field: 'arbeidstid'})
    expect(found.map((one) => [one.value, one.vag])).toEqual([[text, vag]])
  })
})

describe('what only looks like working time is silent', () => {
  test.each([
    'Vi søker vaktmester til Lillevik skole.',
    'Lillevik har kveldsåpent bibliotek.',
    'Turnuslegen har offentlige oppgaver.',
    'Vi tilbyr\n• Mulighet for trening i arbeidstiden\n• Fleksitid og sommertid\n',
    'Vi tilbyr\n• Kvelds- og helgetillegg\n• Kantine\n',
    'Kundene våre skal sove godt om natten.',
    'På natt drives tjenestene sammen, og de to teamene samarbeider.',
    'Kvalifikasjoner\n• Erfaring fra turnusarbeid\n• Fagbrev\n',
    'Arbeidsoppgaver\n• Planlegge turnus for avdelingen\n• Føre tilsyn\n',
    'Ring oss på telefon kl. 09–15.',
    'Kontakt: leder Kari Lie, tlf. 400 00 000\n',
  ])('%s', async (text) => {
    expect(await times(text)).toEqual([])
  })
})
