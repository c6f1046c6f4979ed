import {expect, test} from 'vitest'
import {annotate, github} from '../../src/report/github.ts'
import {summarise} from '../../src/report/summary.ts'
import type {FileReport, Finding, Report} from '../../src/report/types.ts'
import {contextOf, file, placeOf, report, reportOf} from './fixture.ts'
import {readCommands} from './runner.ts'

const render = (of: Report = report, changes = {}): string => github.render(of, contextOf(changes))

const [advice, missing, , age] = file.findings as [Finding, Finding, Finding, Finding]

test('the report on one file', () => {
  expect(render()).toMatchInlineSnapshot(`
    "::error file=stillinger/renholder.md,line=1,title=Søknadsfrist (felt/frist)::Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt.%0AKilde: Navs retningslinjer for stillingsannonser
    ::warning file=stillinger/renholder.md,line=4,endLine=4,col=12,endColumn=23,title=Krav eller ønske om alder (inkludering/alder)::«ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?%0AKilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening <https://lovdata.no/lov/2005-06-17-62/§13-1>
    ::notice file=stillinger/renholder.md,line=4,endLine=4,col=83,endColumn=112,title=sprak/setningslengde::Setningen er lang. Vurder å dele den i to.%0AKilde: Språkrådet: Klarspråk
    1 fil: 1 feil, 1 advarsel, 1 råd; 1 unntatt; 1 kan rettes med --fix.
    "
  `)
})

test('the runner reads what was meant', () => {
  const [, age] = readCommands(render())
  expect(age).toEqual({
    command: 'warning',
    properties: {
      file: 'stillinger/renholder.md',
      line: '4',
      endLine: '4',
      col: '12',
      endColumn: '23',
      title: 'Krav eller ønske om alder (inkludering/alder)',
    },
    message: expect.stringMatching(
      /^«ung og sprek» .*\nKilde: Arbeidsmiljøloven .*<https:\/\/lovdata\.no.*>$/,
    ),
  })
})

test('columns are left out where the words go on to another line', () => {
  const place = placeOf('hus.\n\nArbeidsoppgaver')
  const [{properties}] = readCommands(render(reportOf({findings: [{...age, place}]}))) as [never]
  expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'title'])
})

test('what one rule finds in one file is one annotation, at the weightiest', () => {
  const findings: Finding[] = [
    {...age, severity: 'info', place: placeOf('stort hus')},
    {...age, message: 'Det verste.', severity: 'error', place: placeOf('daglig renhold')},
    {...age, place: placeOf('norsk')},
    {...age, place: undefined as never},
  ]
  const [one, ...more] = readCommands(render(reportOf({findings})))
  expect(more).toEqual([])
  expect(one).toMatchObject({command: 'error', properties: {line: '7'}})
  expect(one!.message).toMatch(/^Det verste\.\nRegelen gir 4 funn i annonsen \(linje 4, 7\)\.\nKilde/)
})

test('repeats without a place are counted, and of many lines the first are named', () => {
  const twice = readCommands(render(reportOf({findings: [missing, missing]})))
  expect(twice[0]!.message).toContain('Regelen gir 2 funn i annonsen.\n')
  const source = 'ord\n'.repeat(12)
  const findings = Array.from({length: 12}, (_, i): Finding => {
    const point = (column: number) => ({line: i + 1, column, offset: 4 * i + column - 1})
    return {...age, place: {start: point(1), end: point(4)}}
  })
  const many = readCommands(render(reportOf({findings}), {sources: new Map([['x', source]])}))
  expect(many[0]!.message).toContain('(linje 1, 2, 3, 4, 5, 6, 7, 8 …)')
})

test('neither the waived nor the known are annotations, and --quiet has errors only', () => {
  const waiver = {reason: 'Drøftet.', origin: 'draft' as const}
  expect(
    readCommands(
      render(
        reportOf({
          findings: [
            {...age, waiver},
            {...missing, known: true},
          ],
        }),
      ),
    ),
  ).toEqual([])
  const quiet = readCommands(render(reportOf({findings: [age, missing, advice]}), {quiet: true}))
  expect(quiet.map(({command}) => command)).toEqual(['error'])
})

test('a file that is clean is only counted', () => {
  expect(render({...report, files: [], summary: summarise([])})).toBe('0 filer: ingen funn.\n')
})

/** An ad with four findings: two of one rule, one of another and one that is missing. */
const adWithFour = (i: number): FileReport => ({
  ...file,
  path: `stillinger/annonse-${i}.md`,
  findings: [age, {...age, severity: i % 2 === 0 ? 'error' : 'warning'}, advice, missing],
})

test('of 500 ads with 2000 findings the budget is kept and every finding counted', () => {
  const files = Array.from({length: 500}, (_, i) => adWithFour(i))
  const rendered = render({...report, files, summary: summarise(files)}, {lang: 'en'})
  const commands = readCommands(rendered)
  expect(
    ['error', 'warning', 'notice'].map((kind) => commands.filter((one) => one.command === kind).length),
  ).toEqual([10, 10, 10])
  const plain = rendered.split('\n').slice(30)
  expect(plain[0]).toMatch(/^500 files: 750 errors, 750 warnings, 500 pieces of advice/)
  expect(plain.slice(2)).toEqual([''])
  // The first ten with an error are ads 0 to 6: an error each for what is missing, and in every other one more,
  // which takes a warning of the same rule with it. The first ten with warnings only are ads 1, 3, … 19.
  const left = {errors: 750 - 10, warnings: 750 - 10 * 2 - 4, advice: 500 - 10}
  const shown = commands.reduce(
    (sum, {message}) => sum + Number(/has (\d+) findings/.exec(message)?.[1] ?? 1),
    0,
  )
  const counts = plain[1]!
    .match(/(\d+) errors, (\d+) warnings, (\d+) pieces/)!
    .slice(1)
    .map(Number)
  expect(counts).toEqual([left.errors, left.warnings, left.advice])
  expect(shown + counts.reduce((sum, n) => sum + n, 0)).toBe(2000)
})

test('with a change before us, what is on its lines comes first among equals, and what is shown elsewhere not at all', () => {
  const files = ['a', 'b', 'c', 'd'].map((name): FileReport => ({...file, path: name, findings: [{...age}]}))
  files[3]!.findings = [{...missing}]
  const [, second, third] = files.map(({findings}) => findings[0]!)
  const chosen = annotate({...report, files}, contextOf(), {
    isOnChange: (finding) => finding === third,
    isMeant: (finding) => finding !== second,
    room: {warning: 1},
  })
  const shown = readCommands(chosen.commands.join('\n')).map(({command, properties}) => [
    command,
    properties.file,
  ])
  expect(shown).toEqual([
    ['error', 'd'],
    ['warning', 'c'],
  ])
  expect(chosen.left).toEqual(files[0]!.findings)
})

test('of what one rule finds in a file, the annotation stands at the weightiest, and then at the changed line', () => {
  const findings: Finding[] = [
    {...age},
    {...age, place: placeOf('norsk')},
    {...age, place: placeOf('daglig renhold')},
  ]
  const isOnChange = (finding: Finding): boolean => finding === findings[2]
  const {commands} = annotate(reportOf({findings}), contextOf(), {isOnChange})
  expect(readCommands(commands.join('\n')).map(({properties}) => properties.line)).toEqual(['7'])
})
