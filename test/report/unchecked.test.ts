import {expect, test} from 'vitest'
import {html} from '../../src/report/html.ts'
import {jobSummary} from '../../src/report/job-summary.ts'
import {junit} from '../../src/report/junit.ts'
import {markdown} from '../../src/report/markdown.ts'
import {sarif} from '../../src/report/sarif.ts'
import {text} from '../../src/report/text.ts'
import type {Report} from '../../src/report/types.ts'
import {contextOf, report, reportOf} from './fixture.ts'
import {stringAt} from './xmllint.ts'

const damaged = {path: 'stillinger/a.docx', message: 'stillinger/a.docx er & blir skadet og kan ikke leses.'}

const clean: Report = {
  ...reportOf({}),
  summary: {files: 1, error: 0, warning: 0, info: 0, waived: 0, known: 0, fixable: 0},
  unchecked: [damaged],
}
const none: Report = {
  ...clean,
  files: [],
  summary: {...clean.summary, files: 0},
  unchecked: [damaged, damaged],
}

test.each([
  ['nb', '1 fil: ingen funn; 1 kunne ikke sjekkes.', '2 kunne ikke sjekkes.'],
  ['nn', '1 fil: ingen funn; 1 kunne ikkje sjekkast.', '2 kunne ikkje sjekkast.'],
  ['en', '1 file: no findings; 1 could not be checked.', '2 could not be checked.'],
] as const)('the last line says how many could not be checked, in %s', (lang, one, all) => {
  const lastOf = (of: Report) => text.render(of, contextOf({lang})).trimEnd().split('\n').at(-1)
  expect(lastOf(clean)).toBe(one)
  expect(lastOf(none)).toBe(all)
})

test.each([
  [
    html,
    '<h2 id="ikke-sjekket">Ikke sjekket</h2><ul><li>stillinger/a.docx er &amp; blir skadet og kan ikke leses.</li></ul>',
  ],
  [markdown, '## Ikke sjekket\n\n- stillinger/a.docx er &#38; blir skadet og kan ikke leses.\n'],
  [jobSummary, '## Ikke sjekket\n\n- stillinger/a.docx er &#38; blir skadet og kan ikke leses.\n'],
])('$name says which and why, also when little is asked for', ({render}, said) => {
  for (const of of [clean, {...none, unchecked: [damaged]}])
    for (const quiet of [false, true]) expect(render(of, contextOf({quiet}))).toContain(said)
  expect(render(report, contextOf())).not.toContain('Ikke sjekket')
})

test('of very many the first are told, and how many there are', () => {
  const unchecked = Array.from({length: 60}, (_, i) => ({path: `${i}.docx`, message: `${i}.docx er skadet.`}))
  const page = html.render({...clean, unchecked}, contextOf())
  expect(page).toContain('<li>49.docx er skadet.</li><li>Og 10 filer til.</li></ul>')
  expect(page).toContain('60 kunne ikke sjekkes.')
})

test('JUnit has an error for each, in the sum and in a suite of its own', () => {
  const written = junit.render(clean, contextOf())
  expect(written).toContain('<testsuites name="utlys" tests="2" failures="0" errors="1" time="0">')
  const message =
    '/testsuites/testsuite[@name="stillinger/a.docx"][@errors="1"]/testcase[@name="kan sjekkes"]/error/@message'
  expect(stringAt(written, message)).toBe('stillinger/a.docx er & blir skadet og kan ikke leses.')
})

test('SARIF tells that the run was not successful', () => {
  const [run] = JSON.parse(sarif.render(clean, contextOf())).runs
  expect(run.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: {text: damaged.message},
          locations: [{physicalLocation: {artifactLocation: {uri: damaged.path}}}],
        },
      ],
    },
  ])
})
