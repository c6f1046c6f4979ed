import {describe, expect, it} from 'vitest'
import type {RuleSetting} from '../../src/engine/settings.ts'
import type {Rule} from '../../src/engine/types.ts'
import type {Finding} from '../../src/report/types.ts'
import {ownPack, ownRule, reportOn, text} from './own-rules.ts'

const rule = ownRule({
  kind: 'uttrykk',
  messages: {funn: text('{ord}'), grov: text('{ord}')},
  entries: [
    {id: 'ung', nb: ['ung'], nn: ['ung']},
    {id: 'sprek', nb: ['sprek'], nn: ['sprek'], message: 'grov'},
    {id: 'frisk', nb: ['frisk'], nn: ['frisk'], severity: 'info'},
  ],
})

interface Chosen {
  setting?: RuleSetting
  profile?: Record<string, string>
  /** What the pack of the rule says that it weighs. */
  byPack?: Finding['severity']
}

/** The severity of «ung», «sprek» and «frisk», and of «ung» with a reason. */
const severities = async (more: Partial<Rule> = {}, {setting, profile, byPack}: Chosen = {}) => {
  const pack = ownPack([{...rule, ...more} as Rule], byPack && {severities: {[rule.id]: byPack}})
  const settings = {
    packs: [pack],
    ...(setting && {rules: new Map([[rule.id, setting]])}),
    ...(profile && {profile}),
  }
  const source = 'Du er ung.\n\nDu er sprek.\n\nDu er frisk.\n\nDu må være ung fordi arbeidet krever det.'
  const {findings} = await reportOn(source, {settings})
  return findings.filter(({ruleId}) => ruleId === rule.id).map(({severity}) => severity)
}

const municipality = {arbeidsgivertype: 'kommune'}
const graverThere = {
  severityWhen: [
    {profile: {arbeidsgivertype: ['stat']}, severity: 'info'},
    {profile: {arbeidsgivertype: ['kommune']}, severity: 'error'},
  ],
} as const

describe('what a finding weighs', () => {
  it('is the severity of the rule, of its expression where that has one, and advice where there is a reason', async () => {
    expect(await severities()).toEqual(['warning', 'warning', 'info', 'info'])
  })

  it('is that of the message, where it has one', async () => {
    const messageSeverity = {grov: 'error'} as const
    expect(await severities({messageSeverity})).toEqual(['warning', 'error', 'info', 'info'])
  })

  it('is another for some employers', async () => {
    expect(await severities(graverThere, {profile: municipality})).toEqual(['error', 'error', 'info', 'info'])
    expect(await severities(graverThere, {profile: {arbeidsgivertype: 'privat'}})).toEqual([
      'warning',
      'warning',
      'info',
      'info',
    ])
    expect(await severities(graverThere)).toEqual(['warning', 'warning', 'info', 'info'])
  })

  it('is what the configuration says, but advice stays advice', async () => {
    const messageSeverity = {grov: 'warning'} as const
    expect(
      await severities(
        {messageSeverity, ...graverThere},
        {setting: {severity: 'error'}, profile: municipality},
      ),
    ).toEqual(['error', 'error', 'error', 'info'])
  })

  it('is what the policy says, unless the configuration says otherwise', async () => {
    expect(await severities({}, {byPack: 'error'})).toEqual(['error', 'error', 'error', 'info'])
    expect(await severities({}, {byPack: 'error', setting: {severity: 'warning'}})).toEqual([
      'warning',
      'warning',
      'warning',
      'info',
    ])
  })
})

describe('a rule that is raised from a date', () => {
  const raised = {
    raisedFrom: {option: 'fra', severity: 'error'},
    options: {fra: {default: '2026-11-22', description: text('Fra')}},
  } as const

  it('is raised from its own date on, or from that of the configuration', async () => {
    expect((await severities(raised))[0]).toBe('warning')
    expect((await severities(raised, {setting: {options: {fra: '2026-11-21'}}}))[0]).toBe('error')
    expect((await severities(raised, {setting: {options: {fra: null}}}))[0]).toBe('warning')
  })

  it('is off all the same where it is turned off', async () => {
    expect(await severities(raised, {setting: {severity: 'off', options: {fra: '2026-11-21'}}})).toEqual([])
  })
})
