import {compiledLexicon, compiledRoles, compiledSigns, entryCounts} from 'virtual:expressions'
import {expect, test} from 'vitest'
import {rules} from '../../../src/engine/rules.ts'
import {contextSigns} from '../../../src/language/context.ts'
import roles from '../../../src/language/roles.yml'

test('the build compiles the expressions in the order in which the program counts them', () => {
  expect(compiledSigns().patterns.split('\n')).toEqual(contextSigns.map(({pattern}) => pattern))
  const cues = (roles as {cues?: string[]}[]).flatMap((role) => role.cues ?? [])
  expect(compiledRoles().patterns.split('\n')).toEqual(cues)
})

test('the entries of every rule of expressions, in the order of the rules', () => {
  const withEntries = rules.flatMap((rule) => (rule.kind === 'uttrykk' ? [rule] : []))
  expect(Object.entries(entryCounts)).toEqual(withEntries.map(({id, entries}) => [id, entries.length]))
  const {words, owners} = compiledLexicon()
  const entries = withEntries.flatMap((rule) => rule.entries)
  for (const [phrase, pattern] of words.patterns.split('\n').entries()) {
    const {nb, nn, en = []} = entries[owners[phrase]!]!
    expect([...nb, ...nn, ...en]).toContain(pattern)
  }
})
