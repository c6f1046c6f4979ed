import {describe, expect, it} from 'vitest'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import type {Example, Rule, RuleExamples} from '../../src/engine/types.ts'
import {findingsOn, readMarks} from '../../src/packs/examples.ts'
import type {Finding} from '../../src/report/types.ts'

/** The pack of a rule that is in one. */
const packsOf = ({id}: Rule): Pack[] =>
  packIds.filter((pack) => id.startsWith(`${pack}/`)).flatMap((pack) => packNamed(pack) ?? [])

const findingsOf = (rule: Rule, example: Example): Promise<Finding[]> =>
  findingsOn(rule, example, packsOf(rule))

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
      const {marked} = readMarks(example.text)
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
