import {expect, test} from 'vitest'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {junit} from '../../src/report/junit.ts'
import type {Finding, Report, Reporter} from '../../src/report/types.ts'
import {contextOf, file, report, reportOf} from './fixture.ts'
import {flawsOf, hasXmllint, stringAt} from './xmllint.ts'

const render = (reporter: Reporter, of: Report = report, changes = {}): string =>
  reporter.render(of, contextOf(changes))

const [advice, missing, waived, age] = file.findings as [Finding, Finding, Finding, Finding]
const known: Finding = {...missing, known: true}

/** Reports with everything that they can have. */
const shapes: [string, Report][] = [
  ['one file', report],
  ['no file', {...report, files: []}],
  [
    'what could not be checked',
    {...report, unchecked: [{path: 'a<b.docx', message: 'a<b.docx er "skadet"\x07.'}]},
  ],
  ['a clean file', reportOf({findings: []})],
  ['several findings of a rule', reportOf({findings: [missing, missing, age, age, waived, known]})],
  ['what is waived and known', reportOf({findings: [waived, {...advice, known: true}]})],
]

test('a report in the format of Checkstyle', () => {
  expect(render(checkstyle)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <checkstyle version="8.36">
    <file name="stillinger/renholder.md">
    <error line="4" column="83" severity="info" message="Setningen er lang. Vurder å dele den i to. Kilde: Språkrådet: Klarspråk" source="utlys.sprak.setningslengde"/>
    <error line="1" severity="error" message="Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt. Kilde: Navs retningslinjer for stillingsannonser" source="utlys.felt.frist"/>
    <error line="4" column="12" severity="warning" message="«ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene? Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening" source="utlys.inkludering.alder"/>
    </file>
    </checkstyle>
    "
  `)
})

test('a report in the format of JUnit', () => {
  expect(render(junit)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="utlys" tests="4" failures="1" errors="0" time="0">
    <testsuite name="stillinger/renholder.md" tests="4" failures="1" skipped="1" errors="0" time="0">
    <testcase name="sprak/setningslengde" classname="stillinger/renholder" time="0"><system-out>stillinger/renholder.md:4:83: Råd: Setningen er lang. Vurder å dele den i to.
    Kilde: Språkrådet: Klarspråk</system-out></testcase>
    <testcase name="felt/frist: Søknadsfrist" classname="stillinger/renholder" time="0"><failure message="Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt." type="felt/frist">stillinger/renholder.md: Feil: Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt.
    Kilde: Navs retningslinjer for stillingsannonser</failure></testcase>
    <testcase name="lov/offentlig-sokerliste: Opplysning om offentlig søkerliste" classname="stillinger/renholder" time="0"><skipped>Står i portalens fotnote.</skipped></testcase>
    <testcase name="inkludering/alder: Krav eller ønske om alder" classname="stillinger/renholder" time="0"><system-out>stillinger/renholder.md:4:12: Advarsel: «ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?
    Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening &#60;https://lovdata.no/lov/2005-06-17-62/%C2%A713-1&#62;</system-out></testcase>
    </testsuite>
    </testsuites>
    "
  `)
})

test.runIf(hasXmllint).each(shapes)('valid for Checkstyle and JUnit: %s', (_name, of) => {
  expect(flawsOf(render(checkstyle, of), 'checkstyle.xsd')).toBe('')
  expect(flawsOf(render(junit, of), 'junit.xsd')).toBe('')
})

test.runIf(hasXmllint)('the schema of Checkstyle takes what Checkstyle writes', () => {
  const written = `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="8.36.1">
<file name="src/A.java">
<error line="1" severity="error" message="Missing package-info.java file." source="com.puppycrawl.tools.checkstyle.checks.javadoc.JavadocPackageCheck"/>
<error line="3" column="24" severity="warning" message="Must have at least one statement." source="com.puppycrawl.tools.checkstyle.checks.blocks.EmptyBlockCheck"/>
</file>
<file name="src/B.java">
</file>
</checkstyle>`
  expect(flawsOf(written, 'checkstyle.xsd')).toBe('')
  expect(flawsOf(written.replace('severity="error"', 'severity="fatal"'), 'checkstyle.xsd')).not.toBe('')
})

test.runIf(hasXmllint)('a test of JUnit fails with an error only, and is skipped with a reason', () => {
  const of = reportOf({findings: [missing, {...missing, place: age.place!}, age, advice, waived]})
  const document = render(junit, of)
  expect(stringAt(document, '/testsuites/@tests')).toBe('4')
  expect(stringAt(document, '/testsuites/@failures')).toBe('1')
  expect(stringAt(document, '//testsuite/@skipped')).toBe('1')
  expect(stringAt(document, '//failure/@message')).toMatch(/^Annonsen har ingen søknadsfrist.* \(og 1 til\)$/)
  expect(stringAt(document, '//failure')).toMatch(
    /^stillinger\/renholder\.md: Feil: .*\nKilde: .*\n\nstillinger\/renholder\.md:4:12: Feil: /,
  )
  expect(stringAt(document, '//testcase[starts-with(@name, "inkludering/alder")]/system-out')).toContain(
    'Advarsel',
  )
  expect(stringAt(document, '//skipped')).toBe('Står i portalens fotnote.')
  const quiet = render(junit, of, {quiet: true})
  expect(stringAt(quiet, '/testsuites/@tests')).toBe('2')
})

test.runIf(hasXmllint)('what was known before is skipped, and a clean ad passes', () => {
  expect(stringAt(render(junit, reportOf({findings: [known]})), '//skipped')).toBe('Funnet er kjent fra før.')
  expect(stringAt(render(junit, reportOf({findings: []})), '//testcase/@name')).toBe('ingen funn')
})
