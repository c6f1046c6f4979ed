import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const counts = async (text: string) =>
  (await recogniseText(text, {field: 'antall'})).map(({value, text: words}) => [value, words])

describe('number of posts', () => {
  test.each([
    ['label', 'Antall stillinger: 3', '3', '3'],
    ['nynorsk label', 'Talet på stillingar: 2', '2', '2'],
    ['English label', 'Number of positions: two', '2', 'two'],
    ['prose', 'Vi har to faste stillinger ledig.', '2', 'to faste stillinger'],
    ['nynorsk', 'Vi lyser ut 3 ledige stillingar.', '3', '3 ledige stillingar'],
    ['English', 'We have two vacant positions.', '2', 'two vacant positions'],
    ['a range', 'Antall stillinger: 1–2', '1–2', '1–2'],
    ['about so many', 'Antall stillinger: ca. 4', '4', 'ca. 4'],
    ['a range in prose', 'Vi søker 2–3 faste stillinger.', '2–3', '2–3 faste stillinger'],
    ['three words between', 'Vi har to ledige faste nye stillinger.', '2', 'to ledige faste nye stillinger'],
    ['a size between', 'Vi har ledig to 100 % stillinger.', '2', 'to 100 % stillinger'],
    ['a size and a word between', 'Vi har ledig to 80 % faste stillinger.', '2', 'to 80 % faste stillinger'],
    ['times a size', '- 3 x 100 % fast stilling', '3', '3 x 100 %'],
    ['times a size inside a sentence', 'Det er ledig 1 x 60 % vikariat.', '1', '1 x 60 %'],
  ])('%s', async (_form, text, value, words) => {
    expect(await counts(text)).toEqual([[value, words]])
  })
})

describe('no number of posts', () => {
  test.each([
    ['colleagues', 'Du får ni medarbeidere.'],
    ['posts of the unit', 'Avdelingen har 12 stillinger.'],
    ['other posts', 'Se de 19 andre stillingene vi har ledig.'],
    ['size', 'Vi har ledig 100 % stilling.'],
    ['a label without a number', 'Antall stillinger: flere'],
    ['the number of another label', 'Referanse: 17'],
    ['other things counted', 'Vi har to avdelinger med ledige stillinger.'],
    ['no word before them', 'Stillinger med to oppgaver er ledig.'],
    ['several, not counted', 'Vi har flere ledige stillinger.'],
  ])('%s', async (_form, text) => {
    expect(await counts(text)).toEqual([])
  })
})
