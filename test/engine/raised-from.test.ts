import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import type {RuleSetting} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'

const severitiesOf = async (setting: RuleSetting, today: string): Promise<string[]> => {
  const posting = await readPosting('annonse.txt', new TextEncoder().encode('Lønn: etter avtale'))
  const settings = {
    profile: {},
    portal: [],
    rules: new Map([['felt/lonn', setting]]),
    packs: [],
    waivers: [],
    templates: {},
  }
  const {findings} = await checkPosting(posting, settings, {today, lang: 'nb', nature: 'ad'})
  return findings.filter(({ruleId}) => ruleId === 'felt/lonn').map(({severity}) => severity)
}

describe('a rule that is raised from a date', () => {
  const options = {åpenhetFra: '2027-06-07'}

  it.each([
    ['keeps its severity before the date', {options}, '2027-06-06', ['warning']],
    ['is graver from the date on', {options}, '2027-06-07', ['error']],
    ['keeps the chosen severity before the date', {severity: 'info', options}, '2027-06-06', ['info']],
    ['is graver than what was chosen from the date on', {severity: 'info', options}, '2028-01-01', ['error']],
    ['stays off', {severity: 'off', options}, '2028-01-01', []],
    ['is not raised without a date', {options: {}}, '2099-01-01', ['warning']],
  ] as [string, RuleSetting, string, string[]][])('%s', async (_what, setting, today, severities) => {
    expect(await severitiesOf(setting, today)).toEqual(severities)
  })
})
