import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readText} from './read.ts'

describe('places', () => {
  it('count lines and columns from one, and offsets in UTF-16 units of the file', async () => {
    const posting = await readText('Blid 😀 kokk\r\n\r\nFrist: 3. mai\r\n')
    const value = posting.pairs[0]!.value
    expect(posting.place(value)).toEqual({
      start: {line: 3, column: 8, offset: 23},
      end: {line: 3, column: 14, offset: 29},
    })
    expect(posting.words(value)).toBe('3. mai')
  })

  it('point at the words of the file where normalisation changed them', async () => {
    const posting = await readText('Søk\u00adnads\u00adfrist: 14.\u00a0januar\u200b 2027')
    expect(posting.text).toBe('Søknadsfrist: 14. januar 2027')
    expect(posting.words(posting.pairs[0]!.value)).toBe('14.\u00a0januar\u200b 2027')
  })

  it('take a letter and its combining mark together', async () => {
    const posting = await readText('A\u030angs\u00e5 for m\u0061\u030aned')
    expect(posting.text).toBe('Ångså for måned')
    expect(posting.words({start: 10, end: 15})).toBe('m\u0061\u030aned')
  })

  it('point into Markdown past its marks, escapes and entities', async () => {
    const posting = await readText('**Frist:** den *3\\. mai* &amp; slutt', 'a.md')
    expect(posting.text).toBe('Frist: den 3. mai & slutt')
    expect(posting.words({start: 11, end: 17})).toBe('3\\. mai')
    expect(posting.words({start: 18, end: 19})).toBe('&amp;')
  })
})

const pieces = [
  'Søknadsfrist',
  ': ',
  '3. mai 2027',
  '\n',
  '\n\n',
  '\r\n',
  ' • ',
  '- ',
  '# ',
  '**',
  '[a](b)',
  '&amp;',
  '\\*',
  '`',
  '> ',
  '    ',
  'for\u00admann',
  'a\u030a',
  '\u00a0',
  '\u200b',
  '😀',
  'Vi tilbyr',
  'kontakt: ',
  '<b>',
  '<!-- x -->',
  '---\n',
  '1. ',
  '| a | b |',
  'innbyg-\ngere',
  '. ',
  '\u202e',
  '\ufeff',
  '\t',
]
const drafts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'grapheme', maxLength: 6})), {maxLength: 40})
  .map((parts) => `a${parts.join('')}`)

describe.each(['a.txt', 'a.md'])('any draft %s', (path) => {
  it('has every block in the file, in order, and its letters are those of the file', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (text) => {
        const posting = await readText(text, path).catch((error: Error) =>
          error.name === 'BadInput' ? undefined : Promise.reject(error),
        )
        let last = 0
        for (const {span, text: words} of posting?.blocks ?? []) {
          const {start, end} = posting!.place(span)
          expect(start.offset).toBeGreaterThanOrEqual(last)
          expect(end.offset).toBeLessThanOrEqual(posting!.source.length)
          expect(posting!.text.slice(span.start, span.end)).toBe(words)
          for (let i = span.start; i < span.end; i++) {
            const unit = posting!.text[i]!
            if (!/[\p{L}\p{N}]/u.test(unit)) continue
            expect(posting!.words({start: i, end: i + 1}).normalize('NFC')).toContain(unit)
          }
          last = start.offset
        }
      }),
      {numRuns: 300},
    )
  })
})
