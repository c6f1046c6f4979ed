import {expect, test} from 'vitest'
import {columns, cutEnd, cutStart, wrap} from '../../src/report/width.ts'

test.each([
  ['blåbær – «ja»', 13],
  ['bla\u030abær', 6],
  ['漢字', 4],
  ['😀!', 3],
  ['🇳🇴', 2],
  ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(columns(text)).toBe(width)
})

test('a text is cut at the end or at the start, never through a wide character', () => {
  expect(cutEnd('renholder', 5)).toBe('renh…')
  expect(cutStart('renholder', 5)).toBe('…lder')
  expect(cutEnd('漢字漢字', 4)).toBe('漢…')
  expect(cutEnd('kort', 4)).toBe('kort')
})

test('lines break at spaces, and within a word only when no line can hold it', () => {
  expect(wrap('ha godt humør', 9)).toEqual(['ha godt', 'humør'])
  expect(wrap('minoritetsspråklig', 10)).toEqual(['minoritets', 'språklig'])
  expect(wrap('ring 400\u00a000\u00a0000', 12)).toEqual(['ring', '400 00 000'])
  expect(wrap('jf. lovens § 13-1 og 640 000 kr, 80 %', 13)).toEqual([
    'jf. lovens',
    '§ 13-1 og',
    '640 000 kr,',
    '80 %',
  ])
  expect(wrap('innen 14. januar', 10)).toEqual(['innen', '14. januar'])
  expect(wrap('', 10)).toEqual([])
})
