import {expect, test} from 'vitest'
import {passageOf} from '../../src/language/search/passage.ts'
import {createPhraseFinder} from '../../src/language/search/phrase-finder.ts'
import {contextIn} from '../../src/language/sentence-context.ts'

const find = createPhraseFinder(['mastergrad*', 'engelsk*'])

const contextOf = (text: string) => {
  const lower = text.toLowerCase()
  const context = contextIn({text, words: passageOf(lower), span: {start: 0, end: text.length}})
  const [words] = find(lower)
  return {reason: context.reason, negated: context.isNegated(words!)}
}

test.each([
  ['Du må kunne engelsk, fordi gjestene er turister.', {reason: 'fordi', negated: false}],
  ['Det er ikke krav om mastergrad.', {reason: undefined, negated: true}],
  ['Mastergrad er ikkje eit krav.', {reason: undefined, negated: true}],
  ['Du har mastergrad.', {reason: undefined, negated: false}],
])('%s', (text, expected) => {
  expect(contextOf(text)).toEqual(expected)
})

test('expressions are found with their places, counted from an offset', () => {
  expect(find('god engelskkunnskap og mastergrad', 100)).toEqual([
    {start: 104, end: 119},
    {start: 123, end: 133},
  ])
})
