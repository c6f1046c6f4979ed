import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {damaged, inWorld, preload, run, shell, shellWhereModesHold, utlys} from './world.ts'

/** The fault table of what is read, and of where the answer goes. Nothing is ever written. */

const said = ({out, err, status}: {out: string; err: string; status: number | null}) => ({out, err, status})

describe.each([
  [
    'nb',
    'ad.rør er et navngitt rør (pipe), ikke en fil.',
    '/dev/zero er en enhet og ingen fil.',
    'Får ikke lest ring.md (ELOOP).',
  ],
  [
    'nn',
    'ad.rør er eit namngitt røyr (pipe), ikkje ei fil.',
    '/dev/zero er ei eining og inga fil.',
    'Får ikkje lese ring.md (ELOOP).',
  ],
  [
    'en',
    'ad.rør is a pipe, not a file.',
    '/dev/zero is a device and no file.',
    'Cannot read ring.md (ELOOP).',
  ],
])('what is no file, in %s', (lang, pipe, device, ring) => {
  test.each([
    ['a pipe that nobody writes to', 'ad.rør', pipe],
    ['a device that never ends', '/dev/zero', device],
    ['a link in a ring', 'ring.md', ring],
  ])('%s: what it is, exit code 2, and no waiting', (_what, name, message) => {
    inWorld()
    run(['mkfifo', 'ad.rør'])
    symlinkSync('ring.md', 'ring.md')
    for (const words of [
      ['check', name],
      ['review', name, '--linear'],
      ['explain', name, 'felt/frist'],
    ]) {
      const {out, err, status} = utlys([...words, '--lang', lang])
      expect({out, status}).toEqual({out: '', status: 2})
      expect(err).toMatch(/^utlys: .*\n$/)
      expect(err).toContain(message)
    }
  })
})

test('a folder with pipes and rings among the ads: only the ads', () => {
  inWorld()
  run(['mkfifo', 'b.md'])
  symlinkSync('c.md', 'c.md')
  mkdirSync('mappe')
  symlinkSync('..', 'mappe/opp')
  const {out, err} = utlys(['check', '.', '-f', 'jsonl'])
  expect(err).toBe('')
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).path),
  ).toEqual(['ad.md'])
})

test('a folder with the name of a file, in a folder and by itself', () => {
  inWorld()
  mkdirSync('b.md')
  expect(said(utlys(['check', '.', '-q'])).err).toBe('')
  expect(utlys(['check', 'b.md'])).toMatchObject({
    err: expect.stringMatching(/^utlys: Fant ingen annonser i b\.md\..*\n$/),
    status: 2,
  })
  expect(utlys(['check', 'ad.md/b'])).toMatchObject({
    err: expect.stringMatching(/^utlys: Finner ikke ad\.md\/b\./),
  })
})

test('a name that is too long: one line, exit code 2', () => {
  inWorld()
  const {err, status} = utlys(['check', `${'a'.repeat(300)}.md`])
  expect(err).toMatch(/^utlys: Får ikke lest a{300}\.md \(ENAMETOOLONG\)\..*\n$/)
  expect(status).toBe(2)
})

test('a file and a folder that may not be read: both are told, and the others are checked', (context) => {
  inWorld({'stengt/b.md': damaged, 'lukket.md': damaged})
  chmodSync('lukket.md', 0)
  chmodSync('stengt', 0)
  const {out, err, status} = shellWhereModesHold('utlys check . -f jsonl', context)
  chmodSync('stengt', 0o700)
  expect(err.trimEnd().split('\n')).toEqual([
    'utlys: Får ikke lest stengt (EACCES). Sjekk tilgangen til filen.',
    'utlys: Får ikke lest lukket.md (EACCES). Sjekk tilgangen til filen.',
  ])
  expect({ads: out.match(/"path":"[^"]+"/g), status}).toEqual({ads: ['"path":"ad.md"'], status: 2})
})

test('a file in a folder that may not be entered: one line, exit code 2', (context) => {
  inWorld({'stengt/b.md': damaged})
  chmodSync('stengt', 0)
  const {err, status} = shellWhereModesHold('utlys check stengt/b.md', context)
  chmodSync('stengt', 0o700)
  expect({err, status}).toEqual({
    err: 'utlys: Får ikke lest stengt/b.md (EACCES). Sjekk tilgangen til filen.\n',
    status: 2,
  })
})

/** Does something to a file when it is about to be read. */
const whenRead = (name: string, what: string): NodeJS.ProcessEnv =>
  preload(`
    const fs = require('node:fs')
    const {readFileSync, createReadStream} = fs
    const first = (real) => (file, ...rest) => {
      if (file === '${name}') ${what}
      return real(file, ...rest)
    }
    fs.readFileSync = first(readFileSync)
    fs.createReadStream = first(createReadStream)`)

test.each(['b.md', 'b.jsonl'])(
  '%s disappears between finding and reading: one line, and the others are checked',
  (name) => {
    inWorld({[name]: damaged})
    const env = whenRead(name, `fs.rmSync('${name}', {force: true})`)
    for (const format of ['text', 'jsonl']) {
      const {out, err, status} = utlys(['check', 'ad.md', name, '-f', format], {env})
      writeFileSync(name, damaged)
      expect(out).toContain('ad.md')
      expect({err: err.split('\n')[0], status}).toEqual({
        err: `utlys: Får ikke lest ${name} (ENOENT). Sjekk tilgangen til filen.`,
        status: 2,
      })
    }
  },
)

test('an ad that is cut short while it is read: what was read is checked, and the file is as the other left it', () => {
  inWorld()
  const env = whenRead('ad.md', `fs.writeFileSync('ad.md', '# Renholder')`)
  expect(utlys(['check', 'ad.md', '-q', '-f', 'jsonl'], {env})).toMatchObject({err: '', status: 0})
  expect(readFileSync('ad.md', 'utf8')).toBe('# Renholder')
})

test('a name with a line break: printed on one line', () => {
  inWorld({'b\n::error::c.md': damaged})
  const {out, err} = utlys(['check', '.', '-f', 'github', '-f', 'text'])
  expect(err).toBe('')
  expect(out).not.toMatch(/^::error::c/m)
})

test('a name that is not UTF-8: one line, and the others are checked', () => {
  inWorld()
  const {out, err, status} = shell(`cp ad.md $'b\\xff.md'; utlys check . -f jsonl`)
  expect(out).toContain('"path":"ad.md"')
  expect({err, status}).toEqual({
    err: 'utlys: Får ikke lest b\ufffd.md (ENOENT). Sjekk tilgangen til filen.\n',
    status: 2,
  })
})

test('ten thousand files, and no more than 64 open at a time', () => {
  inWorld()
  mkdirSync('mange')
  for (let i = 0; i < 10_000; i++) writeFileSync(`mange/${i}.md`, '# Renholder\n')
  const {out, err, status} = shell('ulimit -n 64; utlys check mange -f jsonl | wc -l')
  expect({out: out.trim(), err, status}).toEqual({out: '10000', err: '', status: 0})
}, 300_000)

test.each([
  ['text', 'check ad.md -f text'],
  ['terminal', 'check ad.md -f terminal'],
  ['json', 'check ad.md -f json'],
  ['jsonl', 'check ad.md ad.md -f jsonl'],
  ['rules', 'rules'],
  ['explain', 'explain felt/frist'],
  ['help', '--help'],
  ['a draft', 'new --answers svar.yml --dry-run'],
])('%s to somebody who has gone: quiet', (_what, words) => {
  inWorld()
  expect(said(shell(`utlys ${words} | true; exit "\${PIPESTATUS[0]}"`))).toMatchObject({out: '', err: ''})
})

test.each([
  ['text', 'check ad.md -f text'],
  ['terminal', 'check ad.md -f terminal'],
  ['jsonl', 'check ad.md -f jsonl'],
  ['rules', 'rules'],
  ['help', '--help'],
])('%s to a full disk: one line, exit code 2', (_what, words) => {
  inWorld()
  expect(said(shell(`utlys ${words} > /dev/full`))).toEqual({
    out: '',
    err: 'utlys: Får ikke skrevet til standard ut (ENOSPC). Er disken full?\n',
    status: 2,
  })
})

test.each([
  ['nn', 'Får ikkje skrive til standard ut (ENOSPC). Er disken full?'],
  ['en', 'Cannot write to standard output (ENOSPC). Is the disk full?'],
])('the same in %s', (lang, message) => {
  inWorld()
  expect(shell(`utlys check ad.md --lang ${lang} > /dev/full`)).toMatchObject({
    err: `utlys: ${message}\n`,
    status: 2,
  })
})

test.each([
  ['standard input', 'utlys check ad.md -q <&-', 1],
  ['standard output', 'utlys check ad.md -q >&-', 1],
  ['standard error', 'utlys check borte.md 2>&-', 2],
  ['all three', 'utlys check ad.md <&- >&- 2>&-', 1],
  ['none, but standard error is full', 'utlys check borte.md 2>/dev/full', 2],
  ['standard input that is the ad', 'utlys check - <&-', 2],
  ['standard input of a review', 'utlys review ad.md --linear <&-', 1],
])('closed: %s: the exit code is as it would be, and the ad as it was', (_what, line, code) => {
  inWorld()
  expect(shell(line)).toMatchObject({status: code, signal: null, err: code === 2 ? expect.any(String) : ''})
  expect(readFileSync('ad.md', 'utf8')).toBe(damaged)
})

test.each([
  ['nb', '23 kunne ikke leses.'],
  ['nn', '23 kunne ikkje lesast.'],
  ['en', '23 could not be read.'],
])('many files that cannot be read: the first are told, and how many there are, in %s', (lang, sum) => {
  const names = Array.from({length: 23}, (_, i) => `${String(i).padStart(2, '0')}.docx`)
  inWorld(Object.fromEntries(names.map((name) => [name, 'PK\u0003\u0004 skadet'])))
  const {out, err, status} = utlys(['check', '.', '-f', 'jsonl', '--lang', lang])
  expect({lines: out.split('\n').length, status}).toEqual({lines: 2, status: 2})
  expect(err.trimEnd().split('\n')).toHaveLength(21)
  expect(err).toMatch(/\nutlys: 1 (?:annonse|ad): .*\n$/)
  expect(err).toContain(`. ${sum}\n`)
})
