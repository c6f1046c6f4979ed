import {expect, test} from 'vitest'
import {codeFrame} from '../../src/report/frame.ts'
import {columns} from '../../src/report/width.ts'
import {placeOf} from './fixture.ts'

const show = (source: string, words: string, width = 40): string[] =>
  codeFrame(source, placeOf(words, source), width).flatMap(({number, before, words, after, carets}) =>
    [`${number}|${before}${words}${after}`, carets === '' ? '' : ` |${carets}`].filter((line) => line !== ''),
  )

test('carets stand under the words', () => {
  expect(show('Hei\nDu må være ung.\n', 'ung')).toEqual(['2|Du må være ung.', ' |           ^^^'])
})

test('indentation goes, tabs and wide characters keep their columns', () => {
  expect(show('\t漢字\tung', 'ung')).toEqual(['1|漢字    ung', ' |        ^^^'])
})

test('a long line is clipped around the words', () => {
  const source = `${'bla '.repeat(30)}ung og sprek ${'bla '.repeat(30)}`
  expect(show(source, 'ung og sprek', 30)).toEqual([
    '1|…bla bla ung og sprek bla bla…',
    ' |         ^^^^^^^^^^^^',
  ])
  expect(show(source, 'ung og sprek bla', 12)).toEqual(['1|…ung og sp……', ' | ^^^^^^^^^^'])
})

test('words over several lines show the first three', () => {
  expect(show('x ein\n  to\r\ntre\nfire y', 'ein\n  to\r\ntre\nfire')).toEqual([
    '1|x ein',
    ' |  ^^^',
    '2|to',
    ' |^^',
    '3|tre',
    ' |^^^',
    '|…',
  ])
})

test('an empty place has one caret', () => {
  const {start} = placeOf('b', 'abc')
  expect(codeFrame('abc', {start, end: start}, 40)[0]?.carets).toBe(' ^')
})

test('hostile text stays on its line and within the width', () => {
  const source = `\x1b[2J${'漢'.repeat(500)}\u202eung\x07${'😀'.repeat(500)}`
  const [row] = codeFrame(source, placeOf('ung', source), 46)
  expect(row?.words).toBe('ung')
  expect(columns(`${row?.before}${row?.words}${row?.after}`)).toBeLessThanOrEqual(46)
  expect(row?.before).toContain('<U+202E>')
})

test('a place beyond the end of the file does no harm', () => {
  const place = {start: {line: 9, column: 1, offset: 900}, end: {line: 9, column: 4, offset: 903}}
  expect(codeFrame('kort', place, 40)).toHaveLength(1)
})
