import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createKeyReader, type Key} from '../../cli/screens/keys.ts'
import {editLine, type LineState, softRows, viewLine} from '../../cli/screens/line-editor.ts'
import {columns} from '../../src/report/width.ts'

/** `|` is the cursor. */
const stateOf = (shown: string): LineState => ({text: shown.replace('|', ''), cursor: shown.indexOf('|')})
const shown = ({text, cursor}: LineState): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`

test.each([
  ['abc|', 'left', 'ab|c'],
  ['|abc', 'left', '|abc'],
  ['a|bc', 'right', 'ab|c'],
  ['abc|', 'right', 'abc|'],
  ['ab|c', 'home', '|abc'],
  ['ab|c', 'ctrl-a', '|abc'],
  ['ab|c', 'end', 'abc|'],
  ['ab|c', 'ctrl-e', 'abc|'],
  ['ab|c', 'backspace', 'a|c'],
  ['|abc', 'backspace', '|abc'],
  ['a|bc', 'delete', 'a|c'],
  ['abc|', 'delete', 'abc|'],
  ['ab|c', 'ctrl-u', '|c'],
  ['a|bc', 'ctrl-k', 'a|'],
  ['Lillevik kommune |', 'ctrl-w', 'Lillevik |'],
  ['Lillevik kom|mune', 'ctrl-w', 'Lillevik |mune'],
  ['Lillevik kommune|', 'alt-b', 'Lillevik |kommune'],
  ['|Lillevik kommune', 'ctrl-right', 'Lillevik| kommune'],
  ['Lillevik| kommune', 'alt-d', 'Lillevik|'],
  ['👨‍👩‍👧|', 'backspace', '|'],
  ['e\u0301a|', 'left', 'e\u0301|a'],
  ['日本|', 'left', '日|本'],
  ['én\nto|', 'up', 'én|\nto'],
  ['é|n\nto', 'down', 'én\nt|o'],
  ['lang linje|\nto', 'down', 'lang linje\nto|'],
  ['én\n|to', 'up', '|én\nto'],
  ['én\nto|', 'home', 'én\n|to'],
  ['én\n|to', 'backspace', 'én|to'],
  ['én|', 'up', 'én|'],
  ['abc|', 'f1', 'abc|'],
])('%j and %s gives %j', (from, name, to) => {
  expect(shown(editLine(stateOf(from), {name}))).toBe(to)
})

test.each([
  ['a|c', 'b', ' ', 'ab|c'],
  ['|', '14. januar\r\n2027', ' ', '14. januar 2027|'],
  ['|', 'én\r\nto\rtre', '\n', 'én\nto\ntre|'],
  ['a|', '\x1b[31m\u202e\tb', ' ', 'a[31m b|'],
  ['e|', '\u0301', ' ', 'e\u0301|'],
  ['|\u0301', 'e', ' ', 'e\u0301|'],
])('what is typed or pasted: %j and %j', (from, text, lineBreak, to) => {
  expect(shown(editLine(stateOf(from), {name: 'paste', text}, lineBreak))).toBe(to)
})

test('a key that edits nothing gives the same state', () => {
  const state = stateOf('abc|')
  for (const name of ['right', 'delete', 'end', 'down', 'escape', 'ctrl-k'])
    expect(editLine(state, {name})).toBe(state)
})

const names = [
  ...['left', 'right', 'home', 'end', 'up', 'down', 'backspace', 'delete', 'ctrl-a', 'ctrl-e', 'ctrl-u'],
  ...['ctrl-k', 'ctrl-w', 'alt-b', 'alt-f', 'alt-d', 'ctrl-d'],
]
const key: fc.Arbitrary<Key> = fc.oneof(
  fc.constantFrom(...names).map((name) => ({name})),
  fc.string({unit: 'binary'}).map((text) => ({name: 'text', text})),
  fc
    .string({unit: fc.constantFrom('a', 'å', ' ', '日', 'e\u0301', '👍🏽', '\u0301')})
    .map((text) => ({name: 'paste', text})),
)
const segments = new Intl.Segmenter('nb')
const boundaries = (text: string): number[] => [
  ...Array.from(segments.segment(text), ({index}) => index),
  text.length,
]

test('whatever is typed, the cursor stands between two characters and the line keeps its width', () => {
  fc.assert(
    fc.property(fc.array(key, {maxLength: 30}), fc.integer({min: 4, max: 30}), (keys, width) => {
      let state: LineState = {text: '', cursor: 0}
      for (const one of keys) {
        state = editLine(state, one)
        expect(boundaries(state.text)).toContain(state.cursor)
        const {before, at, after} = viewLine(state, width)
        expect(columns(before + at + after)).toBeLessThanOrEqual(width)
        expect(before + at + after).not.toMatch(/[\x00-\x1f\x7f]/)
      }
    }),
  )
})

test('what one key types, as many backspaces delete', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom('a', 'å', ' ', '日')}), (text) => {
      let state = editLine({text: 'x', cursor: 1}, {name: 'text', text})
      for (const _ of text) state = editLine(state, {name: 'backspace'})
      expect(state).toEqual({text: 'x', cursor: 1})
    }),
  )
})

test.each([
  ['kort|', 10, ['kort', ' ', '']],
  ['|kort', 10, ['', 'k', 'ort']],
  ['0123456789|', 10, ['…23456789', ' ', '']],
  ['|0123456789', 10, ['', '0', '123456789']],
  ['|0123456789ab', 10, ['', '0', '12345678…']],
  ['01234567|89abcdef', 10, ['01234567', '8', '…']],
  ['日本日本日本|', 8, ['…本日本', ' ', '']],
])('%j in %d columns', (from, width, [before, at, after]) => {
  expect(viewLine(stateOf(from), width)).toEqual({before, at, after})
})

test.each([
  ['abc', ['abc']],
  ['æøå', ['æøå']],
  ['ab\rcd\x7f', ['ab', 'return', 'cd', 'backspace']],
  ['\x01', ['ctrl-a']],
  ['\x03', ['ctrl-c']],
  ['\x1b', ['escape']],
  ['\x1b[D', ['left']],
  ['\x1bOC', ['right']],
  ['\x1b[1;5C', ['ctrl-right']],
  ['\x1b[3~', ['delete']],
  ['\x7f', ['backspace']],
  ['\x1bb', ['alt-b']],
  ['\x1b\x7f', ['alt-backspace']],
  ['\x1b[H', ['home']],
  ['\x1b[4~', ['end']],
  ['\x1b[Z', ['backtab']],
  ['\x1b[99~', ['unknown']],
])('the keys of %j', (input, expected) => {
  expect(createKeyReader()(input).map(({name, text}) => text ?? name)).toEqual(expected)
})

test('a paste is one key, also when it comes in parts', () => {
  const read = createKeyReader()
  const keys = ['\x1b[200~', 'én\rto', '\x1b[201~', 'x'].flatMap((part) => read(part))
  expect(keys).toEqual([
    {name: 'paste', text: 'én\rto'},
    {name: 'text', text: 'x'},
  ])
})

test('a long line is parted after spaces, or within a word that is too long', () => {
  expect(softRows('en to tre fire', 8).map(({text}) => text)).toEqual(['en to ', 'tre ', 'fire'])
  expect(softRows('enebolig', 5).map(({text}) => text)).toEqual(['eneb', 'olig'])
  expect(softRows('', 5)).toEqual([{text: '', start: 0}])
})

test('the parts of a line are the line, and each fits', () => {
  const text = fc.string({unit: fc.constantFrom('a', 'b', ' ', '日', 'é')})
  fc.assert(
    fc.property(text, fc.integer({min: 4, max: 20}), (line, width) => {
      const rows = softRows(line, width)
      expect(rows.map((row) => row.text).join('')).toBe(line)
      for (const {text, start} of rows) {
        expect(line.startsWith(text, start)).toBe(true)
        expect(columns(text.trimEnd())).toBeLessThan(width)
      }
    }),
  )
})
