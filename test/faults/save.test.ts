import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {describe, expect, inject, test} from 'vitest'
import {
  damaged,
  damagedDocx,
  filesHere,
  inWorld,
  mended,
  preload,
  type Save,
  saves,
  shellWhereModesHold,
  shellWithDisk,
  utlys,
} from './world.ts'

/** The fault table of all that is saved: what goes wrong, what utlys says, what is left on disk. */
const each = Object.keys(saves) as Save[]

const save = (name: Save, env: NodeJS.ProcessEnv = {}) =>
  utlys(saves[name].words, {env, input: saves[name].input})

const commandOf = (name: Save): string => {
  const {words, input} = saves[name]
  return `printf '${input.replaceAll('\n', '\\n')}' | utlys ${words.join(' ')} 2>&1 | grep -o 'Får ikke skrevet.*'; echo "[\${PIPESTATUS[1]}]"`
}

describe.each(each)('%s', (name) => {
  const {file} = saves[name]

  test('a full disk: one line, exit code 2 (1 for review), and all files as they were', (context) => {
    inWorld()
    const fill = `head -c 1000000 /dev/zero > fyll 2>/dev/null; before=$(ls -A)`
    const look = 'test "$(ls -A)" = "$before" && cmp ad.md ../ad.md && echo urørt'
    const {out} = shellWithDisk(`${fill}; ${commandOf(name)}; ${look}`, context)
    const code = name === 'review' ? 1 : 2
    expect(out).toBe(
      `Får ikke skrevet til ${file} (ENOSPC). Sjekk at mappen finnes og kan skrives til.\n[${code}]\nurørt\n`,
    )
  })

  test('a read-only disk: one line, and all files as they were', (context) => {
    inWorld()
    const line = `mount -o remount,ro . ; ${commandOf(name)}; cmp ad.md ../ad.md && ls -A`
    expect(shellWithDisk(line, context).out).toMatch(
      /^Får ikke skrevet til \S+?(?: \(EROFS\)\.|, som er skrivebeskyttet\.) .*\n\[[12]\]\nad\.md\nsvar\.yml\nutlys\.yml\n$/,
    )
  })

  test('a read-only folder: one line, and all files as they were', (context) => {
    inWorld()
    chmodSync('.', 0o500)
    const {out} = shellWhereModesHold(commandOf(name), context)
    chmodSync('.', 0o700)
    expect(out).toMatch(/^Får ikke skrevet til \S+ \(EACCES\)\. .*\n\[[12]\]\n$/)
    expect(Object.keys(filesHere())).toEqual(['ad.md', 'svar.yml', 'utlys.yml'])
    expect(readFileSync('ad.md', 'utf8')).toBe(damaged)
  })

  test('killed at any step: the file is the old one or the new one, and never in between', () => {
    inWorld()
    save(name)
    const after = filesHere()[file]
    const endings = new Set<string | null>()
    for (let step = 0; ; step++) {
      inWorld()
      const before = filesHere()
      const {signal} = save(name, preload(killedAt(step)))
      const {[file]: now, ...others} = filesHere()
      expect([before[file], after]).toContain(now)
      for (const [other, text] of Object.entries(before)) if (other !== file) expect(others[other]).toBe(text)
      endings.add(signal)
      if (signal === null) break
    }
    expect([...endings]).toEqual(['SIGKILL', null])
  }, 60_000)
})

/** Kills the program before its nth step of writing; of a file that it is about to write, half is there then. */
const killedAt = (step: number): string => `
  const {writeFileSync} = require('node:fs')
  const promises = require('node:fs/promises')
  let steps = 0
  for (const name of ['writeFile', 'chmod', 'rename', 'link', 'rm']) {
    const real = promises[name]
    promises[name] = async (...given) => {
      if (steps++ !== ${step}) return real(...given)
      if (name === 'writeFile') writeFileSync(given[0], given[1].slice(0, given[1].length / 2))
      process.kill(process.pid, 'SIGKILL')
      await new Promise(() => {})
    }
  }`

/** Does something to the ad when the program is about to save for the first time. */
const meanwhile = (what: string): string => `
  const fs = require('node:fs')
  const promises = require('node:fs/promises')
  const {writeFile} = promises
  promises.writeFile = async (...given) => {
    promises.writeFile = writeFile
    ${what}
    return writeFile(...given)
  }`

test.each([
  ['nb', 'ad.md ble endret mens utlys leste den, og er ikke rettet. Kjør kommandoen en gang til.'],
  ['nn', 'ad.md blei endra medan utlys las ho, og er ikkje retta. Køyr kommandoen ein gong til.'],
  ['en', 'ad.md was changed while utlys read it and has not been fixed. Run the command once more.'],
])('an ad that somebody saves while it is fixed: their text stays, in %s', (lang, message) => {
  inWorld()
  const env = preload(meanwhile(`fs.appendFileSync('ad.md', 'Ny linje.')`))
  const {err, status} = utlys([...saves.fix.words, '--lang', lang], {env})
  expect({err, status}).toEqual({err: `utlys: ${message}\n`, status: 2})
  expect(readFileSync('ad.md', 'utf8')).toBe(`${damaged}Ny linje.`)
  expect(readdirSync('.')).toEqual(['ad.md', 'svar.yml', 'utlys.yml'])
})

test('a name that somebody takes while a draft is written: their file stays', () => {
  inWorld()
  const {err, status} = save('new', preload(meanwhile(`fs.writeFileSync('ny.md', 'Deres.')`)))
  expect({err, status}).toMatchObject({
    err: expect.stringMatching(/^utlys: ny\.md finnes fra før\..*\n$/),
    status: 2,
  })
  expect(readFileSync('ny.md', 'utf8')).toBe('Deres.')
})

const together = async (count: number, name: Save): Promise<(number | null)[]> =>
  Promise.all(
    Array.from({length: count}, async () => {
      const child = spawn(process.execPath, [inject('bundle'), ...saves[name].words], {stdio: 'ignore'})
      const [code] = (await once(child, 'exit')) as [number | null]
      return code
    }),
  )

test('several that fix the same ad: it is mended and whole', async () => {
  inWorld()
  const codes = await together(6, 'fix')
  expect(codes.every((code) => code === 1 || code === 2)).toBe(true)
  expect(codes).toContain(1)
  expect(filesHere()).toMatchObject({'ad.md': mended})
  expect(readdirSync('.')).toEqual(['ad.md', 'svar.yml', 'utlys.yml'])
})

test('several that draft the same file: one of them writes it, the others say that it is there', async () => {
  inWorld()
  expect((await together(6, 'new')).sort()).toEqual([0, 2, 2, 2, 2, 2])
  expect(readFileSync('ny.md', 'utf8')).toContain('# Vaktmester')
})

test('several that write the list of known findings: it is whole', async () => {
  inWorld()
  await together(6, 'baseline')
  expect(JSON.parse(readFileSync('kjent.json', 'utf8'))).toHaveProperty('version')
})

describe.each([
  ['nb', 'Får ikke skrevet til ad.md, som er skrivebeskyttet. '],
  ['nn', 'Får ikkje skrive til ad.md, som er skriveverna. '],
  ['en', 'Cannot write to ad.md, which is read-only. '],
])('in %s', (lang, message) => {
  test('a read-only ad in a folder where all may be written: it is as it was', (context) => {
    inWorld()
    chmodSync('ad.md', 0o444)
    const line = `utlys ${saves.fix.words.join(' ')} --lang ${lang}`
    const {err, status} = shellWhereModesHold(line, context)
    expect({err, status}).toEqual({err: expect.stringContaining(`utlys: ${message}`), status: 2})
    expect(readFileSync('ad.md', 'utf8')).toBe(damaged)
  })
})

test('a saved ad keeps its mode, its link and its place', () => {
  inWorld()
  chmodSync('ad.md', 0o640)
  symlinkSync('ad.md', 'lenke.md')
  expect(utlys(['check', 'lenke.md', '--fix', '-q', '-f', 'jsonl:/dev/null']).status).toBe(1)
  expect(readFileSync('ad.md', 'utf8')).toBe(mended)
  expect(statSync('ad.md').mode & 0o777).toBe(0o640)
})

test('an output file on a full disk: one line, exit code 2', () => {
  inWorld()
  const {err, status} = utlys(['check', 'ad.md', '-f', 'json:/dev/full'])
  expect({err, status}).toEqual({
    err: 'utlys: Får ikke skrevet til /dev/full (ENOSPC). Sjekk at mappen finnes og kan skrives til.\n',
    status: 2,
  })
})

test('one of several streams that cannot be written: the others get all ads, then one line, exit code 2', () => {
  inWorld({'to.md': damaged})
  const outputs = ['jsonl:borte/a.jsonl', 'jsonl:b.jsonl', 'jsonl:/dev/full', 'jsonl'].flatMap((one) => [
    '-f',
    one,
  ])
  const {out, err, status} = utlys(['check', 'ad.md', 'to.md', ...outputs])
  expect({err, status}).toEqual({
    err: [
      'utlys: Får ikke skrevet til borte/a.jsonl (ENOENT). Sjekk at mappen finnes og kan skrives til.\n',
      'utlys: Får ikke skrevet til /dev/full (ENOSPC). Sjekk at mappen finnes og kan skrives til.\n',
    ].join(''),
    status: 2,
  })
  expect(out.match(/^\{"path":"(?:ad|to)\.md"/gm)).toHaveLength(2)
  expect(readFileSync('b.jsonl', 'utf8')).toBe(out)
})

test.each([
  ['--annotate', ['check', 'ad.docx', '--annotate', 'ny.docx', '-q'], 'ny.docx'],
  [
    'export --output',
    [
      'export',
      'byggesak.md',
      '--to',
      'nav',
      '--set',
      'arbeidsgiveradresse=Storgata 1, 9999 Lillevik',
      '--output',
      'ny.json',
    ],
    'ny.json',
  ],
])('a name that somebody takes while a file is written by %s: their file stays', (_what, words, name) => {
  inWorld({'byggesak.md': readFileSync(new URL('../annonser/byggesak.md', import.meta.url), 'utf8')})
  writeFileSync('ad.docx', damagedDocx())
  const {err, status} = utlys(words, {env: preload(meanwhile(`fs.writeFileSync('${name}', 'Deres.')`))})
  expect({err, status}).toEqual({
    err: expect.stringMatching(`^utlys: ${name} finnes fra før .*\n$`),
    status: 2,
  })
  expect(readFileSync(name, 'utf8')).toBe('Deres.')
})

test('the summary of a step is added to, any other is written anew', () => {
  inWorld()
  for (const GITHUB_STEP_SUMMARY of ['trinn.md', ''])
    for (let i = 0; i < 2; i++)
      utlys(['check', 'ad.md', '-f', `summary:${GITHUB_STEP_SUMMARY || 'annen.md'}`], {
        env: {GITHUB_STEP_SUMMARY},
      })
  const {'trinn.md': step, 'annen.md': other} = filesHere()
  expect(step).toBe(`${other}\n\n${other}\n`)
})

const taken = {
  nb: (name: string) => `${name} er en av annonsene som skal sjekkes, og rapporten ville tatt plassen dens. `,
  nn: (name: string) =>
    `${name} er ein av annonsane som skal sjekkast, og rapporten ville teke plassen hans. `,
  en: (name: string) => `${name} is one of the ads to check, and the report would take its place. `,
}

test.each([
  ['a report', ['check', 'ad.md', '-f', 'text:ad.md'], 'ad.md'],
  ['a stream of reports', ['check', 'ad.md', '-f', 'jsonl:ad.md'], 'ad.md'],
  ['one of several', ['check', '.', '-f', 'json', '-f', 'html:./ad.md'], 'ad.md'],
  ['by a link', ['check', 'ad.md', '-f', 'json:lenke.md'], 'ad.md'],
  ['by a hard link', ['check', 'ad.md', '-f', 'json:navn.md'], 'ad.md'],
  ['an ad that is a link', ['check', 'lenke.md', '-f', 'json:ad.md'], 'lenke.md'],
  ['an ad in an editor', ['check', '-', '--stdin-filename', 'ad.md', '-f', 'jsonl:ad.md'], 'ad.md'],
  ['ads that are followed', ['check', 'ad.md', '--watch', '-f', 'html:ad.md'], 'ad.md'],
])(
  'a report with the name of an ad, %s: one line, exit code 2, and the ad as it was',
  (_what, words, name) => {
    for (const lang of ['nb', 'nn', 'en'] as const) {
      inWorld()
      symlinkSync('ad.md', 'lenke.md')
      linkSync('ad.md', 'navn.md')
      const {out, err, status} = utlys([...words, '--lang', lang], {input: damaged})
      expect({out, err, status}).toEqual({
        out: '',
        err: expect.stringContaining(taken[lang](name)),
        status: 2,
      })
      expect(err).toMatch(/^utlys: .*\n$/)
      expect(readFileSync('ad.md', 'utf8')).toBe(damaged)
    }
  },
)

test.each([
  ['the configuration', 'utlys.yml', []],
  ['a rule of a pack', 'pakke/pack.yml', ['--policy', 'pakke']],
  ['the list of known findings', 'kjent.json', ['--baseline', 'kjent.json']],
])('a report with the name of %s: one line, exit code 2, and the file as it was', (_what, name, words) => {
  inWorld({
    'pakke/pack.yml': 'id: pakke\ntitle: Pakke\nclauses: []\n',
    'kjent.json': '{"version": 1, "findings": []}',
  })
  const before = readFileSync(name, 'utf8')
  const {out, err, status} = utlys(['check', 'ad.md', ...words, '-f', `json:${name}`])
  expect({out, err, status}).toEqual({
    out: '',
    err: `utlys: ${name} hører til oppsettet for sjekken, og rapporten ville tatt plassen dens. Gi rapporten et annet navn.\n`,
    status: 2,
  })
  expect(readFileSync(name, 'utf8')).toBe(before)
})
