import {describe, expect, it} from 'vitest'
import {withClauses} from '../../src/engine/clauses.ts'
import {commonRules, isMeant, type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {codeOf, sourceOf} from '../../src/engine/rules.ts'
import type {Finding} from '../../src/report/types.ts'
import {ownPack, ownRule, reportOn, text} from './own-rules.ts'

describe('packs that come with the program', () => {
  it('are named by their id or the last part of it', () => {
    expect(packNamed('policy/baerum')?.id).toBe('policy/baerum')
    expect(packNamed('baerum')?.id).toBe('policy/baerum')
    expect(packNamed('aerum')).toBeUndefined()
    expect(packIds).toContain('nav')
  })

  it('bring their own rules, which are no common rules', () => {
    const pack = packNamed('nav')!
    expect(pack.rules.length).toBeGreaterThan(0)
    expect(pack.rules.filter(({id}) => !id.startsWith('nav/'))).toEqual([])
    expect(commonRules.filter(({id}) => id.startsWith('nav/'))).toEqual([])
    expect(commonRules.map(({id}) => id)).toContain('felt/frist')
  })
})

it.each([
  ['lov/norskkrav', 'lov/norskkrav', true],
  ['lov/norskkrav', 'lov/norsk', false],
  ['lov/*', 'lov/norskkrav', true],
  ['lov/*', 'lovlig/norskkrav', false],
])('a clause for %s and the rule %s', (pattern, ruleId, expected) => {
  expect(isMeant(pattern, ruleId)).toBe(expected)
})

it('what no file of the program holds is an error', () => {
  expect(() => codeOf('felt/frist')).toThrow('rules/felt/frist.ts is missing')
  expect(() => sourceOf('lov-99')).toThrow('rules/sources.yml has no source "lov-99"')
})

const rule = ownRule({
  kind: 'uttrykk',
  messages: {funn: text('{ord}')},
  entries: [{id: 'ung', nb: ['ung'], nn: ['ung']}],
})

describe('whom a pack binds', () => {
  const applies = async (employer: Pack['employer'], source: string) => {
    const {packs, findings} = await reportOn(source, {
      settings: {packs: [ownPack([rule], employer && {employer})]},
    })
    const found = findings.some(({ruleId}) => ruleId === rule.id)
    expect(found).toBe(packs![0]!.applies)
    return packs![0]!.employer ?? 'bound'
  }
  const ad = (employer: string): string => `Arbeidsgiver: ${employer}\n\nDu er ung.\n`

  it.each([
    ['everybody, when it does not say', undefined, 'Lillevik kommune', 'bound'],
    ['those it names', {names: ['Lillevik']}, 'LILLEVIK kommune', 'bound'],
    ['one of several names', {names: ['Storhaug', 'Lillevik']}, 'Lillevik kommune', 'bound'],
    ['nobody else', {names: ['Lillevik']}, 'Storhaug kommune', 'Storhaug kommune'],
    ['employers of its type', {types: ['kommune', 'fylkeskommune']}, 'Lillevik kommune', 'bound'],
    ['no other type', {types: ['kommune']}, 'Lillevik Fisk AS', 'Lillevik Fisk AS'],
    ['employers of no known type', {types: ['kommune']}, 'Lillevik', 'bound'],
    [
      'those it names, of its type only',
      {names: ['Lillevik'], types: ['kommune']},
      'Lillevik Fisk AS',
      'Lillevik Fisk AS',
    ],
  ])('%s', async (_whom, employer, name, expected) => {
    expect(await applies(employer, ad(name))).toBe(expected)
  })

  it('the employer that is given, where the ad names none', async () => {
    const settings = {
      packs: [ownPack([rule], {employer: {types: ['kommune']}})],
      profile: {arbeidsgivertype: 'privat'},
    }
    const {packs} = await reportOn('Du er ung.', {settings, lang: 'en'})
    expect(packs).toEqual([{id: 'lillevik', title: 'Lillevik policy', applies: false, employer: 'privat'}])
  })

  it('an ad that names nobody is taken to be from the employer', async () => {
    expect(await applies({names: ['Lillevik']}, 'Du er ung.')).toBe('bound')
  })

  it('two packs, each with its own rules', async () => {
    const other = ownRule({
      ...rule,
      id: 'storhaug/regel',
      kind: 'uttrykk',
      messages: rule.messages,
      entries: [{id: 'sprek', nb: ['sprek'], nn: ['sprek']}],
    })
    const packs = [ownPack([rule]), ownPack([other], {id: 'storhaug'})]
    const {findings} = await reportOn('Du er ung og sprek.', {settings: {packs}})
    expect(findings.filter(({ruleId}) => ruleId.endsWith('/regel'))).toMatchObject([
      {ruleId: 'lillevik/regel', actual: 'ung'},
      {ruleId: 'storhaug/regel', actual: 'sprek'},
    ])
  })
})

describe('the clauses of a policy', () => {
  const finding: Finding = {
    ruleId: 'lov/norskkrav',
    severity: 'warning',
    messageId: 'funn',
    message: '',
    sources: [{id: 'ldl-6', title: 'Loven'}],
  }
  const clause = {id: 'p1', heading: 'Språk', text: text(''), rules: ['lov/norskkrav']}
  const pack = (more: Partial<Pack>): Pack => ownPack([], {url: 'https://lillevik.example/policy', ...more})
  const sources = (packs: Pack[], lang: 'nb' | 'en' = 'nb') =>
    withClauses(finding, packs, lang).sources.map(({id, title, url}) => [id, title, url].join(' '))

  const own = 'lillevik#p1 Lillevik, «Språk» https://lillevik.example/policy'

  it('stand behind the law that gives reason for the rule', () => {
    expect(sources([pack({clauses: [clause]})])).toEqual(['ldl-6 Loven ', own])
  })

  it('stand first when the policy decides what the rule weighs', () => {
    const severities = {'lov/norskkrav': 'error'} as const
    expect(sources([pack({clauses: [clause], severities})])[0]).toBe(own)
  })

  it('stand first when the policy brings the rule', () => {
    const rules = [{...rule, id: 'lov/norskkrav'}]
    expect(sources([pack({clauses: [clause], rules})])[0]).toBe(own)
  })

  it('have an address of their own, or none', () => {
    expect(sources([pack({clauses: [{...clause, url: 'https://lillevik.example/p1'}]})]).at(-1)).toContain(
      '/p1',
    )
    expect(withClauses(finding, [ownPack([], {clauses: [clause]})], 'en').sources.at(-1)).toEqual({
      id: 'lillevik#p1',
      title: 'Lillevik policy, «Språk»',
    })
  })

  it('say nothing of other rules', () => {
    const {rules: _, ...bare} = clause
    expect(withClauses(finding, [pack({clauses: [bare, {...clause, rules: ['lov/alder']}]})], 'nb')).toBe(
      finding,
    )
    expect(withClauses(finding, [pack({})], 'nb')).toBe(finding)
  })

  it('take the place of the policy as a whole', () => {
    const ofPolicy = {...finding, sources: [{id: 'egen-policy', title: 'Policy'}]}
    const {sources: named} = withClauses(ofPolicy, [pack({clauses: [clause]})], 'nb')
    expect(named.map(({id}) => id)).toEqual(['lillevik#p1'])
    expect(withClauses(ofPolicy, [pack({})], 'nb').sources).toEqual(ofPolicy.sources)
  })
})
