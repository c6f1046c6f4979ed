import {compiledLexicon, compiledRoles, compiledSigns} from 'virtual:expressions'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {LexiconEntry} from '../../../src/engine/types.ts'
import type {Node} from '../../../src/language/search/node.ts'
import {isPlainWord, parsePattern, readPattern} from '../../../src/language/search/pattern.ts'
import type {IndexData} from '../../../src/language/search/phrases.ts'
import {PhraseSearch} from '../../../src/language/search/search.ts'
import {tokenise} from '../../../src/language/tokens.ts'
import {inLowerCase} from '../../../src/vocabulary/pattern.ts'

const files = import.meta.glob<LexiconEntry[]>('../../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
})

/** The sentences of all entries: each expression is meant for some of them and looks like others. */
const texts = Object.values(files)
  .flat()
  .flatMap(({bad = [], ok = []}) => [...bad, ...ok])
  .map((text) => inLowerCase(text.replace(/\[\[|\]\]/g, '')))

interface Place {
  phrase: number
  start: number
  end: number
}

/** An end of a word, such as `*loven`, is looked for in longer words only. */
const isTried = (pattern: string): boolean => !isPlainWord(pattern) && !/^\*|[[|]\*/.test(pattern)

/** What is found when each expression is tried at each word. */
const triedEverywhere = ({patterns}: IndexData, lowers: readonly string[]): Place[][] => {
  const read = patterns
    .split('\n')
    .flatMap((pattern, phrase) => (isTried(pattern) ? [{phrase, pattern: readPattern(pattern)}] : []))
  return lowers.map((lower) => {
    const starts = tokenise(lower).map(({start}) => start)
    return read.flatMap(({phrase, pattern}) =>
      starts.flatMap((start) => {
        const end = pattern.endIn(lower, start)
        return end === undefined ? [] : [{phrase, start, end}]
      }),
    )
  })
}

/** A text that an expression fits; `choose` gives a number below its limit. */
const written = (nodes: readonly Node[], choose: (limit: number) => number): string =>
  nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value
        case 'space':
          return ' '
        case 'dash':
          return node.optional ? ['-', ' ', '', '\u2013'][choose(4)]! : '-'
        case 'letters':
          return ['', 'en', 'sarbeid'][choose(3)]!
        case 'digits':
          return String(Math.min(node.max, Math.max(node.min, 10 ** (node.shortest - 1)) + choose(40)))
        case 'gap':
          return ['en ', 'e-post ', 'og/eller '].slice(0, Math.min(choose(4), node.words)).join('')
        case 'group':
          return written(node.alternatives[choose(node.alternatives.length)]!, choose)
      }
      return node satisfies never
    })
    .join('')

const lexicons: [string, () => IndexData][] = [
  ['the rules', () => compiledLexicon().words],
  ['kept words', () => compiledLexicon().kept],
  ['the context', compiledSigns],
  ['the roles', compiledRoles],
]

describe('whatever an expression fits is found, wherever it stands', () => {
  test.each(lexicons)('%s', (_, compiled) => {
    const data = compiled()
    const search = new PhraseSearch(data)
    const patterns = data.patterns.split('\n').map((pattern, phrase) => ({pattern, phrase}))
    const all = patterns.filter(({pattern}) => isTried(pattern))
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.nat(all.length - 1), (numbers, i) => {
        const {pattern, phrase} = all[i]!
        const choose = (limit: number): number => numbers.next().value! % limit
        const fitting = written(parsePattern(pattern).nodes, choose)
        const text = `her: ${fitting} (og mer).`
        const end = readPattern(pattern).endIn(text, 5)
        fc.pre(end !== undefined)
        const found = search.find(text).filter((one) => one.phrase === phrase)
        expect(found).toContainEqual(expect.objectContaining({start: 5, end}))
      }),
      {numRuns: 10 * all.length},
    )
  })
})

const inOrder = (places: readonly Place[]): Place[] =>
  places
    .map(({phrase, start, end}) => ({phrase, start, end}))
    .toSorted((one, other) => one.phrase - other.phrase || one.start - other.start)

describe('the search finds just what trying each expression at each word would find', () => {
  test.each(lexicons)('%s', (_, compiled) => {
    const data = compiled()
    const patterns = data.patterns.split('\n')
    const search = new PhraseSearch(data)
    const wanted = triedEverywhere(data, texts)
    for (const [i, lower] of texts.entries()) {
      const found = search.find(lower).filter(({phrase}) => isTried(patterns[phrase]!))
      const named = (places: readonly Place[]) => inOrder(places).map((one) => [patterns[one.phrase], one])
      expect(named(found), lower).toEqual(named(wanted[i]!))
    }
  })
})
