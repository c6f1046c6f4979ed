import {describe, expect, it} from 'vitest'
import type {ConfiguredWaiver} from '../../src/engine/types.ts'
import type {Finding} from '../../src/report/types.ts'
import {ownPack, ownRule, reportOn, text, today} from './own-rules.ts'

const words = ownRule({
  id: 'lillevik/ord',
  kind: 'uttrykk',
  messages: {funn: text('{ord}')},
  entries: [{id: 'ung', nb: ['ung'], nn: ['ung']}],
})
const missing = ownRule({
  id: 'lillevik/visjon',
  kind: 'erklæring',
  parts: [{id: 'visjon', expressions: {nb: ['sammen skaper vi']}}],
  messages: {mangler: text('Visjonen mangler.')},
})
const packs = [ownPack([words, missing])]

const check = async (
  source: string,
  waivers: ConfiguredWaiver[] = [],
  lang?: 'nb' | 'en',
): Promise<Finding[]> => {
  const {findings} = await reportOn(source, {settings: {packs, waivers}, ...(lang && {lang})})
  return findings.filter(({ruleId}) => /^(?:lillevik|unntak)\//.test(ruleId))
}

/** The findings as `RULE` or, when they are waived, `RULE: REASON`. */
const told = async (source: string, waivers: ConfiguredWaiver[] = []): Promise<string[]> =>
  (await check(source, waivers)).map(({ruleId, waiver}) => (waiver ? `${ruleId}: ${waiver.reason}` : ruleId))

const ung = 'Sammen skaper vi Lillevik. Du er ung.'

describe('a waiver in the draft', () => {
  it.each([
    ['covers its own line', `${ung} <!-- utlys-ignorer lillevik/ord: avtalt -->`, ['lillevik/ord: avtalt']],
    [
      'covers the line below, when it stands alone',
      `<!-- utlys-ignorer lillevik/ord: avtalt -->\n${ung}`,
      ['lillevik/ord: avtalt'],
    ],
    [
      'covers no line farther down',
      `<!-- utlys-ignorer lillevik/ord: avtalt -->\nSammen skaper vi.\n\n${ung}`,
      ['unntak/ubrukt', 'lillevik/ord'],
    ],
    [
      'covers no line above',
      `${ung}\n\n<!-- utlys-ignorer lillevik/ord: avtalt -->\nVi lager mat.`,
      ['lillevik/ord', 'unntak/ubrukt'],
    ],
    [
      'covers what is missing, wherever it stands',
      'Vi lager mat.\n\n<!-- utlys-ignorer lillevik/visjon: avtalt -->\nKom hit.',
      ['lillevik/visjon: avtalt'],
    ],
    [
      'covers its own rule only',
      `${ung} <!-- utlys-ignorer lillevik/visjon: avtalt -->`,
      ['lillevik/ord', 'unntak/ubrukt'],
    ],
  ])('%s', async (_what, source, expected) => {
    expect(await told(source)).toEqual(expected)
  })

  it('tells who decided it, how long it holds and where it stands', async () => {
    const [finding] = await check(
      `${ung} <!-- utlys-ignorer lillevik/ord: avtalt (av: Kari, til: ${today}) -->`,
    )
    expect(finding?.waiver).toEqual({reason: 'avtalt', by: 'Kari', until: today, origin: 'draft'})
  })

  it('tells nothing of what it does not say', async () => {
    const [finding] = await check(`${ung} <!-- utlys-ignorer lillevik/ord: avtalt -->`)
    expect(finding?.waiver).toEqual({reason: 'avtalt', origin: 'draft'})
  })
})

describe('a waiver in the draft that does not count', () => {
  it.each([
    ['without a reason', 'lillevik/ord', 'unntak/begrunnelse'],
    ['of a rule that nobody knows', 'lillevik/or: avtalt', 'unntak/ukjent-regel'],
    ['until a day that is none', 'lillevik/ord: avtalt (til: 2026-02-30)', 'unntak/dato'],
    ['that has expired', 'lillevik/ord: avtalt (til: 2026-11-20)', 'unntak/utgatt'],
  ])('%s is a finding of its own, at its words', async (_what, waiver, ruleId) => {
    const comment = `<!-- utlys-ignorer ${waiver} -->`
    const findings = await check(`${ung} ${comment}`)
    expect(findings).toMatchObject([{ruleId: 'lillevik/ord'}, {ruleId, actual: comment}])
    expect(findings[0]).not.toHaveProperty('waiver')
  })

  it('names the rule that may be meant, also one of the program', async () => {
    const messages = async (id: string) =>
      (await check(`${ung} <!-- utlys-ignorer ${id}: avtalt -->`)).map(({message}) => message).at(-1)
    expect(await messages('lillevik/or')).toContain('lillevik/ord')
    expect(await messages('felt/fris')).toContain('felt/frist')
  })

  it('names the day that it expired on, in the language of the report', async () => {
    const source = `${ung} <!-- utlys-ignorer lillevik/ord: avtalt (til: 2026-11-20) -->`
    const messages = async (lang: 'nb' | 'en') =>
      (await check(source, [], lang)).map(({message}) => message).at(-1)
    expect(await messages('nb')).toContain('20. november 2026')
    expect(await messages('en')).toContain('20 November 2026')
  })
})

describe('a waiver of the configuration', () => {
  const waiver = {ruleId: 'lillevik/ord', reason: 'vedtatt', by: 'Rådet'}

  it('covers its rule in the whole ad', async () => {
    const findings = await check(`${ung}\n\nDu er ung.`, [waiver])
    const covered = {reason: 'vedtatt', by: 'Rådet', origin: 'configuration'}
    expect(findings.map((finding) => finding.waiver)).toEqual([covered, covered])
  })

  it('gives way to one in the draft', async () => {
    const source = `${ung}\n\nDu er ung. <!-- utlys-ignorer lillevik/ord: avtalt -->`
    expect(await told(source, [waiver])).toEqual(['lillevik/ord: vedtatt', 'lillevik/ord: avtalt'])
  })

  it.each([
    ['without a reason', {ruleId: 'lillevik/ord', reason: ''}, 'unntak/begrunnelse'],
    ['of an unknown rule', {ruleId: 'lillevik/or', reason: 'vedtatt'}, 'unntak/ukjent-regel'],
    ['that has expired', {...waiver, until: '2026-11-20'}, 'unntak/utgatt'],
    ['until a day that is none', {...waiver, until: 'snart'}, 'unntak/dato'],
  ])('does not count %s', async (_what, configured, ruleId) => {
    const findings = await check(ung, [configured])
    expect(findings.map((finding) => finding.ruleId)).toEqual([ruleId, 'lillevik/ord'])
    expect(findings[0]).not.toHaveProperty('place')
    expect(findings[1]).not.toHaveProperty('waiver')
  })

  it('that covers nothing is told of, unless its rule was not run', async () => {
    const source = 'Sammen skaper vi Lillevik.'
    expect(await told(source, [waiver])).toEqual(['unntak/ubrukt'])
    const settings = {
      packs,
      waivers: [waiver],
      rules: new Map([['lillevik/ord', {severity: 'off' as const}]]),
    }
    const {findings} = await reportOn(source, {settings})
    expect(findings.filter(({ruleId}) => ruleId.startsWith('unntak/'))).toEqual([])
  })

  it('is not told of where the rule on such waivers is off', async () => {
    const rules = new Map([['unntak/ubrukt', {severity: 'off' as const}]])
    const {findings} = await reportOn('Vi lager mat.', {settings: {packs, waivers: [waiver], rules}})
    expect(findings.filter(({ruleId}) => ruleId.startsWith('unntak/'))).toEqual([])
  })
})
