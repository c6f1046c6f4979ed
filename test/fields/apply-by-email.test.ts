import {expect, test} from 'vitest'
import {applyByEmail} from '../../src/fields/apply-by-email.ts'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

test.each([
  ['an address', 'Send søknaden til post@lillevik.example.', ['post@lillevik.example']],
  [
    'two addresses',
    'Send søknaden til post@lillevik.example.\n\nSøknad sendes: kari@lillevik.example',
    ['post@lillevik.example', 'kari@lillevik.example'],
  ],
  ['a page', 'Søk via https://lillevik.example/stilling.', []],
  ['a page whose address has the sign', 'Søk via https://lillevik.example/@jobb.', []],
  [
    'an address and a page',
    'Send søknaden til post@lillevik.example.\n\nSøk via https://lillevik.example/stilling.',
    [],
  ],
  ['no way', 'Vi søker en vaktmester.', []],
  ['a way without an address', 'Søk elektronisk på stillingen.', []],
])('where to send an application by e-mail: %s', async (_what, text, expected) => {
  const posting = await readPosting('annonse.txt', new TextEncoder().encode(text))
  const ways = applyByEmail(recognise(posting, {today: '2027-01-04'}))
  expect(ways.map(({value}) => value.mål)).toEqual(expected)
})
