import {expect, test} from 'vitest'
import validate from '../../schemas/report.schema.json?validator'
import {json} from '../../src/report/json.ts'
import type {FileReport, Report} from '../../src/report/types.ts'
import {contextOf, file, placeOf, report, reportOf} from './fixture.ts'

const words = {text: 'Renholder', place: placeOf('Renholder')}

test('the schema describes what the JSON format writes', () => {
  const written = JSON.parse(json.render(report, contextOf()))
  expect(written).toEqual(report)
  expect(validate(written), JSON.stringify(validate.errors)).toBe(true)
})

test('a report with known findings and some that are gone is valid', () => {
  const [first, ...rest] = file.findings
  const known = reportOf({findings: [{...first!, known: true}, ...rest]})
  known.baseline = {file: 'kjente.json', gone: [{file: 'a.md', ruleId: 'felt/frist', count: 2}]}
  expect(validate(known), JSON.stringify(validate.errors)).toBe(true)
})

test('a report on what could not be checked is valid', () => {
  const unread: Report = {...reportOf({}), unchecked: [{path: 'a.docx', message: 'a.docx er skadet.'}]}
  expect(validate(unread), JSON.stringify(validate.errors)).toBe(true)
})

const good: [string, FileReport['fields']][] = [
  ['frist', {frist: [{value: null, label: 'snarest', ...words}]}],
  ['frist', {frist: [{value: '2027-03-01', årAntatt: true, ukedag: 'mandag', ...words}]}],
  ['lønn', {lønn: [{kind: 'referanse', vag: true, ...words}]}],
  ['stillingsprosent', {stillingsprosent: [{min: 100, max: 100, ord: 'heltid', ...words}]}],
  ['søkerliste', {søkerliste: [{fullstendig: true, ...words}]}],
  ['mangfoldserklæring', {mangfoldserklæring: [{grunnlag: [], ...words}]}],
  ['søknadsmåte', {søknadsmåte: [{value: 'e-post', mål: 'post@lillevik.example', ...words}]}],
]

test.each(good)('an occurrence of %s is valid: %j', (_name, fields) => {
  expect(validate(reportOf({fields})), JSON.stringify(validate.errors)).toBe(true)
})

const bad: [string, Report][] = [
  ['a property that no one knows', {...report, extra: 1} as Report],
  ['another version', {...report, version: 2} as unknown as Report],
  ['an unknown field', reportOf({fields: {tittel: [{value: 'Renholder', ...words}]}})],
  ['a deadline that is no date', reportOf({fields: {frist: [{value: '1. mars', ...words}]}})],
  ['an occurrence without a place', reportOf({fields: {arbeidsgiver: [{value: 'x', text: 'x'} as never]}})],
  [
    'a phone number that is not E.164',
    reportOf({fields: {kontakt: [{telefon: ['400 00 000'], epost: [], ...words}]}}),
  ],
  ['an amount without an amount', reportOf({fields: {lønn: [{kind: 'beløp', ...words}]}})],
  ['an unknown severity', reportOf({findings: [{...file.findings[0]!, severity: 'fatal' as 'error'}]})],
  [
    'a range of three',
    reportOf({findings: [{...file.findings[0]!, fix: {range: [0, 1, 2] as never, text: ''}}]}),
  ],
  [
    'a waiver without a reason',
    reportOf({findings: [{...file.findings[0]!, waiver: {reason: '', origin: 'draft'}}]}),
  ],
]

test.each(bad)('is not valid: %s', (_name, wrong) => {
  expect(validate(wrong)).toBe(false)
})

test('the JSON format has no control characters and no workflow commands, and still says the same', () => {
  const path = 'a\x1b[31m\x9b\u202e\u2028##[add-mask]##vso[x]\n.md'
  const out = json.render(reportOf({path}), contextOf())
  expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]|##(?:\[|vso\[)|^\s*::/m)
  expect(JSON.parse(out).files[0].path).toBe(path)
})
