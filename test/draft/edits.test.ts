import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdit, editBetween} from '../../src/draft/edit.ts'

test('an edit takes the place of the words in its range', () => {
  expect(applyEdit('Vi søker en barnehagelærerinne.', {range: [12, 30], text: 'barnehagelærer'})).toBe(
    'Vi søker en barnehagelærer.',
  )
})

test('what stands between the common start and end of two texts makes one of the other', () => {
  expect(editBetween('Frist: snarest\nLønn: avtale', 'Frist: 1. mars\nLønn: avtale')).toEqual({
    range: [7, 14],
    text: '1. mars',
  })
  const text = fc.string({unit: fc.constantFrom('a', 'b', 'å', '\n'), maxLength: 20})
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdit(before, editBetween(before, after))).toBe(after)
    }),
  )
})
