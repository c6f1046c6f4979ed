import {describe, expect, it} from 'vitest'
import {type Obstacle, obstaclesOf, type Packs} from '../../src/engine/obstacles.ts'
import {type Pack, packNamed} from '../../src/engine/packs.ts'
import {rules} from '../../src/engine/rules.ts'
import {defaultSettings, type RuleSetting, type Settings} from '../../src/engine/settings.ts'
import type {Profile, Rule} from '../../src/engine/types.ts'
import type {Nature} from '../../src/fields/nature.ts'
import {ownPack} from './own-rules.ts'

const ruleOf = (id: string) => rules.find((rule) => rule.id === id)!
const employer = (value: string): Profile => ({arbeidsgivertype: {value, inferred: false}})
const set = (id: string, setting: RuleSetting): Settings => ({
  ...defaultSettings,
  rules: new Map([[id, setting]]),
})

const none: Packs = {binding: [], others: []}
const whole = {profile: employer('kommune'), nature: 'ad' as Nature, settings: defaultSettings}

const kinds = (
  id: string,
  {profile = employer('kommune'), nature = 'ad' as Nature, settings = defaultSettings, packs = none} = {},
): Obstacle['kind'][] => obstaclesOf(ruleOf(id), {profile, nature, settings, packs}).map(({kind}) => kind)

describe('what keeps a rule from being run', () => {
  it('is nothing for a whole ad of an employer that the rule is for', () => {
    expect(kinds('lov/offentlig-sokerliste')).toEqual([])
  })

  it('is another employer, or one that nothing is known of', () => {
    expect(kinds('lov/offentlig-sokerliste', {profile: employer('privat')})).toEqual(['profile'])
    expect(kinds('lov/offentlig-sokerliste', {profile: {}})).toEqual(['profile'])
  })

  it('is the configuration', () => {
    expect(kinds('felt/frist', {settings: set('felt/frist', {severity: 'off'})})).toEqual(['off'])
    expect(kinds('felt/frist', {settings: set('felt/frist', {severity: 'info'})})).toEqual([])
  })

  it('is that nobody has turned an optional rule on', () => {
    const id = 'inkludering/kjonnskodede-ord'
    expect(kinds(id)).toEqual(['optional'])
    expect(kinds(id, {settings: set(id, {options: {prosent: 90}})})).toEqual(['optional'])
    expect(kinds(id, {settings: set(id, {severity: 'off'})})).toEqual(['off'])
    expect(kinds(id, {settings: set(id, {severity: 'info'})})).toEqual([])
  })

  it('is a text that is no whole ad, unless the rule speaks of every text', () => {
    expect(kinds('felt/frist', {nature: 'teaser'})).toEqual(['nature'])
    expect(kinds('felt/annonse', {nature: 'other'})).toEqual([])
  })

  it('is that nobody has switched its pack on', () => {
    const pack = packNamed('nav')!
    const [{id}] = pack.rules as [Rule]
    const of = (packs: Packs) => obstaclesOf(ruleOf(id), {...whole, packs})
    expect(of(none)).toEqual([{kind: 'pack', packId: 'nav'}])
    expect(of({binding: [ownPack([])], others: []})).toEqual([{kind: 'pack', packId: 'nav'}])
    expect(of({binding: [ownPack([]), pack], others: []})).toEqual([])
  })

  it('is a pack that binds other employers', () => {
    const pack = {id: 'felt', title: {nb: '', nn: '', en: ''}, rules: []}
    const others = {binding: [], others: [{pack, unbound: {employer: 'Lillevik kommune'}}]}
    expect(kinds('felt/frist', {packs: others})).toEqual(['unbound'])
    expect(kinds('felt/frist', {packs: {binding: [pack], others: []}})).toEqual([])
  })

  it('is not that a rule is off by itself when a pack gives it a severity', () => {
    const id = 'inkludering/kjonnskodede-ord'
    const pack: Pack = {
      id: 'lillevik',
      title: {nb: '', nn: '', en: ''},
      rules: [],
      severities: {[id]: 'info'},
    }
    expect(kinds(id, {packs: {binding: [pack], others: []}})).toEqual([])
  })

  it('is told in full', () => {
    const settings = set('lov/offentlig-sokerliste', {severity: 'off'})
    const all = {profile: employer('privat'), nature: 'other' as Nature, settings}
    expect(kinds('lov/offentlig-sokerliste', all)).toEqual(['off', 'profile', 'nature'])
  })
})
