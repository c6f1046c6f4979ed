import {readFileSync} from 'node:fs'
import {Writable} from 'node:stream'
import {Ajv} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import type {Browser} from 'puppeteer-core'
import rehypeParse from 'rehype-parse'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {renderComment} from '../../cli/action/review/comment.ts'
import {printReport} from '../../cli/screens/print-report.tsx'
import {written} from '../../src/export/index.ts'
import {reportMarks} from '../../src/posting/own-report.ts'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {github} from '../../src/report/github.ts'
import {html} from '../../src/report/html.ts'
import {jobSummary} from '../../src/report/job-summary.ts'
import {json} from '../../src/report/json.ts'
import {jsonl} from '../../src/report/jsonl.ts'
import {junit} from '../../src/report/junit.ts'
import {markdown} from '../../src/report/markdown.ts'
import {rdjson} from '../../src/report/rdjson.ts'
import {codeScanning, sarif} from '../../src/report/sarif.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import {text} from '../../src/report/text.ts'
import type {FileReport, Finding, Report, Reporter, ReporterContext} from '../../src/report/types.ts'
import {hasBrowser, openBrowser, patience} from './browser.ts'
import {contextOf, placeOf, report} from './fixture.ts'
import {readCommands} from './runner.ts'
import {flawsOf, hasXmllint, stringAt} from './xmllint.ts'

/** What an ad, a file name or an employer's pack may hold to become more than words. */
const attacks: Record<string, string> = {
  'a workflow command': '::error::x',
  'one that stops commands, on a line of its own': 'a\n::stop-commands::x\r\n::set-output name=a::b\n',
  'one with a comma': 'a,line=1::x',
  'one that was escaped': '%0A::error::x%0D%25%3A%2C',
  'an old workflow command': '##[group]x ##[add-path]y',
  'a command of Azure Pipelines': '##vso[task.setvariable variable=a]x',
  'colours and titles of a terminal': '\x1b[31mx\x1b]0;tittel\x07\x1b]8;;http://a.example\x1b\\',
  'controls of eight bits': '\x9b31mx\x9d0;y\x9c\x85',
  'text that turns': 'lege\u202egpj.exe\u2066a\u2069\u200f\u061c',
  'lines of Unicode': 'a\u2028b\u2029c',
  'a script': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute': '" onmouseover="alert(1)" \' x=\'',
  'the end of CDATA': ']]><error/><![CDATA[',
  'a comment': '--> <!-- <?xml version="1.0"?> <!DOCTYPE a [<!ENTITY b "c">]> &b;',
  entities: '&lt;script&gt; &#60;b&#62; &amp; & &#0; &nbsp;',
  'what XML cannot hold': 'a\0b\x01\x08\x0b\x1f\ufffe\uffff\u{1fffe}',
  'half a character': '\ud800 a \udfff',
  'links and pictures': '[a](javascript:alert(1)) ![b](http://a.example/b.png) [c]: http://a.example [d][c]',
  'addresses and mentions': 'http://a.example www.a.example @anna @lillevik/alle #1 a@b.example',
  'an issue and a commit':
    'GH-1 lillevik/annonser#1 lillevik@0123456789abcdef0123456789abcdef01234567 0123456',
  'an end of what is folded': '</summary></details><details open><summary>x\n</details>\n\n# Overskrift',
  'an end of a style and of a page':
    '</style></head></html><base href="http://a.example"><link rel=stylesheet>',
  'a table and headings': '|a|b|\n---\n# Overskrift\n- punkt\n```\nkode\n```\n',
  'a long name': `${'a'.repeat(5000)}::error::`,
}

const words = (attack: string): string => `x ${attack} y`

/** A report in which every text that can come from outside holds the attack. */
const reportOn = (attack: string): {of: Report; context: ReporterContext} => {
  const hostile = words(attack)
  const source = `Hei ${hostile} på deg`
  const place = placeOf(hostile, source)
  const waiver = {reason: hostile, by: hostile, until: hostile, origin: 'draft' as const}
  const finding: Finding = {
    ruleId: hostile,
    severity: 'error',
    messageId: hostile,
    message: `«${hostile}» ${hostile}`,
    place,
    actual: hostile,
    expected: [hostile],
    sources: [
      {id: 'a', title: hostile, url: hostile},
      {id: 'b', title: hostile, url: `https://a.example/${hostile}`},
    ],
    fix: {range: [place.start.offset, place.end.offset], text: hostile},
    suggestions: [{message: hostile, range: [0, 0], text: hostile}],
  }
  const {place: _place, actual: _actual, ...missing} = finding
  const file: FileReport = {
    path: hostile,
    language: 'nb',
    profile: {[hostile]: {value: hostile, inferred: true, why: hostile}},
    portal: [],
    packs: [{id: hostile, title: hostile, applies: false, employer: hostile}],
    fields: {arbeidsgiver: [{value: hostile, text: hostile, place}]},
    missing: [],
    findings: [
      finding,
      {...missing, ruleId: 'a/b', severity: 'warning'},
      {...missing, ruleId: 'a/c', severity: 'info'},
      {...finding, ruleId: 'a/d', waiver},
      {...finding, ruleId: 'a/e', known: true},
      {...finding, ruleId: 'a/e', known: true},
    ],
  }
  const everywhere = {nb: hostile, nn: hostile, en: hostile}
  return {
    of: {
      ...report,
      files: [file],
      waivers: usedWaivers([file]),
      baseline: {file: hostile, gone: [{file: hostile, ruleId: hostile, count: 1}]},
      summary: summarise([file]),
    },
    context: contextOf({
      sources: new Map([[hostile, source]]),
      ruleOf: () => ({
        title: everywhere,
        why: everywhere,
        mend: everywhere,
        ground: hostile,
        severity: 'error',
      }),
    }),
  }
}

const rendered = (reporter: Reporter, attack: string): string => {
  const {of, context} = reportOn(attack)
  return reporter.render(of, context)
}

const printed = async (attack: string): Promise<string> => {
  const {of, context} = reportOn(attack)
  const parts: string[] = []
  const stream = new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
  await printReport(of, context, stream)
  return parts.join('')
}

/** What acts in a terminal or a build log, whatever the format. */
const expectInert = (output: string): void => {
  expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
  expect(output).not.toMatch(/##(?:\[|vso\[)/)
  expect(output).not.toMatch(/\p{Cs}/u)
}

/** What Markdown or HTML would make something of, outside the addresses that the program writes. */
const expectWords = (message: string): void => {
  const own = message.replace(/ <https:\/\/a\.example\/[\w\-.~:/?#@!,;=%+&]*>/g, '')
  expect(own).not.toMatch(/<(?!\u200b|U\+)|@(?!\u200b)|\][([:]|!\[|:\/\/|www\.|#\w|&#?\w+;/)
}

const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8'))
const ajv2020 = new Ajv2020({strict: false})
addFormats.default(ajv2020)
const validators = {
  sarif: ajv2020.compile(schemaOf('sarif-2.1.0.json')),
  rdjson: new Ajv().compile(schemaOf('rdformat.json')),
}

const parse = (markdownText: string): Nodes => unified().use(remarkParse).parse(markdownText)

/** What the Markdown is made of, without the words. */
const shapeOf = (node: Nodes): unknown =>
  'children' in node ? [node.type, node.children.map(shapeOf)] : node.type

/** The HTML that Markdown lets through. */
const htmlIn = (markdownText: string): string[] => {
  const found: string[] = []
  visit(parse(markdownText), 'html', ({value}) => void found.push(value))
  return found
}

/** The elements of a page with their attributes, without the words; of addresses only what kind they are of. */
const elementsOf = (page: string): string[] => {
  const found: string[] = []
  visit(unified().use(rehypeParse).parse(page), 'element', ({tagName, properties}) => {
    const {href, ...rest} = properties
    const kind = typeof href === 'string' ? href.replace(/^https:\/\/a\.example\/.*/, 'https') : ''
    found.push(JSON.stringify([tagName, kind, Object.keys(rest)]))
  })
  return found
}

const count = (document: string, name: string): string => stringAt(document, `count(//${name})`)

const expectHarmlessSarif = (format: Reporter, attack: string, most: number): void => {
  const output = rendered(format, attack)
  expectInert(output)
  expect(readCommands(output)).toEqual([])
  const log = JSON.parse(output)
  expect(validators.sarif(log), JSON.stringify(validators.sarif.errors)).toBe(true)
  const [{tool, results}] = log.runs
  for (const {shortDescription, fullDescription, help} of tool.driver.rules) {
    for (const message of [shortDescription, fullDescription, help]) expectWords(message.text)
    expect(JSON.stringify(shapeOf(parse(help.markdown)))).not.toMatch(/"(?:html|image|heading|list|code)"/)
  }
  expect(results).toHaveLength(most)
  for (const {message, suppressions = [], locations} of results) {
    expectWords(message.text)
    for (const {justification} of suppressions) expectWords(justification)
    const {uri} = locations[0].physicalLocation.artifactLocation
    expect(uri).toMatch(/^[\w\-.!~*'()%/]+$/)
  }
}

let browser: Browser | undefined
beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser()
}, patience)
afterAll(() => browser?.close())

/** Each format's own reader, and what it must find, as much for an attack as for a plain word. */
const sinks: Record<string, (attack: string) => void | Promise<void>> = {
  text(attack) {
    const output = rendered(text, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
  },
  async terminal(attack) {
    const output = await printed(attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
  },
  json(attack) {
    const output = rendered(json, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    expect(JSON.parse(output)).toEqual(reportOn(attack).of)
  },
  export(attack) {
    const output = written({title: words(attack), [words(attack)]: 'x'}, {inScript: true})
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    expect(output).not.toContain('<')
    expect(JSON.parse(output)).toEqual({title: words(attack), [words(attack)]: 'x'})
  },
  jsonl(attack) {
    const output = rendered(jsonl, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    const lines = output.split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0]!)).toEqual(reportOn(attack).of.files[0])
  },
  markdown(attack) {
    const output = rendered(markdown, attack).replace(reportMarks.markdown, '')
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    const own = /\]\(https:\/\/a\.example\/[\w\-.~:/?#@!,;=%+&]*\)/g
    expect(output.replace(own, ']')).not.toMatch(/<|@(?!&#8203;)|!\[|:\/\//)
    expect(output.split('\n').length).toBe(rendered(markdown, 'ord').split('\n').length)
    expect(JSON.stringify(shapeOf(parse(output)))).not.toMatch(
      /"(?:html|image|definition|code|linkReference)"/,
    )
  },
  summary(attack) {
    const commit = {server: 'https://a.example', repository: 'a/b', sha: words(attack), folder: words(attack)}
    const {of, context} = reportOn(attack)
    const output = jobSummary.render(of, {
      ...context,
      commit,
    })
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    expect(new Set(htmlIn(output))).toEqual(
      new Set(['<br>', '<details open><summary>Opplysninger</summary>', '</details>']),
    )
    const own = /\]\(https:\/\/a\.example\/[\w\-.~:/?#@!,;=%+&]*\)/g
    expect(output.replace(own, ']')).not.toMatch(/@(?!&#8203;)|!\[|:\/\//)
    expect(output.split('\n').map((line) => line.replace(/[^|]/g, ''))).toEqual(
      rendered(jobSummary, 'ord')
        .split('\n')
        .map((line) => line.replace(/[^|]/g, '')),
    )
    expect(JSON.stringify(shapeOf(parse(output)))).not.toMatch(/"(?:image|definition|code|linkReference)"/)
  },
  comment(attack) {
    const {of, context} = reportOn(attack)
    const [first, second] = of.files[0]!.findings as [Finding, Finding]
    for (const findings of [[first], [second], [first, second]] as const) {
      const output = renderComment({findings: [...findings] as [Finding]}, context)
      expectInert(output)
      expect(readCommands(output)).toEqual([])
      const own = /\]\(https:\/\/a\.example\/[\w\-.~:/?#@!,;=%+&]*\)/g
      expect(output.replace(own, ']')).not.toMatch(/<|@(?!&#8203;)|!\[|:\/\//)
      expect(JSON.stringify(shapeOf(parse(output)))).not.toMatch(
        /"(?:html|image|definition|heading|list|code|linkReference)"/,
      )
    }
  },
  'comment with a suggestion'(attack) {
    const {of, context} = reportOn(attack)
    const [first] = of.files[0]!.findings as [Finding]
    const suggestion = words(attack).replace(/[^\t\n\x20-\x7e\xa0-\ud7ff]/g, '')
    const output = renderComment({findings: [first], suggestion}, context)
    const blocks: {lang: string | null | undefined; value: string}[] = []
    visit(parse(output), 'code', ({lang, value}) => void blocks.push({lang, value}))
    expect(blocks).toEqual([{lang: 'suggestion', value: suggestion.replace(/\n$/, '')}])
    expect(htmlIn(output)).toEqual([])
  },
  html(attack) {
    const output = rendered(html, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    expect(output).not.toMatch(/<(?:script|img|error)\b|(?<=<body.*)<!--/s)
    expect(elementsOf(output)).toEqual(elementsOf(rendered(html, 'ord')))
  },
  async browser(attack) {
    if (!browser) return
    const page = await browser.newPage()
    const happened: string[] = []
    page.on('request', (request) => happened.push(request.url()))
    page.on('dialog', (dialog) => {
      happened.push(dialog.message())
      void dialog.dismiss()
    })
    await page.setContent(rendered(html, attack))
    expect(happened).toEqual([])
    expect(
      await page.evaluate('document.querySelectorAll("script, img, base, link, iframe, [onerror]").length'),
    ).toBe(0)
    await page.close()
  },
  github(attack) {
    const output = rendered(github, attack)
    expectInert(output)
    const commands = readCommands(output)
    expect(commands.map(({command}) => command)).toEqual(['error', 'warning', 'notice'])
    const names = ['file', 'line', 'endLine', 'col', 'endColumn', 'title']
    expect(names).toEqual(expect.arrayContaining(Object.keys(commands[0]!.properties)))
    for (const {properties, message} of commands) {
      expect(properties.line).toBe('1')
      expect(properties.title).toContain('(')
      expect(message.split('\n')).toHaveLength(2)
    }
    expect(output.split('\n')).toHaveLength(5)
  },
  sarif: (attack) => expectHarmlessSarif(sarif, attack, 6),
  'code-scanning': (attack) => expectHarmlessSarif(codeScanning, attack, 3),
  rdjson(attack) {
    const output = rendered(rdjson, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    const result = JSON.parse(output)
    expect(validators.rdjson(result), JSON.stringify(validators.rdjson.errors)).toBe(true)
    expect(result.diagnostics).toHaveLength(3)
    for (const {message} of result.diagnostics) {
      expectWords(message)
      expect(message.split('\n')).toHaveLength(2)
    }
  },
  checkstyle(attack) {
    const output = rendered(checkstyle, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    expect(output.match(/<(?:\?xml|checkstyle|file|error)\b/g)).toHaveLength(6)
    if (!hasXmllint) return
    expect(flawsOf(output, 'checkstyle.xsd')).toBe('')
    expect(count(output, 'error')).toBe('3')
    expectWords(stringAt(output, '//error[1]/@message'))
  },
  junit(attack) {
    const output = rendered(junit, attack)
    expectInert(output)
    expect(readCommands(output)).toEqual([])
    if (!hasXmllint) return
    expect(flawsOf(output, 'junit.xsd')).toBe('')
    expect([count(output, 'testcase'), count(output, 'failure'), count(output, 'skipped')]).toEqual([
      '5',
      '1',
      '2',
    ])
    expectWords(stringAt(output, '//failure/@message'))
    expectWords(stringAt(output, '//skipped'))
  },
}

describe.each(Object.entries(sinks))('%s', (_sink, holds) => {
  test.each(Object.entries(attacks))('%s', (_attack, attack) => holds(attack))
})

test.runIf(hasXmllint)('a name that XML can hold is read back as it is', () => {
  for (const name of [
    'a\tb\nc\r.md',
    'å & "b" \'c\'.md',
    'a::b##[c].md',
    ']]>.md',
    '\x9b\u202e\u2028.md',
    '😀.md',
  ]) {
    const file: FileReport = {...report.files[0]!, path: name}
    const output = checkstyle.render({...report, files: [file]}, contextOf())
    expect(stringAt(output, '//file/@name')).toBe(name)
  }
})

test.runIf(hasXmllint)('no text makes XML that is not valid', () => {
  const names = fc.sample(fc.string({unit: 'binary', minLength: 1}), 500)
  const files = names.map((name) => ({...reportOn(name).of.files[0]!, path: name}))
  const of = {...report, files}
  expect(flawsOf(checkstyle.render(of, contextOf()), 'checkstyle.xsd')).toBe('')
  expect(flawsOf(junit.render(of, contextOf()), 'junit.xsd')).toBe('')
})
