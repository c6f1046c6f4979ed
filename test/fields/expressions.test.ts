import {describe, expect, test} from 'vitest'
import {expressions} from '../../src/fields/grammar/expressions.ts'

const words = expressions([
  'søknad(en|er)?',
  'send(e|es)? (inn )?søknad',
  '(?:mobil|tele)fon',
  'kl\\. ?\\d{1,2}',
  'a|b',
])

const found = (lower: string): string[] => words.all(lower).map(({start, end}) => lower.slice(start, end))

describe('expressions for whole words', () => {
  test.each<[what: string, lower: string, expected: string[]]>([
    ['none', 'vi søker vaktmester', []],
    ['part of a word is none', 'søknadene og telefonen', []],
    ['the longest of those that begin at one place', 'søknaden', ['søknaden']],
    ['none within another', 'send inn søknad', ['send inn søknad']],
    ['several in order', 'søknad, telefon, søknader', ['søknad', 'telefon', 'søknader']],
    ['no text that all matches hold', 'mobilfon', ['mobilfon']],
    ['alternatives without a group', 'a og b', ['a', 'b']],
    ['characters with a meaning of their own', 'kl. 12', ['kl. 12']],
  ])('%s', (_what, lower, expected) => {
    expect(found(lower)).toEqual(expected)
    expect(words.test(lower)).toBe(expected.length > 0)
    const first = words.first(lower)
    expect(first && lower.slice(first.start, first.end)).toBe(expected[0])
  })

  test('no expressions find nothing', () => {
    expect(expressions([]).test('søknad')).toBe(false)
  })
})
