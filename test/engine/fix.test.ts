import {expect, it} from 'vitest'
import {applyFixes} from '../../src/engine/fix.ts'
import type {Finding} from '../../src/report/types.ts'

const source = 'Vi søker formann og sekretær.'

const finding = (words: string, text?: string, more: Partial<Finding> = {}): Finding => {
  const start = source.indexOf(words)
  return {
    ruleId: words,
    severity: 'warning',
    messageId: 'funn',
    message: '',
    sources: [],
    ...(text !== undefined && {fix: {range: [start, start + words.length], text}}),
    ...more,
  }
}

it.each([
  ['one', [finding('formann', 'formenn')], 'Vi søker formenn og sekretær.', ['formann']],
  [
    'several, in the order of the text',
    [finding('sekretær', 'sekretærer'), finding('formann', 'leder')],
    'Vi søker leder og sekretærer.',
    ['formann', 'sekretær'],
  ],
  [
    'beside each other',
    [finding('formann', 'leder'), finding(' og', ' eller')],
    'Vi søker leder eller sekretær.',
    ['formann', ' og'],
  ],
  [
    'that overlap: the first',
    [finding('formann og', 'leder og'), finding('og sekretær', 'eller sekretær')],
    'Vi søker leder og sekretær.',
    ['formann og'],
  ],
  [
    'but not of what is waived',
    [finding('formann', 'leder', {waiver: {reason: 'avtalt', origin: 'draft'}})],
    source,
    [],
  ],
  ['none', [finding('formann')], source, []],
])('fixes are applied: %s', (_what, findings, fixed, applied) => {
  const result = applyFixes(source, findings)
  expect(result.fixed).toBe(fixed)
  expect(result.applied.map(({ruleId}) => ruleId)).toEqual(applied)
})
