import {expect, test} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readText} from '../posting/read.ts'

/** Severity and words of each finding in a Markdown draft; links are kept only there, so the rule's own examples have none. */
const findings = async (text: string): Promise<string[]> => {
  const posting = await readText(text, 'annonse.md')
  const report = await checkPosting(posting, defaultSettings, {today: '2026-11-21', lang: 'nb', nature: 'ad'})
  return report.findings
    .filter(({ruleId}) => ruleId === 'sprak/lenketekst')
    .map(({severity, actual}) => `${severity}: ${actual}`)
}

test.each([
  ['Søk [her](https://lillevik.example/12).', ['warning: her']],
  ['[Søk her](https://lillevik.example/12)', ['warning: Søk her']],
  ['Vil du vite meir? [Les meir »](https://lillevik.example)', ['warning: Les meir »']],
  ['Planen finner du i **[denne lenken](https://lillevik.example/plan)**.', ['warning: denne lenken']],
  ['[Klikk her](https://a.example) og [her](https://b.example)', ['warning: Klikk her', 'warning: her']],
  ['For planen: [Klikk her]', ['info: Klikk her']],
])('warns of the link text in: %s', async (text, expected) => {
  expect(await findings(text)).toEqual(expected)
})

test.each([
  '[Søk på stillingen i Webcruiter](https://lillevik.example/12)',
  '[Les mer om Lillevik kommune](https://lillevik.example)',
  'Send søknaden til [jobb@lillevik.example](mailto:jobb@lillevik.example).',
  '<https://lillevik.example/stillinger/12>',
  'Her hos oss får du vite mer.',
])('accepts: %s', async (text) => {
  expect(await findings(text)).toEqual([])
})
