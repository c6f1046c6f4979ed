import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {expand} from '../../src/vocabulary/expand.ts'
import {createStemSearch} from '../../src/vocabulary/stem-search.ts'
import stems from '../../src/vocabulary/stems.yml'

type Found = [list: number, start: number, end: number]

const found = (lists: readonly string[][], text: string): Found[] => {
  const all: Found[] = []
  createStemSearch(lists)(text, (...one) => all.push(one))
  return all
}

describe('the search for stems', () => {
  it('tells which list each is of, in the order of the text', () => {
    expect(
      found(
        [
          ['frist', 'søk'],
          ['søk', 'e-?post'],
        ],
        'søk innen fristen på epost',
      ),
    ).toEqual([
      [0, 0, 3],
      [1, 0, 3],
      [0, 10, 15],
      [1, 21, 26],
    ])
  })

  it('finds what looking for each stem finds', () => {
    const letters = fc.string({unit: fc.constantFrom('a', 'b', 'å', ' ', '–', '1'), maxLength: 60})
    const stem = fc.string({unit: fc.constantFrom('a', 'b', 'å', ' ', '–', '1'), minLength: 1, maxLength: 4})
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(stem), {maxLength: 4}), letters, (lists, text) => {
        const expected = lists.flatMap((list, i) =>
          list.flatMap((one) => placesOf(one, text).map((start): Found => [i, start, start + one.length])),
        )
        expect(found(lists, text).toSorted(inOrder)).toEqual(expected.toSorted(inOrder))
      }),
    )
  })

  it.each(Object.entries(stems as Record<string, string[]>))(
    'knows the texts of all stems of %s',
    (_, list) => {
      for (const stem of list) expect(expand(stem), stem).toBeDefined()
    },
  )
})

const placesOf = (stem: string, text: string): number[] =>
  [...text].flatMap((_, i) => (text.startsWith(stem, i) ? [i] : []))

const inOrder = (a: Found, b: Found): number => a[1] - b[1] || a[0] - b[0] || a[2] - b[2]
