import {expect, it} from 'vitest'
import {inspectPosting} from '../../src/engine/check.ts'
import {passedOver} from '../../src/engine/passed-over.ts'
import {rules} from '../../src/engine/rules.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import type {ExpressionRule} from '../../src/engine/types.ts'
import {readPosting} from '../../src/posting/read.ts'

const passedOverIn = async (id: string, text: string): Promise<string[]> => {
  const rule = rules.find((one): one is ExpressionRule => one.id === id)!
  const posting = await readPosting('annonse.md', new TextEncoder().encode(text))
  const {context} = await inspectPosting(posting, defaultSettings, {
    today: '2026-11-21',
    lang: 'nb',
    nature: 'ad',
  })
  return passedOver(rule, context).map(({span, role}) => `${posting.words(span)}: ${role ?? 'ordene rundt'}`)
}

it.each([
  ['what is found', 'lov/norskkrav', 'Du må snakke flytende norsk.', []],
  ['a negation', 'lov/norskkrav', 'Du treng ikkje flytande norsk.', ['flytande norsk: ordene rundt']],
  ['a quotation', 'inkludering/alder', '> Vi er et ungt team.', ['ungt team: sitat']],
  [
    'one of two',
    'lov/norskkrav',
    'Du må snakke flytende norsk. Elevene snakker ikke flytende norsk.',
    ['flytende norsk: ordene rundt'],
  ],
  ['nothing to look at', 'lov/norskkrav', 'Vi søker vaktmester.', []],
])('words that are passed over: %s', async (_what, id, text, expected) => {
  expect(await passedOverIn(id, text)).toEqual(expected)
})
