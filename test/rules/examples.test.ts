import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import type {Example, Rule, RuleExamples} from '../../src/engine/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Finding} from '../../src/report/types.ts'

const marks = /\[\[([\s\S]*?)\]\]/g

/** The pack of a rule that is in one. */
const packsOf = ({id}: Rule): Pack[] =>
  packIds.filter((pack) => id.startsWith(`${pack}/`)).flatMap((pack) => packNamed(pack) ?? [])

/** The findings of one rule on an example, whose marks are taken out first. */
const findingsOf = async (rule: Rule, example: Example): Promise<Finding[]> => {
  const text = example.text.replace(marks, '$1')
  const posting = await readPosting('eksempel.txt', new TextEncoder().encode(text), {
    ...(example.language && {language: example.language}),
  })
  const settings = {
    profile: example.profile ?? {},
    portal: [],
    rules: new Map([
      [
        rule.id,
        {...(rule.optional && {severity: rule.severity}), ...(example.options && {options: example.options})},
      ],
    ]),
    waivers: example.waivers ?? [],
    packs: packsOf(rule),
  }
  const report = await checkPosting(posting, settings, {
    today: example.today ?? '2026-11-21',
    lang: 'nb',
    // An example is as short as its own rule allows; only the rule on whole ads tells it from one.
    ...(rule.id !== 'felt/annonse' && {nature: 'ad'}),
  })
  return report.findings.filter(({ruleId, waiver}) => ruleId === rule.id && !waiver)
}

const files = import.meta.glob<Rule & RuleExamples>(
  ['../../rules/*/**/*.yml', '!**/*.lexicon.yml', '!**/pack.yml'],
  {
    eager: true,
    import: 'default',
  },
)
const documented = Object.values(files).map((rule) => [rule.id, rule] as const)

const nameOf = ({text}: Example): string => text.replace(/\s+/g, ' ').slice(0, 70)

describe.each(documented)('%s', (_id, rule) => {
  it.each(rule.examples.triggers.map((example) => [nameOf(example), example] as const))(
    'finds: %s',
    async (_name, example) => {
      const findings = await findingsOf(rule, example)
      const marked = [...example.text.matchAll(marks)].map(([, words]) => words)
      if (marked.length === 0) expect(findings.map(({actual}) => actual)).toEqual([undefined])
      else expect(findings.map(({actual}) => actual)).toEqual(marked)
      if (example.severity) expect(findings[0]?.severity).toBe(example.severity)
      if (example.message) {
        const beginning = rule.messages[example.message]!.nb.split('{')[0]!
        expect(findings[0]?.message.startsWith(beginning)).toBe(true)
      }
    },
  )

  it.each(rule.examples.silent.map((example) => [nameOf(example), example] as const))(
    'is silent: %s',
    async (_name, example) => {
      expect(await findingsOf(rule, example)).toEqual([])
    },
  )
})
