import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {codeScanning, sarif} from '../../src/report/sarif.ts'
import type {Finding, Report} from '../../src/report/types.ts'
import {contextOf, file, path, placeOf, report, reportOf, source} from './fixture.ts'

const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({strict: false, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile(schema)

const render = (of: Report = report, changes = {}, format = sarif) => {
  const log = JSON.parse(format.render(of, contextOf(changes)))
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log.runs[0]
}

const [finding] = file.findings as [Finding]

test('one finding', () => {
  const [, , , alder] = render().results
  expect(alder).toEqual({
    ruleId: 'inkludering/alder',
    ruleIndex: 1,
    level: 'warning',
    message: {text: '«ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?'},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: 'stillinger/renholder.md'},
          region: {startLine: 4, startColumn: 12, endLine: 4, endColumn: 24},
        },
      },
    ],
    partialFingerprints: {'utlysFinding/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/)},
  })
})

test('the rules that found something, with their texts, their first source and what GitHub asks for', () => {
  const {rules} = render().tool.driver
  expect(rules.map(({id}: {id: string}) => id)).toEqual([
    'felt/frist',
    'inkludering/alder',
    'lov/offentlig-sokerliste',
    'sprak/setningslengde',
  ])
  expect(rules[1]).toMatchObject({
    helpUri: 'https://lovdata.no/lov/2005-06-17-62/%C2%A713-1',
    defaultConfiguration: {level: expect.stringMatching(/^(?:error|warning|note)$/)},
    properties: {tags: ['utlys', 'inkludering', 'alder']},
  })
  expect(rules[1].help.markdown).toContain('](https://lovdata.no/lov/2005-06-17-62/%C2%A713-1)')
  expect(rules[0].helpUri).toBeUndefined()
  for (const {shortDescription, fullDescription, help, properties} of rules) {
    expect(shortDescription.text).not.toBe('')
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024)
    expect(help.text).toMatch(/\S\n*Kilde: \S|^Kilde: \S/)
    expect(properties.tags.length).toBeLessThanOrEqual(10)
  }
})

test('a rule that nobody knows has its id for a title, and a long text is cut', () => {
  const why = {nb: 'ord '.repeat(400), nn: '', en: ''}
  const rule = {title: why, why, mend: why, ground: 'alder', severity: 'info' as const}
  const cut = render(report, {ruleOf: () => rule}).tool.driver.rules[0]
  expect(cut.fullDescription.text.length).toBeLessThanOrEqual(1024)
  const unknown = render(report, {ruleOf: () => undefined}).tool.driver.rules[0]
  expect(unknown.shortDescription.text).toBe('felt/frist')
  expect(unknown.help.text).toBe('Kilde: Navs retningslinjer for stillingsannonser')
})

test('what stands nowhere is shown at the whole first line', () => {
  const region = {startLine: 1, startColumn: 1, endLine: 1, endColumn: '# Renholder'.length + 1}
  expect(render().results[1].locations[0].physicalLocation.region).toEqual(region)
  const nowhere = render(report, {sources: new Map()}).results[1].locations[0]
  expect(nowhere.physicalLocation.region.endColumn).toBe(1)
})

test('a waiver is a suppression with its reason', () => {
  const waiver = {reason: 'Drøftet.', origin: 'configuration' as const}
  const of = reportOf({findings: [...file.findings, {...finding, waiver}]})
  const suppressions = render(of).results.flatMap((one: {suppressions?: object[]}) => one.suppressions ?? [])
  expect(suppressions).toEqual([
    {
      kind: 'inSource',
      status: 'accepted',
      justification:
        'Står i portalens fotnote. (Bestemt av: personalsjefen, Gjelder til og med: 30. juni 2027)',
    },
    {kind: 'external', status: 'accepted', justification: 'Drøftet.'},
  ])
})

test('a list of known findings tells the known from the new', () => {
  const of = reportOf({findings: [{...finding, known: true}, file.findings[1]!]})
  of.baseline = {file: 'kjente.json', gone: []}
  expect(render(of).results.map((one: {baselineState: string}) => one.baselineState)).toEqual([
    'unchanged',
    'new',
  ])
  of.baseline = undefined as never
  expect(render(of).results[0].baselineState).toBe('unchanged')
  expect(render().results[0]).not.toHaveProperty('baselineState')
})

const prints = (findings: Finding[], text: string): string[] =>
  render(reportOf({findings}), {sources: new Map([[path, text]])}).results.map(
    (one: {partialFingerprints: Record<string, string>}) => one.partialFingerprints['utlysFinding/v1'],
  )

test('fingerprints stay when lines move, tell findings apart and count equal ones', () => {
  const moved = `Ny linje\n\n${source}`
  const movedFindings = file.findings.map((one) =>
    one.place ? {...one, place: placeOf(one.actual!, moved)} : one,
  )
  const before = prints(file.findings, source)
  expect(prints(movedFindings, moved)).toEqual(before)
  expect(new Set(before).size).toBe(before.length)
  const [first, second] = prints([finding, finding], source)
  expect(second).toBe(first!.replace(/:1$/, ':2'))
})

test('fingerprints stay when a paragraph moves to another place', () => {
  const demand = source.split('\n')[3]!
  const moved = `${source.replace(`${demand}\n`, '')}\n${demand}\n`
  const findings = file.findings.filter(({actual}) => actual)
  const placed = findings.map((one) => ({...one, place: placeOf(one.actual!, moved)}))
  expect(placed[0]!.place.start.line).toBeGreaterThan(findings[0]!.place!.start.line)
  expect(prints(placed, moved)).toEqual(prints(findings, source))
})

test('--quiet has errors only', () => {
  const {results, tool} = render(report, {quiet: true})
  expect(results.map(({level}: {level: string}) => level)).toEqual(['error', 'error'])
  expect(tool.driver.rules).toHaveLength(2)
})

test.each([
  ['stillinger/a b#c?d%20.md', 'stillinger/a%20b%23c%3Fd%2520.md'],
  ['./stillinger//å.md', 'stillinger/%C3%A5.md'],
  [`${process.cwd()}/stillinger/a.md`, 'stillinger/a.md'],
  ['C:\\a.md', 'C%3A%5Ca.md'],
  ['a\ud800\n\0.md', 'a%EF%BF%BD%0A%00.md'],
])('the file %j has the address %s', (name, uri) => {
  const of = reportOf({path: name, findings: [finding]})
  expect(render(of).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
})

describe('for code scanning on GitHub', () => {
  const rulesOf = ({results}: {results: {ruleId: string}[]}): string[] => results.map(({ruleId}) => ruleId)

  test('what is waived or known is no alert, nor a rule of its own', () => {
    const known: Finding = {...finding, ruleId: 'sprak/lix', known: true}
    const of = reportOf({findings: [...file.findings, known]})
    const run = render(of, {}, codeScanning)
    expect(rulesOf(run)).toEqual(['sprak/setningslengde', 'felt/frist', 'inkludering/alder'])
    expect(run.tool.driver.rules).toHaveLength(3)
    expect(JSON.stringify(run)).not.toMatch(/suppressions|baselineState|lov\/offentlig-sokerliste|sprak\/lix/)
    expect(render(of).results).toHaveLength(5)
  })

  test('an alert keeps its fingerprint when one like it above is waived', () => {
    const waived: Finding = {...finding, waiver: {reason: 'Drøftet.', origin: 'draft'}}
    const [, second] = render(reportOf({findings: [finding, finding]}), {}, codeScanning).results
    const [only] = render(reportOf({findings: [waived, finding]}), {}, codeScanning).results
    expect(only.partialFingerprints).toEqual(second.partialFingerprints)
  })

  test.each([
    ['sarif', sarif, 25_000],
    ['code-scanning', codeScanning, 5000],
  ])(
    '%s has no more results than GitHub takes, the gravest, and says how many are left out',
    (_, format, most) => {
      const findings = Array.from(
        {length: most + 20},
        (_none, i): Finding => ({...finding, severity: (['info', 'warning', 'error'] as const)[i % 3]!}),
      )
      const log = JSON.parse(format.render(reportOf({findings}), contextOf())).runs[0]
      expect(log.results).toHaveLength(most)
      expect(log.results[0].level).toBe('error')
      const [{message, level}] = log.invocations[0].toolExecutionNotifications
      expect({message, level}).toEqual({
        level: 'warning',
        message: {text: 'Filen har ikke plass til alle funnene. De minst alvorlige er utelatt: 20 råd.'},
      })
      const few = {version: '2.1.0', runs: [{...log, results: log.results.slice(0, 3)}]}
      expect(validate(few), JSON.stringify(validate.errors)).toBe(true)
    },
  )

  test('5000 long results are well below 10 megabytes when they are packed', () => {
    const words = () => Array.from({length: 400}, () => Math.random().toString(36).slice(2)).join(' ')
    const files = Array.from({length: 5000}, (_, i) => ({
      ...file,
      path: `${'stillinger/'.repeat(20)}${i}.md`,
      findings: [{...finding, message: words()}],
    }))
    const packed = gzipSync(codeScanning.render({...report, files}, contextOf())).length
    expect(packed).toBeLessThan(10_000_000)
  })
})
