import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {jsonl} from '../../src/report/jsonl.ts'
import {rdjson} from '../../src/report/rdjson.ts'
import type {Finding, Report} from '../../src/report/types.ts'
import {contextOf, file, path, placeOf, report, reportOf, source} from './fixture.ts'

const schema = JSON.parse(readFileSync(new URL('schemas/rdformat.json', import.meta.url), 'utf8'))
const validate = new Ajv({allErrors: true}).compile(schema)

const render = (of: Report = report, changes = {}) => {
  const result = JSON.parse(rdjson.render(of, contextOf(changes)))
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true)
  return result.diagnostics
}

const age = file.findings[3] as Finding

test('the report on one file', () => {
  expect(render()).toMatchInlineSnapshot(`
    [
      {
        "code": {
          "value": "sprak/setningslengde",
        },
        "location": {
          "path": "stillinger/renholder.md",
          "range": {
            "end": {
              "column": 118,
              "line": 4,
            },
            "start": {
              "column": 88,
              "line": 4,
            },
          },
        },
        "message": "Setningen er lang. Vurder å dele den i to.
    Kilde: Språkrådet: Klarspråk",
        "severity": "INFO",
      },
      {
        "code": {
          "value": "felt/frist",
        },
        "location": {
          "path": "stillinger/renholder.md",
          "range": {
            "end": {
              "column": 76,
              "line": 11,
            },
            "start": {
              "column": 76,
              "line": 11,
            },
          },
        },
        "message": "Annonsen har ingen søknadsfrist. Den som søker, må vite når søknaden senest må være sendt.
    Kilde: Navs retningslinjer for stillingsannonser",
        "severity": "ERROR",
      },
      {
        "code": {
          "url": "https://lovdata.no/lov/2005-06-17-62/%C2%A713-1",
          "value": "inkludering/alder",
        },
        "location": {
          "path": "stillinger/renholder.md",
          "range": {
            "end": {
              "column": 26,
              "line": 4,
            },
            "start": {
              "column": 14,
              "line": 4,
            },
          },
        },
        "message": "«ung og sprek» kan stenge eldre søkere ute. Er kravet nødvendig for oppgavene?
    Kilde: Arbeidsmiljøloven § 13-1 om diskriminering på grunn av alder, politisk syn og medlemskap i fagforening",
        "severity": "WARNING",
        "suggestions": [
          {
            "range": {
              "end": {
                "column": 26,
                "line": 4,
              },
              "start": {
                "column": 14,
                "line": 4,
              },
            },
            "text": "i god form",
          },
          {
            "range": {
              "end": {
                "column": 26,
                "line": 4,
              },
              "start": {
                "column": 14,
                "line": 4,
              },
            },
            "text": "glad i å bevege deg",
          },
        ],
      },
    ]
  `)
})

/** What reviewdog would cut out of the lines of the file. */
const cut = (text: string, {start, end}: Record<'start' | 'end', {line: number; column: number}>): string => {
  const lines = text.split('\n').map((line) => Buffer.from(line))
  expect(end.line).toBe(start.line)
  return lines[start.line - 1]!.subarray(start.column - 1, end.column - 1).toString()
}

test.each(['sprek, ha norsk', 'hus', 'rådhus'])('columns count bytes: %s', (words) => {
  const text = source.replace('Du må', '😀 Du må være blåøyd, du må')
  const place = placeOf(words, text)
  const [one] = render(reportOf({findings: [{...age, place, fix: undefined as never}]}), {
    sources: new Map([[path, text]]),
  })
  expect(cut(text, one.location.range)).toBe(words)
  expect(cut(text, one.suggestions[0].range)).toBe(words)
})

test('what is missing is shown where it belongs, and a line with something to fill in is no suggestion', () => {
  const [, missing] = file.findings
  const [one] = render(reportOf({findings: [missing!]}))
  expect(one.location.range.start).toMatchObject({line: 11})
  expect(one).not.toHaveProperty('suggestions')
  const complete = {
    message: 'Sett inn.',
    range: [0, 0] as [number, number],
    text: 'Vi ønsker alle velkommen.\n',
  }
  const [ready] = render(reportOf({findings: [{...missing!, suggestions: [complete]}]}))
  expect(ready.suggestions).toEqual([
    {range: {start: {line: 1, column: 1}, end: {line: 1, column: 1}}, text: 'Vi ønsker alle velkommen.\n'},
  ])
  const {suggestions: _, ...nowhere} = missing!
  expect(render(reportOf({findings: [nowhere]}))[0].location).toEqual({path})
})

test('neither the waived nor the known are told, and --quiet has errors only', () => {
  expect(render().map(({severity}: {severity: string}) => severity)).toEqual(['INFO', 'ERROR', 'WARNING'])
  expect(render(reportOf({findings: [{...age, known: true}]}))).toEqual([])
  expect(render(report, {quiet: true})).toHaveLength(1)
})

test('jsonl has the files of the JSON report, one on each line', () => {
  const two = {...report, files: [file, {...file, path: 'a\u2028b\n.md'}]}
  const lines = jsonl.render(two, contextOf()).split(/[\n\u2028]/)
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => JSON.parse(line))).toEqual(two.files)
  expect(jsonl.render({...report, files: []}, contextOf())).toBe('')
})
