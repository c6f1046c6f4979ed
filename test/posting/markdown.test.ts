import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/posting/markdown/index.ts'
import {piecesOf} from '../../src/posting/markdown/pieces.ts'

const cut = {least: 1, most: 60_000}

const blocks = fc.constantFrom(
  '# Lærer\n\n',
  'Lærer\n=====\n\n',
  'Vi søker **lærer** i 80 %\nfast stilling.\n\n',
  '- norsk\n- matematikk\n  og naturfag\n\n  Begge er på 5. trinn.\n- krøll\n\n',
  '1. søknad\n2. vitnemål\n\n',
  '> Et sted å være,\net sted å lære.\n\n',
  '```\n- ikke et punkt\n\nikke et avsnitt\n```\n',
  '~~~\n```\n\n~~~\n\n',
  '    innrykket\n\n    tekst\n\n',
  '* * *\n\n',
  '<div>\n<p>Lønn etter avtale</p>\n</div>\n\n',
  '| frist | lønn |\n| --- | --- |\n| snarest | avtale |\n\n',
  'Les [mer](https://lillevik.example) og \\*søk\\* &amp; vent.  \nNå.\n\n',
)
const drafts = fc
  .tuple(fc.constantFrom('', '---\nfrist: 2027-01-14\n\nlønn: avtale\n---\n'), fc.array(blocks))
  .map(([head, rest]) => head + rest.join(''))
const texts = fc.oneof(drafts, fc.string({unit: fc.constantFrom('a', ' ', '\n', '\r', '-', '`', '\r\n')}))

const textOf = (pieces: Iterable<{text: string}>): string => [...pieces].map(({text}) => text).join('')

describe('a long file is read in pieces', () => {
  it('which say the same as the whole', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(readMarkdown(draft, cut)).toEqual(readMarkdown(draft))
      }),
    )
  })

  it('and hold all of it', () => {
    const sizes = fc.record({least: fc.integer({min: 1, max: 9}), most: fc.integer({min: 10, max: 40})})
    fc.assert(
      fc.property(texts, sizes, (text, size) => {
        const pieces = [...piecesOf(text, size)]
        expect(textOf(pieces)).toBe(text)
        for (const {text: part, offset, lines} of pieces) {
          expect(part.length).toBeLessThanOrEqual(size.most)
          expect(text.startsWith(part, offset)).toBe(true)
          expect(lines).toBe(text.slice(0, offset).split(/\r\n|\r|\n/).length - 1)
        }
      }),
    )
  })

  it.each([
    ['before a heading', 'Lærer\n\n|# Kokk\n'],
    ['before a paragraph', 'Lærer\nsøkes.\n\n|Kokk'],
    ['between items of a list', '- norsk\n|- engelsk\n  og tysk\n|- fransk\n'],
    ['not in front matter', '---\n- a: 1\n\nb: 2\n---\n\n|Lærer'],
    ['not in lines of code', '```\n- a\n\nb\n```\n\n|Lærer'],
    ['not within a paragraph', 'Lærer\nog\nkokk'],
    ['not after a line with a hard space, which is none of blanks', 'Lærer\n\u00A0\nkokk'],
    ['not before what is indented', '- norsk\n\n  Vi mener det.\n'],
  ])('cut %s', (_where, marked) => {
    const expected = marked.split('|')
    expect([...piecesOf(expected.join(''), {least: 1, most: 1000})].map(({text}) => text)).toEqual(expected)
  })

  it('cut between words where no block begins', () => {
    const words = 'lærer '.repeat(30_000)
    const pieces = [...piecesOf(words)]
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.every(({text}) => text.endsWith('lærer '))).toBe(true)
  })

  it('and an ad of a usual length is one', () => {
    expect([...piecesOf('Lærer\n\n- norsk\n'.repeat(1000))]).toHaveLength(1)
  })
})
