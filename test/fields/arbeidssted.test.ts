import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const places = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'arbeidssted', path})).map(({value, kind}) => [value, kind])

describe('a labelled workplace', () => {
  test.each([
    ['place', 'Arbeidssted: Lillevik', [['Lillevik', 'sted']]],
    [
      'address below',
      'Arbeidssted\nFjordvegen 2\n6100 Lillevik',
      [['Fjordvegen 2, 6100 Lillevik', 'adresse']],
    ],
    ['building', 'Arbeidssted: Lillevik rådhus, Sandvoll', [['Lillevik rådhus, Sandvoll', 'enhet']]],
    [
      'list item',
      '- Arbeidssted: Magistraten, Rådstuplassen 5.',
      [['Magistraten, Rådstuplassen 5', 'adresse']],
    ],
    [
      'several, each once',
      'Sted: Lillevik\n\nSted: LILLEVIK\n\nSted: Storhaug',
      [
        ['Lillevik', 'sted'],
        ['Storhaug', 'sted'],
      ],
    ],
    ['a sentence behind it', 'Arbeidssted: Lillevik. Se kart.', [['Lillevik', 'sted']]],
    ['no place', 'Arbeidssted: 27', []],
    ['nynorsk', 'Arbeidsstad: Leirvåg', [['Leirvåg', 'sted']]],
    [
      'abbreviation',
      'Arbeidssted: Lillevik skole, Chr. Lies gate 1',
      [['Lillevik skole, Chr. Lies gate 1', 'adresse']],
    ],
    [
      'abbreviation below',
      'Arbeidssted:\nSt. Hanshaugen skole\n1234 Lillevik',
      [['St. Hanshaugen skole, 1234 Lillevik', 'adresse']],
    ],
    ['sentence after it', 'Arbeidssted: Ski. Du får eget kontor.', [['Ski', 'sted']]],
    ['English', 'Location: Lillevik, Norway', [['Lillevik, Norway', 'sted']]],
  ])('%s', async (_form, text, expected) => {
    expect(await places(text)).toEqual(expected)
  })

  test('front matter', async () => {
    expect(await places('---\narbeidssted: Lillevik\n---\n\nTekst.', 'draft.md')).toEqual([
      ['Lillevik', 'sted'],
    ])
  })
})

describe('a workplace in running text', () => {
  test.each([
    ['placed in', 'Denne stillingen er plassert i Lillevik.', 'Lillevik', 'sted'],
    [
      'one of two',
      'Arbeidssted for denne stillingen vil være i Lillevik eller Storfjell.',
      'Lillevik eller Storfjell',
      'sted',
    ],
    ['nynorsk', 'Arbeidsstaden er for tida på Solbakken omsorgssenter.', 'Solbakken omsorgssenter', 'enhet'],
    ['offices', 'Vi har moderne kontorlokaler sentralt i Lillevik.', 'Lillevik', 'sted'],
    ['shops', 'Vi søker medarbeidere til våre butikker på Lillevik Torg.', 'Lillevik Torg', 'sted'],
    ['street address', 'Stikk innom oss i Tollbugata 4.', 'Tollbugata 4', 'adresse'],
    [
      'institution that has the post',
      'Solbakken barnehage har ledig vikariat.',
      'Solbakken barnehage',
      'enhet',
    ],
    ['institution of one word', 'Solbakkheimen har ledig stilling som kokk.', 'Solbakkheimen', 'enhet'],
    [
      'institution where the post is',
      'Det er ledig stilling som lærer i Solbakken skole.',
      'Solbakken skole',
      'enhet',
    ],
    ['health station', 'Helsestasjonen Lillevik søker lege.', 'Helsestasjonen Lillevik', 'enhet'],
    ['English', 'The position is based in Lillevik.', 'Lillevik', 'sted'],
    [
      'English: town and country',
      'Engineer at the institute in Lillevik, Norway',
      'Lillevik, Norway',
      'sted',
    ],
  ])('%s', async (_form, text, value, kind) => {
    expect(await places(text)).toEqual([[value, kind]])
  })
})

describe('no workplace', () => {
  test.each([
    ['a department in the organisation', 'Sjefen er organisatorisk plassert ved Byrådslederens kontor.'],
    ['a department', 'Kultur- og fritidsenheten har ledig stilling som fritidskontakt.'],
    ['the employer', 'Lillevik kommune har ledig stilling.'],
    ['the kind of workplace', 'Arbeidsplassene våre preges av mangfold.'],
    ['a service desk', 'Trenger du hjelp, kom til servicekontoret i Strandveien 33.'],
    ['a partner', 'Vi samarbeider med Solbakken skole.'],
    ['experience', 'Kvalifikasjoner\n- Erfaring fra Solbakken sykehjem'],
  ])('%s', async (_trap, text) => {
    expect(await places(text)).toEqual([])
  })
})

describe('the place of a text that names several', () => {
  test.each([
    ['the first', 'Stillingen er plassert i Lillevik. Stillingen er plassert i Storhaug.', 'Lillevik'],
    [
      'that of the post, not that of others',
      'Serviceavdelingen er plassert i Storhaug. Stillingen er plassert i Lillevik.',
      'Lillevik',
    ],
    [
      'the first of another kind',
      'Storgata 1, 9999 Lillevik er adressen. Stillingen er plassert i Storhaug.',
      'Storgata 1, 9999 Lillevik',
    ],
    ['who seeks', 'Solbakken barnehage er fin. Lunden barnehage søker pedagogisk leder.', 'Lunden barnehage'],
    ['who offers', 'Solbakken har ledig stilling som lærer.', 'Solbakken'],
    ['a district', 'Vi søker selger til Lillevik og omegn.', 'Lillevik og omegn'],
    ['a country', 'Du arbeider i Lillevik, Norge.', 'Lillevik, Norge'],
  ])('%s', async (_which, text, expected) => {
    const found = await recogniseText(text, {field: 'arbeidssted'})
    expect(found.map(({value, text: words}) => [value, words])).toEqual([[expected, expected]])
  })

  test.each([
    ['of experience', 'Kvalifikasjoner\n- Erfaring fra Solbakken barnehage\n'],
    ['of the application', 'Søknad\n\nSend den til Storgata 1, 9999 Lillevik.'],
    ['of whom to ask', 'Kontakt\n\nBesøk oss i Storgata 1, 9999 Lillevik.'],
    ['of no name', 'Avdelingen har ledig stilling.'],
  ])('but not that %s', async (_which, text) => {
    expect(await places(text)).toEqual([])
  })
})
