import {describe, expect, test} from 'vitest'
import {endOfMatch} from '../../../src/language/search/match.ts'
import {parsePattern} from '../../../src/language/search/pattern.ts'
import {startsOfWords} from '../../../src/language/tokens.ts'

/**
 * The expressions of lexicons, which strangers may bring with a pack, have no repeats: letters of one word of some
 * length, a gap of some words, and brackets that are gone through in a number of ways that is known beforehand, and
 * refused when it is too high. So a place costs the same in any text, and a text as much as it has places.
 */
const expressions = [
  '*a*',
  'a ~9 b',
  '[a|*] [a|*] [a|*] b',
  '*-*x',
  '# # #',
  '<1-99999> a',
  'a[b|*c]*d',
  'a - - - b',
]

const units = ['a', 'a ', '1', '1 ', 'a-', 'a      ', 'ab ', '- a']

/** How often the characters of a text are read when a match is sought at each of its words. */
const readsOf = (pattern: string, text: string): number => {
  let reads = 0
  const counted = new Proxy(new String(text), {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'length') reads++
      return typeof value === 'function' ? value.bind(target) : value
    },
  }) as unknown as string
  const {step} = parsePattern(pattern)
  for (const start of startsOfWords(text)) endOfMatch(step, counted, start)
  return reads
}

describe.each(expressions)('%s', (pattern) => {
  test.each(units)('is sought in twice the text of «%s» with twice the work', (unit) => {
    const [once, twice] = [2000, 4000].map((count) => readsOf(pattern, unit.repeat(count))) as [
      number,
      number,
    ]
    expect(twice).toBeLessThanOrEqual(2.1 * once + 100)
  })
})

test.each(['*-*-*x', 'a*[b|*c]*d'])('%s can match in so many ways that it is refused', (pattern) => {
  expect(() => parsePattern(pattern)).toThrow('too many ways')
})
