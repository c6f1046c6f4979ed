import {describe, expect, test} from 'vitest'
import {addressLetters} from '../../src/fields/grammar/address-letters.ts'
import {isSame, merged, ownership} from '../../src/fields/grammar/same-person.ts'
import type {Kontakt} from '../../src/fields/types.ts'

test.each([
  ['Haakon', 'hakon'],
  ['Ås', 'as'],
  ['aas', 'as'],
  ['Bjørn', 'bjorn'],
  ['bjoern', 'bjorn'],
  ['Sæther', 'sether'],
  ['saether', 'sether'],
  ['André', 'andre'],
])('%s is written %s in an address', (text, letters) => {
  expect(addressLetters(text)).toBe(letters)
})

describe('how surely an address is somebody’s own', () => {
  test.each([
    ['both names', 'kari.eksempel', 'Kari Eksempel', 2],
    ['both names in one', 'karieksempel', 'Kari Eksempel', 2],
    ['two of three names', 'kari.lie', 'Kari Eksempel Lie', 2],
    ['a name of two parts', 'anne-lise', 'Anne-Lise Eksempel', 2],
    ['in the letters of addresses', 'bjoern.aasen', 'Bjørn Åsen', 2],
    ['the first letter and the last name', 'keksempel', 'Kari Eksempel', 2],
    ['the first letter of another', 'oeksempel', 'Kari Eksempel', 0],
    ['one name', 'kari', 'Kari Eksempel', 1],
    ['one name among other words', 'rektor_eksempel2', 'Kari Eksempel', 1],
    ['a short name', 'bo', 'Bo Li', 1],
    ['short names are not looked for within words', 'boligli', 'Bo Li', 0],
    ['three letters of each', 'nilhof', 'Nils Hoffmann', 1],
    ['two letters of the first', 'nihof', 'Nils Hoffmann', 1],
    ['one letter of the first', 'nhof', 'Nils Hoffmann', 1],
    ['nothing of the first', 'hof', 'Nils Hoffmann', 0],
    ['three letters of somebody else', 'karlie', 'Nils Hoffmann', 0],
    ['three letters of one name alone', 'nilnil', 'Nils', 0],
    ['the first letter twice', 'nnils', 'Nils', 0],
    ['no name', 'post', 'Kari Eksempel', 0],
    ['the domain says nothing', 'post', 'Kari Lillevik', 0],
  ] as const)('%s', (_what, local, name, expected) => {
    expect(ownership(`${local}@lillevik.example`, name)).toBe(expected)
  })
})

const kontakt = (navn?: string, ...channels: string[]): Kontakt => ({
  ...(navn && {navn}),
  telefon: channels.filter((one) => !one.includes('@')),
  epost: channels.filter((one) => one.includes('@')),
})

describe('two contacts are one person', () => {
  test.each([
    ['with the same name', kontakt('Kari Lie'), kontakt('Kari Lie'), true],
    ['with a name in between', kontakt('Kari Lie'), kontakt('Kari Ås Lie'), true],
    ['… the other way round', kontakt('Kari Ås Lie'), kontakt('Kari Lie'), true],
    ['not with another last name', kontakt('Kari Lie'), kontakt('Kari Ås Moe'), false],
    ['not by the first name alone', kontakt('Kari'), kontakt('Kari Lie'), false],
    [
      'not by a number that two share',
      kontakt('Kari Lie', '+4740000000'),
      kontakt('Ola Moe', '+4740000000'),
      false,
    ],
    [
      'by a number, when one has no name',
      kontakt('Kari Lie', '+4740000000'),
      kontakt(undefined, '+4740000000'),
      true,
    ],
    [
      'by one of several addresses',
      kontakt('Kari Lie', 'a@b.no', 'c@d.no'),
      kontakt(undefined, 'c@d.no'),
      true,
    ],
    [
      'not without anything in common',
      kontakt('Kari Lie', '+4740000000'),
      kontakt(undefined, 'c@d.no'),
      false,
    ],
  ])('%s', (_how, a, b, expected) => {
    expect(isSame(a, b)).toBe(expected)
  })
})

test('what is known of both is kept, each number and address once', () => {
  const a = {...kontakt('Kari Lie', '+4740000000', 'kari@lillevik.example'), rolle: 'rektor'}
  const b = kontakt(
    'Kari Ås Lie',
    '+4740000000',
    '+4740000001',
    'KARI@lillevik.example',
    'post@lillevik.example',
  )
  expect(merged(a, b)).toEqual({
    navn: 'Kari Lie',
    rolle: 'rektor',
    telefon: ['+4740000000', '+4740000001'],
    epost: ['kari@lillevik.example', 'post@lillevik.example'],
  })
  expect(merged(kontakt(), a)).toMatchObject({navn: 'Kari Lie', rolle: 'rektor'})
  expect(merged(kontakt(), kontakt())).toEqual({telefon: [], epost: []})
})
