import {checkPosting} from '../engine/check.ts'
import type {Pack} from '../engine/packs.ts'
import type {Example, Rule, RuleExamples} from '../engine/types.ts'
import {readPosting} from '../posting/read.ts'
import type {Finding} from '../report/types.ts'

/** What came of one example of a rule. */
export interface ExampleResult {
  ruleId: string
  text: string
  /** The words that the rule must point at, in their order; a finding without words is `undefined`. */
  wanted: readonly (string | undefined)[]
  found: readonly (string | undefined)[]
  passed: boolean
  /** The rule finds words, and the example marks none. */
  unmarked: boolean
  /** Where the example stands, in a pack of an employer. */
  place?: {path: string; line: number}
}

const marks = /\[\[([\s\S]{0,5000}?)\]\]/g

/** The words of an example that are marked, and its text without the marks. */
export const readMarks = (text: string): {text: string; marked: string[]} => ({
  text: text.replace(marks, '$1'),
  marked: [...text.matchAll(marks)].map(([, words]) => words!),
})

const dayOfExamples = '2026-11-21'

const encodings = {'Latin-1': 'latin1', 'UTF-16LE': 'utf16le'} as const

const bytesOf = (text: string, {encoding}: Example): Uint8Array =>
  Buffer.from(text, encoding ? encodings[encoding] : 'utf8')

/** The findings of one rule on an example, whose marks are taken out first. */
export const findingsOn = async (
  rule: Rule,
  example: Example,
  packs: readonly Pack[],
): Promise<Finding[]> => {
  const {text} = readMarks(example.text)
  const posting = await readPosting(`eksempel.${example.format ?? 'txt'}`, bytesOf(text, example), {
    ...(example.language && {language: example.language}),
  })
  const setting = {
    ...(rule.optional && {severity: rule.severity}),
    ...(example.options && {options: example.options}),
  }
  const settings = {
    profile: example.profile ?? {},
    portal: [],
    rules: new Map([[rule.id, setting]]),
    waivers: example.waivers ?? [],
    packs,
    templates: {},
  }
  const report = await checkPosting(posting, settings, {
    today: example.today ?? dayOfExamples,
    lang: 'nb',
    // An example is as short as its own rule allows; only the rule on whole ads tells it from one.
    ...(rule.id !== 'felt/annonse' && {nature: 'ad'}),
  })
  return report.findings.filter(({ruleId, waiver}) => ruleId === rule.id && !waiver)
}

/** Runs the examples of all rules of a pack, also the sentences of their expressions. */
export const runExamples = async (pack: Pack): Promise<ExampleResult[]> => {
  const results: ExampleResult[] = []
  for (const rule of pack.rules) {
    for (const {example, wanted, keys} of examplesOf(rule as Rule & RuleExamples)) {
      const found = (await findingsOn(rule, example, [pack])).map(({actual}) => actual)
      const passed = JSON.stringify(found) === JSON.stringify(wanted)
      const place = pack.placeOf?.(rule.id, keys)
      results.push({
        ruleId: rule.id,
        text: readMarks(example.text).text,
        wanted,
        found,
        passed,
        unmarked: rule.kind === 'uttrykk' && wanted.includes(undefined),
        ...(place && {place}),
      })
    }
  }
  return results
}

interface Expected {
  example: Example
  wanted: readonly (string | undefined)[]
  /** Where it stands in the rule. */
  keys: readonly string[]
}

const triggering = (example: Example): Expected['wanted'] => {
  const {marked} = readMarks(example.text)
  return marked.length > 0 ? marked : [undefined]
}

const silent = (): Expected['wanted'] => []

const expecting = (
  list: readonly Example[],
  path: readonly string[],
  wantedOf: (example: Example) => Expected['wanted'],
): Expected[] => list.map((example, i) => ({example, wanted: wantedOf(example), keys: [...path, String(i)]}))

const asExamples = (texts: readonly string[] = []): Example[] => texts.map((text) => ({text}))

const examplesOf = (rule: Rule & RuleExamples): Expected[] => {
  const entries = rule.kind === 'uttrykk' ? rule.entries : []
  return [
    ...expecting(rule.examples.triggers, ['examples', 'triggers'], triggering),
    ...entries.flatMap(({bad}, i) => expecting(asExamples(bad), ['entries', String(i), 'bad'], triggering)),
    ...expecting(rule.examples.silent, ['examples', 'silent'], silent),
    ...entries.flatMap(({ok}, i) => expecting(asExamples(ok), ['entries', String(i), 'ok'], silent)),
  ]
}
