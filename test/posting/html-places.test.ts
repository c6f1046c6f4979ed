import {decodeHTML} from 'entities/decode'
import fc from 'fast-check'
import {parseFragment} from 'parse5'
import {describe, expect, it} from 'vitest'
import {decodeText} from '../../src/posting/html/characters.ts'
import {htmlLines} from '../../src/posting/html/index.ts'
import {textOf} from '../../src/posting/html/tree.ts'
import {concatMapped, filler, identity, type MappedText} from '../../src/posting/mapped-text.ts'
import {readText} from './read.ts'

const pieces = [
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<li>',
    '<ul>',
    '</ul>',
    '<td>',
    '<tr>',
    '<table>',
    '</table>',
    '<dl>',
    '<dt>',
    '<dd>',
  ],
  ...[
    '<br>',
    '<h2>',
    '</h2>',
    '<div class="a">',
    '</div>',
    '<a href="x&amp;y">',
    '</a>',
    '<span',
    '>',
    '<',
    '</',
    '<!-- x -->',
  ],
  ...[
    '&oslash;',
    '&aring',
    '&#248;',
    '&#x1F600;',
    '&nbsp;',
    '&amp;',
    '&ampx',
    '&',
    '&#',
    '&#0;',
    '&#xD800;',
    '&#128;',
    '&NotEqualTilde;',
  ],
  ...[
    '\r\n',
    '\n',
    '\t',
    ' ',
    'Frist',
    ': ',
    'Søk',
    'e\u0301',
    '\u00AD',
    '😀',
    '\u0000',
    '<![CDATA[',
    ']]>',
    '"',
    '=',
  ],
]
const html = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'grapheme', maxLength: 4})), {maxLength: 40})
  .map((parts) => `<p>a${parts.join('')}`)

/** Where each unit comes from. */
const rangesOf = (mapped: MappedText): [number, number][] =>
  mapped.text.split('').map((_, i) => [mapped.fromAt(i), mapped.toAt(i)])

const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}]/gu, '')

describe('any HTML', () => {
  it('has the letters that the parser reads', () => {
    fc.assert(
      fc.property(html, (source) => {
        fc.pre(!source.includes('<![CDATA[') && !/<a\s[^>]*$/.test(source))
        const read = htmlLines(identity(source)).lines.map(({chars}) => chars.text)
        const wanted = textOf(parseFragment(source, {scriptingEnabled: false}))
        expect([...letters(read.join(''))].sort()).toEqual([...letters(wanted)].sort())
      }),
      {numRuns: 500, examples: [['<p>a<dl><div>b']]},
    )
  })

  it('has every letter at the place where it is written', async () => {
    await fc.assert(
      fc.asyncProperty(html, async (any) => {
        const source = any.replaceAll('\u0000', '')
        const posting = await readText(source, 'a.html')
        for (const {span} of posting.blocks) {
          const {start, end} = posting.place(span)
          expect(end.offset).toBeGreaterThanOrEqual(start.offset)
          expect(end.offset).toBeLessThanOrEqual(posting.source.length)
          for (let i = span.start; i < span.end; i++) {
            if (!/\p{L}/u.test(posting.text[i]!)) continue
            const {start: from, end: to} = posting.place({start: i, end: i + 1})
            expect(decodeHTML(source.slice(from.offset, to.offset)).normalize('NFC')).toContain(
              posting.text[i],
            )
          }
        }
      }),
      {numRuns: 500},
    )
  })

  it('keeps the places of what it was taken from', () => {
    fc.assert(
      fc.property(html, fc.nat(50), (source, by) => {
        const outer = concatMapped(
          source.split('').map((unit, i) => filler(unit, by + 2 * i, by + 2 * i + 2)),
        )
        const own = htmlLines(identity(source)).lines
        const moved = htmlLines(outer).lines
        expect(moved.map(({chars}) => chars.text)).toEqual(own.map(({chars}) => chars.text))
        const movedBy = ([from, to]: [number, number]): [number, number] => [by + 2 * from, by + 2 * to]
        expect(moved.map(({chars}) => rangesOf(chars))).toEqual(
          own.map(({chars}) => rangesOf(chars).map(movedBy)),
        )
      }),
    )
  })
})

it('character references are decoded as the parser does', () => {
  const text = fc.array(
    fc.constantFrom('&', '#', 'x', ';', 'amp', 'oslash', 'not', 'it', '1', '0', 'F', ' ', '\r', '\n'),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const source = parts.join('')
      const decoded = decodeText(source, 0, source.length)
      expect(decoded.text).toBe(textOf(parseFragment(source)))
      expect(decoded.end ?? 0).toBe(source.length)
    }),
    {numRuns: 2000},
  )
})
