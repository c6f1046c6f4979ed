import fc from 'fast-check'
import {expect, test} from 'vitest'
import {graphemes} from '../../cli/screens/graphemes.ts'

test('plain text is parted as Intl.Segmenter parts it', () => {
  const segmenter = new Intl.Segmenter()
  const piece = fc.constantFrom('a', 'å', ' ', '–', '│', '✓', '…', '\n', '\x1b[1m', 'e\u0301', '日', '👩‍🍳')
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
      const text = pieces.join('')
      const ours = graphemes.segment(text)
      const theirs = segmenter.segment(text)
      expect([...ours].map(({segment}) => segment)).toEqual(Array.from(theirs, ({segment}) => segment))
      for (let index = -1; index <= text.length; index++)
        expect(ours.containing(index)?.segment).toBe(theirs.containing(index)?.segment)
    }),
  )
})
