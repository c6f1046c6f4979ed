import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import texts from '../../cli/texts.yml'
import {readConfig} from '../../src/config/read.ts'
import {ConfigError} from '../../src/config/types.ts'
import {rules as builtIn} from '../../src/engine/rules.ts'
import {findingsOn, runExamples} from '../../src/packs/examples.ts'
import {findPack} from '../../src/packs/find.ts'
import {messageProblems} from '../../src/packs/messages.ts'
import {readPack} from '../../src/packs/read.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pakke-'))
})
afterEach(() => rm(folder, {recursive: true}))

const pack = 'id: storevik\ntitle: Storevik\n'

/** Writes the files of a pack and tells with what it is refused. */
const refusals = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries({'pack.yml': pack, ...files})) {
    await writeFile(path.join(folder, name), text)
  }
  const error = await readPack(folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ConfigError)) return []
  return error.problems.map(({path: file, code, data, line, column}) => ({
    file: path.basename(file),
    code,
    at: `${line}:${column}`,
    data,
  }))
}

const refusal = async (files: Readonly<Record<string, string>>) => (await refusals(files))[0]

const examples = `examples:
  triggers: [{text: "[[ordet]]"}, {text: "[[ordet]] her"}]
  silent: [{text: noe}, {text: annet}]
`
const rule = (more: string): string =>
  `kind: uttrykk\ntitle: Ord\nwhy: Derfor.\nmend: Slik.\nmessages: {funn: Ord.}\n${examples}${more}`
const entry = (pattern: string): string => rule(`entries:\n  - id: ord\n    nb: ["${pattern}"]\n    nn: []\n`)

describe('a pack that is not well formed is refused at the place of the fault', () => {
  it.each([
    ['a key that there is not', {'pack.yml': `${pack}klausuler: []\n`}, 'pack.yml', 'config.key', '3:1'],
    ['no id', {'pack.yml': 'title: Storevik\n'}, 'pack.yml', 'config.required', '1:1'],
    [
      'the id of rules that there are',
      {'pack.yml': 'id: felt\ntitle: Felt\n'},
      'pack.yml',
      'pack.taken',
      '1:5',
    ],
    [
      'a clause without rule or reason',
      {'pack.yml': `${pack}clauses:\n  - id: a\n    heading: A\n    text: A.\n`},
      'pack.yml',
      'config.required.choice',
      '4:5',
    ],
    [
      'a clause with a rule that there is not',
      {'pack.yml': `${pack}clauses:\n  - id: a\n    heading: A\n    text: A.\n    rules: [lov/aldr]\n`},
      'pack.yml',
      'config.rule',
      '7:13',
    ],
    ['an unknown kind', {'ord.yml': 'kind: ord\n'}, 'ord.yml', 'config.value', '1:7'],
    ['a kind that is code', {'ord.yml': 'kind: kode\n'}, 'ord.yml', 'config.value', '1:7'],
    ['a misspelt severity', {'ord.yml': rule('severity: alvorlig\n')}, 'ord.yml', 'config.value', '9:11'],
    ['expressions nowhere', {'ord.yml': rule('')}, 'ord.lexicon.yml', 'pack.noLexicon', '1:1'],
    ['an open bracket', {'ord.yml': entry('[ordet')}, 'ord.yml', 'pack.pattern.open', '11:10'],
    ['a foreign id', {'ord.yml': `id: lov/ord\n${entry('ordet')}`}, 'ord.yml', 'pack.ruleId', '1:5'],
  ])('%s', async (_what, files, file, code, at) => {
    expect(await refusal(files as Record<string, string>)).toMatchObject({file, code, at})
  })
})

const messages = (text: string, more = ''): string =>
  entry('ordet').replace('messages: {funn: Ord.}', `messages: ${text}`) + more

const statement = (text: string, more = ''): string =>
  `kind: erklæring\ntitle: Svar\nwhy: Derfor.\nmend: Slik.\nmessages: ${text}\n${examples}${more}`

const twoParts =
  'parts:\n  - {id: svar, expressions: {nb: [svar]}}\n  - {id: tid, expressions: {nb: [uker]}}\n'

describe('messages are checked against what the kind asks for', () => {
  it.each([
    ['a misspelt id', messages('{funnet: Ord.}'), [['pack.message.unused', '5:12', 'funn']]],
    ['an id that is missing', messages('{begrunnet: Ord.}'), [['pack.message.missing', '5:1', undefined]]],
    [
      'an entry that names none',
      messages('{funn: Ord., begrunnet: Fort.}', '    message: begrunet\n'),
      [['pack.message.unknown', '13:14', 'begrunnet']],
    ],
    [
      'an example that names none',
      messages('{funn: Ord.}').replace('text: annet', 'text: annet, message: fun'),
      [['pack.message.unknown', '8:48', 'funn']],
    ],
    [
      'a severity of none',
      messages('{funn: Ord.}', 'messageSeverity: {fun: råd}\n'),
      [['pack.message.unknown', '13:19', 'funn']],
    ],
    [
      'a statement with parts',
      statement('{mangler: A., svr: B.}', twoParts),
      [
        ['pack.message.missing', '5:1', undefined],
        ['pack.message.unused', '5:25', 'svar'],
      ],
    ],
    [
      'a placeholder that nobody fills in',
      messages('{funn: "Ordet {ordet}."}'),
      [['pack.placeholder', '5:18', '{ord}']],
    ],
    [
      'a placeholder where there are none',
      statement('{mangler: "Ordet {ord}.", svar: A., tid: B.}', twoParts),
      [['pack.placeholder.none', '5:21', undefined]],
    ],
  ])('%s', async (_what, text, told) => {
    const problems = await refusals({'ord.yml': text})
    expect(problems.map(({code, at, data}) => [code, at, data.forslag]).sort()).toEqual(told)
    expect(Object.keys(texts as object)).toEqual(expect.arrayContaining(problems.map(({code}) => code)))
  })

  it('and nothing is wrong with those of the program', () => {
    const wrong = builtIn.flatMap((one) => messageProblems(one).map(({code, data}) => [one.id, code, data]))
    expect(wrong).toEqual([])
  })
})

describe('mistakes of a newcomer are told in words of our own', () => {
  it.each([
    ['an empty file', '', 'config.required', '1:1', 'kind'],
    ['a file without a kind', 'title: Ord\n', 'config.required', '1:1', 'kind'],
    ['a title that is a list', rule('').replace('Ord\n', '[a, b]\n'), 'config.shape.text', '2:8', 'title'],
    ['a list that is empty', rule('entries: []\n'), 'config.shape.minItems', '9:10', 'entries'],
    ['a text for a list', rule('entries: ord\n'), 'config.shape.array', '9:10', 'entries'],
    ['a text for an object', rule('options: ord\n'), 'config.shape.object', '9:10', 'options'],
    ['a number for a text', rule('ground: 3\n'), 'config.shape.string', '9:9', 'ground'],
    ['a name with a space', rule('ground: A b\n'), 'config.shape.pattern', '9:9', 'A b'],
    [
      'a date that is none',
      rule('').replace('text: noe', 'text: noe, today: i dag'),
      'config.date',
      '8:31',
      'i dag',
    ],
    ['another value than the one', rule('once: ja\n'), 'config.value', '9:7', 'ja'],
    ['a tab', 'kind: uttrykk\nroles:\n\t- krav\n', 'config.yaml.TAB_AS_INDENT', '3:1', undefined],
    ['a colon', 'kind: uttrykk\ntitle: Ord: a\n', 'config.yaml.BLOCK_AS_IMPLICIT_KEY', '2:8', undefined],
    [
      'words after a quotation',
      'kind: uttrykk\ntitle: "Ord" a\n',
      'config.yaml.UNEXPECTED_TOKEN',
      '2:14',
      undefined,
    ],
    ['a key twice', 'kind: uttrykk\nkind: felt\n', 'config.yaml.DUPLICATE_KEY', '2:1', undefined],
    [
      'two entries with one id',
      `${entry('ordet')}  - {id: ord, nb: [b], nn: []}\n`,
      'pack.twice',
      '13:10',
      'ord',
    ],
  ])('%s', async (_what, text, code, at, name) => {
    const problems = await refusals({'ord.yml': text})
    expect(problems.map((one) => [one.code, one.at, one.data.name])).toEqual([[code, at, name]])
    expect(Object.keys(texts as object)).toContain(code)
  })

  it('only the first mistake of YAML, as those after it come of it', async () => {
    expect(await refusals({'ord.yml': '- a\nb: 1\n'})).toHaveLength(1)
  })

  it('a statement with both a field and parts', async () => {
    const both = statement('{mangler: A., svar: B., tid: C.}', `${twoParts}field: frist\n`)
    expect(await refusals({'ord.yml': both})).toMatchObject([{code: 'config.choice'}])
  })

  it('rules that there are not, with those that may be meant', async () => {
    const clause = '  - {id: a, heading: A, text: A., rules: [storevik/odr]}'
    const text = `${pack}severities: {inkludering/tempoo: råd}\nclauses:\n${clause}\n`
    const problems = await refusals({'pack.yml': text, 'ord.yml': entry('ordet')})
    expect(problems.map(({code, at, data}) => [code, at, data.forslag])).toEqual([
      ['config.rule', '3:14', 'inkludering/tempo'],
      ['config.rule', '5:43', 'storevik/ord'],
    ])
  })

  it('all files at once', async () => {
    const problems = await refusals({'pack.yml': 'title: A\n', 'a.yml': '', 'b.yml': 'kind: ord\n'})
    expect(problems.map(({file}) => file)).toEqual(['pack.yml', 'a.yml', 'b.yml'])
  })
})

describe('a pack that is well formed', () => {
  it('may write its severities in Norwegian', async () => {
    const files = {
      'pack.yml': `${pack}severities: {inkludering/tempo: åtvaring}\n`,
      'ord.yml': entry('ordet').replace('title:', 'severity: råd\ntitle:'),
    }
    expect(await refusals(files)).toEqual([])
    const read = await readPack(folder)
    expect(read.severities).toEqual({'inkludering/tempo': 'warning'})
    expect(read.rules.map(({severity}) => severity)).toEqual(['info'])
  })

  it('needs no message of its own for words with a reason', async () => {
    const ad = 'Du må ha norsk statsborgerskap på grunn av sikkerhetsloven.'
    expect(await refusals({'ord.yml': entry('norsk statsborgerskap')})).toEqual([])
    const read = await readPack(folder)
    const findings = await findingsOn(read.rules[0]!, {text: ad}, [read])
    expect(findings.map(({messageId, severity}) => [messageId, severity])).toEqual([['funn', 'info']])
  })

  it('tells where an example stands that fails, and that it has no marks', async () => {
    await refusals({'ord.yml': entry('ordet').replace('[[ordet]] her', 'ordet her')})
    const failed = (await runExamples(await readPack(folder))).filter(({passed}) => !passed)
    expect(failed).toMatchObject([{unmarked: true, place: {path: path.join(folder, 'ord.yml'), line: 7}}])
  })
})

describe('a pack from somebody who means harm is refused', () => {
  it('with a code tag', async () => {
    const harm = 'kind: !!js/function "function () { process.exit() }"\n'
    expect(await refusal({'ord.yml': harm})).toMatchObject({
      code: 'config.yaml.TAG_RESOLVE_FAILED',
      at: '1:7',
    })
  })

  it('with anchors that explode', async () => {
    const levels = Array.from(
      {length: 9},
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
    )
    const bomb = ['a0: &a0 [lol]', ...levels].join('\n')
    expect(await refusal({'pack.yml': bomb})).toMatchObject({code: 'config.aliases'})
  })

  it('with a pattern that can match in too many ways', async () => {
    const pattern = Array(8).fill('[a|*|~9 |a*|]').join('')
    expect(await refusal({'ord.yml': entry(`ord ${pattern}`)})).toMatchObject({code: 'pack.pattern.ways'})
  })

  it('with a pattern as long as a book', async () => {
    expect(await refusal({'ord.yml': entry('ord '.repeat(1000).trim())})).toMatchObject({
      code: 'pack.pattern.long',
    })
  })

  it('with a file as large as a film', async () => {
    expect(await refusal({'ord.yml': `# ${'x'.repeat(1_100_000)}\n`})).toMatchObject({code: 'pack.tooLarge'})
  })

  it.each(['../storevik', '/etc', 'a/../../b'])('in the folder %s', async (name) => {
    const config = path.join(folder, 'utlys.yml')
    await writeFile(config, `policy: ${name}\n`)
    await expect(readConfig(config)).rejects.toMatchObject({
      problems: [{code: 'pack.outside', line: 1, column: 9}],
    })
  })

  it('behind a symbolic link that leads out', async () => {
    const inner = path.join(folder, 'inne')
    await mkdir(inner)
    await writeFile(path.join(folder, 'pack.yml'), pack)
    await symlink(folder, path.join(inner, 'pakke'))
    expect((await findPack('pakke', inner)).problem?.code).toBe('pack.outside')
  })
})
