import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readConfig} from '../../src/config/read.ts'
import {ConfigError} from '../../src/config/types.ts'
import {findPack} from '../../src/packs/find.ts'
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
      'config.required',
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
    ['an open bracket', {'ord.yml': entry('[ordet')}, 'ord.yml', 'pack.pattern', '11:10'],
    ['a foreign id', {'ord.yml': `id: lov/ord\n${entry('ordet')}`}, 'ord.yml', 'pack.ruleId', '1:5'],
  ])('%s', async (_what, files, file, code, at) => {
    expect(await refusal(files as Record<string, string>)).toMatchObject({file, code, at})
  })
})

describe('a pack from somebody who means harm is refused', () => {
  it('with a code tag', async () => {
    const harm = 'kind: !!js/function "function () { process.exit() }"\n'
    expect(await refusal({'ord.yml': harm})).toMatchObject({code: 'config.yaml', at: '1:7'})
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
    expect(await refusal({'ord.yml': entry(`ord ${pattern}`)})).toMatchObject({code: 'pack.pattern'})
  })

  it('with a pattern as long as a book', async () => {
    expect(await refusal({'ord.yml': entry('ord '.repeat(1000).trim())})).toMatchObject({
      code: 'pack.pattern',
    })
  })

  it('with a file as large as a film', async () => {
    expect(await refusal({'ord.yml': `# ${'x'.repeat(1_100_000)}\n`})).toMatchObject({code: 'pack.tooLarge'})
  })

  it.each(['../storevik', '/etc', 'a/../../b'])('in the folder %s', async (name) => {
    const config = path.join(folder, 'utlys.yml')
    await writeFile(config, `policy: ${name}\n`)
    await expect(readConfig(config)).rejects.toMatchObject({problems: [{line: 1, column: 9}]})
  })

  it('behind a symbolic link that leads out', async () => {
    const inner = path.join(folder, 'inne')
    await mkdir(inner)
    await writeFile(path.join(folder, 'pack.yml'), pack)
    await symlink(folder, path.join(inner, 'pakke'))
    expect((await findPack('pakke', inner)).problem?.code).toBe('pack.outside')
  })
})
