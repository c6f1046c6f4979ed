import {createRequire} from 'node:module'
import {describe, expect, test} from 'vitest'
import {findEmails} from '../../src/fields/grammar/emails.ts'
import {findPhones} from '../../src/fields/grammar/phones.ts'
import metadata from '../../src/vocabulary/phone-metadata.json'

const phones = (text: string) => findPhones(text).map(({value}) => value)
const words = (text: string) => findPhones(text).map(({start, end}) => text.slice(start, end))

describe('phone numbers', () => {
  test.each([
    ['3-2-3', '400 00 000', ['+4740000000']],
    ['2-2-2-2', '40 00 00 00', ['+4740000000']],
    ['no groups', 'tlf40000000', ['+4740000000']],
    ['4-4', '4000 0000', ['+4740000000']],
    ['full stops', '400.00.000', ['+4740000000']],
    ['country code', '+47 400 00 000', ['+4740000000']],
    ['country code, glued', '+4740000000', ['+4740000000']],
    ['country code in parentheses', '(+47) 400 00 000', ['+4740000000']],
    ['country code with noughts', '0047 40 00 00 00', ['+4740000000']],
    ['country code without a sign', '47 40 00 00 00', ['+4740000000']],
    ['a slash between two', '32 00 00 00/400 00 000', ['+4732000000', '+4740000000']],
    ['"eller" between two', '32000000 eller 40000000', ['+4732000000', '+4740000000']],
    ['a space between two', '32 00 00 00 400 00 000', ['+4732000000', '+4740000000']],
    ['a postcode behind', '400 00 000 1300 Lillevik', ['+4740000000']],
    ['a short number of a firm', 'tlf. 02000', ['+4702000']],
    ['Sweden', '+46 8 123 456 78', ['+46812345678']],
    ['a country whose plan is not at hand', '+39 06 12345678', ['+390612345678']],
  ])('%s: %s', (_form, text, expected) => {
    expect(phones(text)).toEqual(expected)
  })

  test('the words are the digits with their sign and code', () => {
    expect(words('Ring (+47) 400 00 000, eller 32000000.')).toEqual(['(+47) 400 00 000', '32000000'])
  })
})

describe('no phone numbers', () => {
  test.each([
    ['organisation number', 'org.nr. 999 888 777'],
    ['organisation number without its name', '999888777'],
    ['reference', 'Ref. nr.: 40000000'],
    ['case number', 'Saksnr. 40000000'],
    ['HPR number', 'HPR-nr. 40000000'],
    ['long id', '4000000000'],
    ['amount', '40 000 000 kroner'],
    ['amount with its sign before', 'kr 40 000 000'],
    ['date', '03.05.2027'],
    ['ISO date', '2027-05-03'],
    ['range of dates', '01.08.27 - 31.07.28'],
    ['range of years', '2027-2028'],
    ['postcode and box', 'Postboks 123, 4001 Lillevik'],
    ['seven digits', 'tlf. 400 00 00'],
    ['a number in an address', 'https://lillevik.example/stilling?id=40000000'],
    ['a number in an e-mail address', '40000000@lillevik.example'],
    ['a first digit that none has', '10 00 00 00'],
  ])('%s: %s', (_form, text) => {
    expect(phones(text)).toEqual([])
  })
})

describe('e-mail addresses', () => {
  const emails = (text: string) => findEmails(text, findPhones(text)).map(({value}) => value)

  test.each([
    ['plain', 'Skriv til kari.lie@lillevik.example.', ['kari.lie@lillevik.example']],
    ['æøå', 'bjørn.åsen@sør-lillevik.example', ['bjørn.åsen@sør-lillevik.example']],
    ['capitals', 'KariLie@lillevik.example', ['KariLie@lillevik.example']],
    ['a phone number glued before', '40000000kari@lillevik.example', ['kari@lillevik.example']],
    ['a phone number glued behind', 'kari@lillevik.example40000000', ['kari@lillevik.example']],
    ['a word glued behind', 'kari@lillevik.exampleSøk her', ['kari@lillevik.example']],
    ['a sentence glued behind', 'kari@lillevik.example.Søk her', ['kari@lillevik.example']],
    ['spaces around the sign', 'kari.lie @ lillevik.example', ['kari.lie@lillevik.example']],
    ['(at)', 'kari.lie(at)lillevik.example', ['kari.lie@lillevik.example']],
    ['two', 'kari@lillevik.example/per@lillevik.example', ['kari@lillevik.example', 'per@lillevik.example']],
    ['a handle is none', 'Følg @lillevik på nettet', []],
    ['a domain without a dot is none', 'kari@lillevik', []],
  ])('%s', (_form, text, expected) => {
    expect(emails(text)).toEqual(expected)
  })
})

test('the numbering plans are those of the installed libphonenumber-js', () => {
  const all = createRequire(import.meta.url)('libphonenumber-js/metadata.min.json')
  for (const [country, plan] of Object.entries(metadata.countries))
    expect(plan).toEqual(all.countries[country])
})
