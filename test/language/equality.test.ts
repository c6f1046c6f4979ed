import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {equalityIn} from '../../src/language/equality.ts'
import data from '../../src/language/equality.yml'
import type {Block, Language, Posting} from '../../src/posting/types.ts'

const {groups, silent} = data as {groups: {rules: string}[]; silent: string}

/** The package does not export its rules, so their ids are read in its source. */
const source = readFileSync('node_modules/retext-equality/lib/patterns-en.js', 'utf8')
const ids = [...source.matchAll(/^\s*"?id"?: ['"](.+)['"],?$/gm)].map(([, id]) => id!)

test('every rule of retext-equality is said to matter in an ad, or not to', () => {
  const sorted = [...groups.map(({rules}) => rules), silent].flatMap((rules) => rules.split(/\s+/))
  expect(ids.length).toBeGreaterThan(400)
  expect(sorted.toSorted()).toEqual(ids.toSorted())
})

const block = (text: string, language: Language, start: number): Block => ({
  kind: 'paragraph',
  text,
  span: {start, end: start + text.length},
  sections: ['annet'],
  language,
})

test('only English blocks are read, and places point at the words of the posting', () => {
  const texts: [string, Language][] = [
    ['We need a salesman. He sells.', 'en'],
    ['Men her må man vente på en salesman.', 'nb'],
    ['A waitress and a waiter serve. The guys cook.', 'en'],
  ]
  const text = texts.map(([words]) => words).join('\n')
  let start = 0
  const blocks = texts.map(([words, language]) => {
    const one = block(words, language, start)
    start += words.length + 1
    return one
  })
  const hits = equalityIn({text, blocks} as unknown as Posting)
  expect(hits.map(({actual}) => actual)).toEqual(['salesman', 'He', 'waitress', 'guys'])
  for (const {span, actual} of hits) expect(text.slice(span.start, span.end)).toBe(actual)
  expect(hits[0]).toMatchObject({ground: 'kjønn', severity: 'warning', message: 'tittel'})
})
