import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {settingsFor} from '../../src/config/settings.ts'
import {checkPosting} from '../../src/engine/check.ts'
import {runExamples} from '../../src/packs/examples.ts'
import {readPack} from '../../src/packs/read.ts'
import {readPosting} from '../../src/posting/read.ts'

/** The worked example of the README: a policy of YAML alone. */
const lillevik = await readPack(fileURLToPath(new URL('../../cli/init/lillevik', import.meta.url)))

const check = async (text: string) => {
  const posting = await readPosting('annonse.md', new TextEncoder().encode(text))
  const settings = settingsFor('annonse.md', undefined, {profile: {}, portal: [], packs: [lillevik]})
  return checkPosting(posting, settings, {today: '2026-11-21', lang: 'nb', nature: 'ad'})
}

describe('the pack of Lillevik kommune', () => {
  it('has examples that all come out as they say', async () => {
    const results = await runExamples(lillevik)
    expect(results.length).toBeGreaterThanOrEqual(16)
    expect(results.filter(({passed}) => !passed)).toEqual([])
  })

  it('adds a required statement and a forbidden expression, and answers to its clauses', async () => {
    const {findings} = await check('Arbeidsgiver: Lillevik kommune\n\nBli med på en unik mulighet!\n')
    const own = findings.filter(({ruleId}) => ruleId.startsWith('lillevik/'))
    expect(own.map(({ruleId, severity, actual}) => ({ruleId, severity, actual}))).toEqual([
      {ruleId: 'lillevik/svarfrist', severity: 'warning', actual: undefined},
      {ruleId: 'lillevik/reklameord', severity: 'info', actual: 'unik mulighet'},
    ])
    expect(own.map(({sources}) => sources[0]?.title)).toEqual([
      'Lillevik kommunes arbeidsgiverpolitikk, «Slik rekrutterer vi»',
      'Lillevik kommunes arbeidsgiverpolitikk, «Slik skriver vi»',
    ])
  })

  it('gives a rule of the program another severity', async () => {
    const {findings} = await check('Arbeidsgiver: Lillevik kommune\n\nDu må ha høy arbeidskapasitet.\n')
    expect(findings.find(({ruleId}) => ruleId === 'inkludering/tempo')?.severity).toBe('warning')
  })

  it('has rules that can be waived in the draft, with a reason', async () => {
    const draft = [
      'Arbeidsgiver: Lillevik kommune',
      '',
      '<!-- utlys-ignorer lillevik/reklameord: det er den eneste jobben i verden av sitt slag -->',
      'Bli med på en unik mulighet!',
      '',
    ].join('\n')
    const {findings} = await check(draft)
    expect(findings.filter(({ruleId}) => ruleId.startsWith('unntak/'))).toEqual([])
    expect(findings.find(({ruleId}) => ruleId === 'lillevik/reklameord')?.waiver?.reason).toBe(
      'det er den eneste jobben i verden av sitt slag',
    )
  })

  it('does not bind others, and the report says so', async () => {
    const {findings, packs} = await check('Arbeidsgiver: Storevik kommune\n\nBli med på en unik mulighet!\n')
    expect(findings.filter(({ruleId}) => ruleId.startsWith('lillevik/'))).toEqual([])
    expect(packs).toEqual([
      {
        id: 'lillevik',
        title: 'Lillevik kommunes arbeidsgiverpolitikk',
        applies: false,
        employer: 'Storevik kommune',
      },
    ])
  })
})
