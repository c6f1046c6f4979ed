import {expect, it} from 'vitest'
import {examplesOf} from '../../src/engine/documented.ts'
import {rules} from '../../src/engine/rules.ts'
import {ownRule, text} from './own-rules.ts'

it('the examples of a rule are those of its file, or those that an own rule brings', () => {
  const {triggers, silent} = examplesOf(rules.find(({id}) => id === 'felt/frist')!)
  expect(triggers.length).toBeGreaterThan(1)
  expect(silent.length).toBeGreaterThan(1)

  const own = ownRule({kind: 'felt', field: 'frist', messages: {mangler: text('')}})
  const examples = {triggers: [{text: 'Kom hit.'}], silent: []}
  expect(examplesOf({...own, examples})).toBe(examples)
  expect(examplesOf(own)).toEqual({triggers: [], silent: []})
})
