import {expect, test} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readText} from '../posting/read.ts'

/** What is proposed for a weekday that is not that of the date. */
const proposalsFor = async (text: string): Promise<string[][]> => {
  const posting = await readText(text, 'annonse.md')
  const report = await checkPosting(posting, defaultSettings, {today: '2026-12-01', lang: 'en', nature: 'ad'})
  return report.findings
    .filter(({ruleId, messageId}) => ruleId === 'felt/frist-entydig' && messageId === 'ukedag')
    .map(({expected}) => expected ?? [])
}

test.each([
  ['Søknadsfrist: mandag 14. januar 2027', 'torsdag 14. januar 2027'],
  ['Søknadsfrist: Mandag den 14. januar 2027', 'Torsdag den 14. januar 2027'],
  ['SØKNADSFRIST: MANDAG 14. JANUAR 2027', 'TORSDAG 14. JANUAR 2027'],
  ['Søknadsfrist: 14. januar 2027 (mandag)', '14. januar 2027 (torsdag)'],
  ['Søknadsfrist: man. 14. januar 2027', 'torsdag 14. januar 2027'],
  [
    'Vi ser etter ein kokk som likar å lage mat.\n\nSøknadsfrist: måndag 19. januar 2027',
    'tysdag 19. januar 2027',
  ],
])('the right weekday is proposed, written as in the ad: %s', async (text, proposal) => {
  expect(await proposalsFor(text)).toEqual([[proposal]])
})

test('nothing is proposed when the right weekday is in a weekend', async () => {
  expect(await proposalsFor('Søknadsfrist: mandag 17. januar 2027')).toEqual([[]])
})

test('nothing is proposed that is written as it stands', async () => {
  expect(await proposalsFor('Søknadsfrist: man\u00addag 14. januar 2027')).toEqual([[]])
})

test.each(['torsdag', 'tors.', 'Tor'])('the right weekday is not touched: %s', async (weekday) => {
  expect(await proposalsFor(`Søknadsfrist: ${weekday} 14. januar 2027`)).toEqual([])
})
