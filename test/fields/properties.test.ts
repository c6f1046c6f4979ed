import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {recognise} from '../../src/fields/index.ts'
import {readText} from '../posting/read.ts'

const folder = new URL('../annonser/', import.meta.url)
const ads = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
const lines = ads.flatMap(([, text]) => text.split('\n'))

/** The values of all fields, without what is not of the domain: blanks of different kinds. */
const valuesOf = async (name: string, text: string): Promise<unknown> => {
  const posting = await readText(text, name)
  const fields = recognise(posting, {today: '2026-11-21'})
  return Object.fromEntries(
    Object.entries(fields).map(([field, found]) => [field, found.map(({value}) => value)]),
  )
}

/** Ways in which the same text comes out of another program. */
const disguises: Record<string, (text: string) => string> = {
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'letters with combining marks': (text) => text.normalize('NFD'),
  'no-break spaces': (text) => text.replaceAll(/(?<=\S) (?=\S)/g, '\u00a0'),
  'soft hyphens': (text) => text.replaceAll(/(?<=\p{L}{4})(?=\p{L}{4})/gu, '\u00ad'),
  'zero-width spaces': (text) => text.replaceAll(/(?<=\p{L}{4})(?=\p{L}{4})/gu, '\u200b'),
  'no-break hyphens': (text) => text.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '\u2011'),
}

describe.each(Object.entries(disguises))('%s', (_name, disguise) => {
  it.each(ads)('do not change what is recognised in %s', async (name, text) => {
    const [frontMatter = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? []
    const disguised = frontMatter + disguise(text.slice(frontMatter.length))
    expect(await valuesOf(name, disguised)).toEqual(await valuesOf(name, text))
  })
})

const anyDraft = fc
  .array(
    fc.oneof(
      {weight: 5, arbitrary: fc.constantFrom(...lines)},
      {weight: 1, arbitrary: fc.string({unit: 'grapheme'})},
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => `a${parts.join('\n')}`)

describe.each(['utkast.txt', 'utkast.md'])('in any draft %s', (path) => {
  it('every occurrence stands in the file, at words of the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft, async (text) => {
        const posting = await readText(text, path).catch((error: Error) =>
          error.name === 'BadInput' ? undefined : Promise.reject(error),
        )
        if (!posting) return
        for (const {span} of Object.values(recognise(posting, {today: '2026-11-21'})).flat()) {
          const {start, end} = posting.place(span)
          expect(start.offset).toBeLessThan(end.offset)
          expect(end.offset).toBeLessThanOrEqual(posting.source.length)
          const lineStart = start.offset - (start.column - 1)
          expect(posting.source.slice(0, lineStart).split(/\r\n|\n|\r/)).toHaveLength(start.line)
          expect(posting.words(span).trim()).not.toBe('')
        }
      }),
      {numRuns: 150},
    )
  })
})
