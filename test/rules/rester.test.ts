import {describe, expect, it, test} from 'vitest'
import {check} from '../../rules/sprak/rester.ts'
import {rules} from '../../src/engine/rules.ts'
import type {RuleContext, Text} from '../../src/engine/types.ts'
import {readText} from '../posting/read.ts'

/** The words that are found, as placeholders or beside a picture. */
const found = async (text: string, path?: string): Promise<string[]> => {
  const posting = await readText(text, path)
  return [...check({posting} as RuleContext)].map(({span}) => posting.words(span!))
}

describe('the placeholders that utlys itself suggests', () => {
  const lines = rules.flatMap((rule) =>
    'insert' in rule && rule.insert ? Object.values(rule.insert as Text) : [],
  )
  it.each(lines.filter((line) => line.includes('[')))('finds those of: %s', async (line) => {
    expect(await found(line, 'annonse.md')).toEqual(line.match(/\[[^\]]*\]/g))
  })
})

test.each([
  ['Kontakt [sett inn navn] på telefon.', ['[sett inn navn]']],
  ['Kontakt [namn på leiaren] på telefon.', ['[namn på leiaren]']],
  ['Skolen har {{antall}} elever.', ['{antall}']],
  ['Oppstart [kl. xx].', ['[kl. xx]']],
  ['Lønn: [beløp], etter ansiennitet', ['[beløp]']],
])('finds the placeholders of: %s', async (text, words) => {
  expect(await found(text)).toEqual(words)
})

test.each([
  '- [ ] vitnemål\n- [x] CV',
  'Se [stilling 12](https://lillevik.example/12) og [adresse][1].\n\n[1]: https://lillevik.example',
  'Søk [her](https://lillevik.example/navn).',
  '[Dato: 12. mai 2027] [beløp: 500 000] [m/k] [...] [Klikk her]',
  '<title>Ledig stilling</title>',
])('finds no placeholder in: %s', async (text) => {
  expect(await found(text)).toEqual([])
  expect(await found(text, 'annonse.md')).toEqual([])
})
