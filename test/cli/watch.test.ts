import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {expect, inject, onTestFinished, type TestContext, test} from 'vitest'
import {hasTerminal, openTerminal, type Session} from './terminal.ts'

const bundle = inject('bundle')
const today = '--today 2026-11-21'
const ad = (deadline: string): string => `Lillevik kommune søker vaktmester.\n\nSøknadsfrist: ${deadline}\n`
const expired = ad('1. november 2026')

/** An empty folder with files in it. */
const folderWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-følger-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  for (const [name, text] of Object.entries(files)) write(folder, name, text)
  return folder
}

const write = (folder: string, name: string, text: string): void => {
  mkdirSync(path.join(folder, path.dirname(name)), {recursive: true})
  writeFileSync(path.join(folder, name), text)
}

/** As many editors save. */
const saveByRename = (folder: string, name: string, text: string): void => {
  const file = path.join(folder, name)
  writeFileSync(`${file}.ny~`, text)
  renameSync(`${file}.ny~`, file)
}

interface Follower {
  child: ChildProcess
  out(): string
  err(): string
  /** Waits for words that come after those that it was waited for before. */
  next(words: string, from?: 'out' | 'err'): Promise<void>
}

/** `utlys check --watch` with its output in pipes. */
const follow = (cwd: string, ...words: string[]): Follower => {
  const child = spawn(process.execPath, [bundle, 'check', '--watch', ...today.split(' '), ...words], {
    cwd,
    env: {PATH: process.env.PATH, COLUMNS: '90'},
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const text = {out: '', err: ''}
  const seen = {out: 0, err: 0}
  child.stdout.on('data', (data) => {
    text.out += data
  })
  child.stderr.on('data', (data) => {
    text.err += data
  })
  return {
    child,
    out: () => text.out,
    err: () => text.err,
    async next(wanted, from = 'out') {
      for (let tries = 0; tries < 400; tries++) {
        const at = text[from].indexOf(wanted, seen[from])
        if (at >= 0) {
          seen[from] = at + wanted.length
          return
        }
        await pause(50)
      }
      throw new Error(`«${wanted}» did not come:\n${text.out}\n${text.err}`)
    },
  }
}

const ended = async ({child}: Follower): Promise<number | null> => {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

const status = 'Sist sjekket kl.'

test('reports follow one another in a pipe, without codes, and SIGTERM ends with 0', async () => {
  const cwd = folderWith({'a.txt': expired, 'b.txt': expired})
  const follower = follow(cwd, '.')
  await follower.next(status, 'err')
  expect(follower.out()).toContain('a.txt\n')
  expect(follower.out()).toContain('b.txt\n')
  const first = follower.out()

  saveByRename(cwd, 'b.txt', ad('1. oktober 2026'))
  await follower.next(status, 'err')
  const second = follower.out().slice(first.length)
  expect(second).toContain(`\n${'─'.repeat(40)}\n`)
  expect(second).toContain('b.txt\n')
  expect(second).not.toContain('a.txt')
  expect(follower.out() + follower.err()).not.toContain('\x1b')
  follower.child.kill('SIGTERM')
  expect(await ended(follower)).toBe(0)
})

test('files that come and go in a folder, and half-written ones, never end the watch', async () => {
  const cwd = folderWith({'stillinger/a.txt': expired})
  const follower = follow(cwd, 'stillinger')
  await follower.next('Følger stillinger/a.txt.', 'err')
  write(cwd, 'stillinger/ny/dypt/b.txt', expired)
  await follower.next('Følger 2 annonser.', 'err')
  expect(follower.out()).toContain('stillinger/ny/dypt/b.txt\n')
  rmSync(path.join(cwd, 'stillinger/ny'), {recursive: true})
  await follower.next('stillinger/ny/dypt/b.txt er borte.', 'err')
  await follower.next('Følger stillinger/a.txt.', 'err')
  write(cwd, 'stillinger/a.txt', '')
  await follower.next('stillinger/a.txt er tom.', 'err')
  writeFileSync(path.join(cwd, 'stillinger/a.txt'), Buffer.from([0x53, 0x00, 0x01]))
  await follower.next('stillinger/a.txt er ikke en tekstfil', 'err')
  rmSync(path.join(cwd, 'stillinger/a.txt'))
  await follower.next('Fant ingen annonser i stillinger.', 'err')
  await follower.next('Ingen annonser å følge ennå.', 'err')
  const before = follower.out().length
  write(cwd, 'stillinger/a.txt', expired)
  await follower.next('Følger stillinger/a.txt.', 'err')
  expect(follower.out().slice(before)).toContain('stillinger/a.txt\n')
  follower.child.kill('SIGINT')
  expect(await ended(follower)).toBe(0)
})

test('a named file that is gone is told of, and checked when it is back', async () => {
  const cwd = folderWith({'a.txt': expired, 'b.txt': expired})
  const follower = follow(cwd, 'a.txt', 'b.txt')
  await follower.next('Følger 2 annonser.', 'err')
  rmSync(path.join(cwd, 'b.txt'))
  await follower.next('Finner ikke b.txt.', 'err')
  await follower.next('Følger a.txt.', 'err')
  expect(follower.err()).not.toContain('b.txt er borte')
  write(cwd, 'b.txt', expired)
  await follower.next('Følger 2 annonser.', 'err')
})

test('all are checked again when the configuration, a pack or the list of known findings changes', async () => {
  const cwd = folderWith({
    'a.txt': expired,
    'b.txt': expired,
    'utlys.yml': 'regler:\n  felt/frist-vindu: av\n',
  })
  const follower = follow(cwd, '.', '--format', 'text', '--format', 'json:rapport.json')
  const rulesFound = (): string[] => {
    const {files} = JSON.parse(readFileSync(path.join(cwd, 'rapport.json'), 'utf8'))
    expect(files).toHaveLength(2)
    return files[0].findings.map(({ruleId}: {ruleId: string}) => ruleId)
  }
  await follower.next(status, 'err')
  write(cwd, 'utlys.yml', 'regler:\n  felt/frist-vindu: av\n  felt/kontakt: av\n')
  await follower.next(status, 'err')
  expect(rulesFound()).not.toContain('felt/kontakt')

  write(cwd, 'utlys.yml', 'regler: {felt/kontakt: kanskje')
  await follower.next('utlys.yml:1:', 'err')
  await follower.next(status, 'err')
  const pack = (severity: string): string =>
    `id: egen\ntitle: Egen\nseverities: {felt/kontakt: ${severity}}\n`
  write(cwd, 'egen/pack.yml', pack('info'))
  write(cwd, 'utlys.yml', 'policy: egen\n')
  await follower.next(status, 'err')
  const severity = (): string => {
    const {files} = JSON.parse(readFileSync(path.join(cwd, 'rapport.json'), 'utf8'))
    return files[0].findings.find(({ruleId}: {ruleId: string}) => ruleId === 'felt/kontakt').severity
  }
  expect(severity()).toBe('info')
  write(cwd, 'egen/pack.yml', pack('warning'))
  await follower.next(status, 'err')
  expect(severity()).toBe('warning')
  write(cwd, 'egen/pack.yml', 'id: egen\ntitle: [')
  await follower.next('egen/pack.yml:2:', 'err')
  await follower.next(status, 'err')
  write(cwd, 'egen/pack.yml', pack('error'))
  await follower.next(status, 'err')
  expect(severity()).toBe('error')
})

const needsTerminal = ({skip}: TestContext): void => skip(!hasTerminal, 'tmux is not installed')

const terminalIn = (cwd: string, rows = 24): Session => {
  const session = openTerminal(bundle, {columns: 80, rows, cwd})
  onTestFinished(() => session.close())
  return session
}

test('on a terminal the screen is cleared between reports, q leaves and the terminal is as before', async (context) => {
  needsTerminal(context)
  const cwd = folderWith({'a.txt': expired, 'b.txt': expired})
  const session = terminalIn(cwd, 160)
  const settings = (name: string): string => readFileSync(path.join(cwd, name), 'utf8')
  await session.waitForPrompts(1)
  session.type('stty -g > before', 'Enter')
  await session.waitForPrompts(2)
  session.type(`utlys check --watch . --quiet ${today}; echo kode $?`, 'Enter')
  await session.waitFor((screen) => screen.includes('q avslutter'))

  saveByRename(cwd, 'a.txt', ad('2. oktober 2026'))
  await session.waitFor((screen) => screen.includes('q avslutter') && !screen.includes('b.txt'))
  expect(session.shown('all').join('\n')).toContain('b.txt')

  session.type('r')
  await session.waitFor((screen) => screen.includes('b.txt') && screen.includes('q avslutter'))
  session.type('q')
  await session.waitFor((screen) => screen.includes('kode 0'))
  session.type('stty -g > after; echo ferdig', 'Enter')
  await session.waitFor((screen) => /^ferdig/m.test(screen))
  expect(settings('after')).toBe(settings('before'))
})

test.skipIf(!hasTerminal).each(['C-c', 'C-d'])('%s leaves as well', async (key) => {
  const session = terminalIn(folderWith({'a.txt': expired}), 40)
  await session.waitForPrompts(1)
  session.type(`utlys check --watch a.txt --quiet ${today}; echo kode $?`, 'Enter')
  await session.waitFor((screen) => screen.includes('q avslutter'))
  session.type(key)
  await session.waitFor((screen) => screen.includes('kode 0'))
})

test('it is suspended and taken up again', async (context) => {
  needsTerminal(context)
  const session = terminalIn(folderWith({'a.txt': expired}), 40)
  await session.waitForPrompts(1)
  session.type(`utlys check --watch a.txt --quiet ${today}`, 'Enter')
  await session.waitFor((screen) => screen.includes('q avslutter'))
  session.type('C-z')
  await session.waitFor((screen) => screen.includes('Stopped'))
  session.type('fg', 'Enter')
  await session.waitFor((screen) => screen.includes('q avslutter') && !screen.includes('Stopped'))
  session.type('q')
  await session.waitFor((screen) => screen.trimEnd().endsWith('klar>'))
})

test('progress is shown for many ads, and nothing is left of it', async (context) => {
  needsTerminal(context)
  const names = Array.from({length: 400}, (_, i) => `stillinger/annonse-${i}.txt`)
  const long = expired + 'Du hjelper barna med lekser og har ansvar for lokalene hver dag. '.repeat(60)
  const cwd = folderWith({...Object.fromEntries(names.map((name) => [name, long])), 'stillinger/å.txt': ''})
  const session = terminalIn(cwd)
  await session.waitForPrompts(1)
  session.type(`utlys check stillinger --quiet ${today} > rapport.txt`, 'Enter')
  await session.waitFor((screen) =>
    /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Sjekker \d+ av 401 … stillinger\/annonse-\d+\.txt/u.test(screen),
  )
  await session.waitForPrompts(2)
  expect(session.shown('all').slice(1, -1)).toEqual([
    'utlys: stillinger/å.txt er tom. Skriv annonsen i filen, og prøv igjen.',
  ])
  expect(readFileSync(path.join(cwd, 'rapport.txt'), 'utf8')).not.toContain('Sjekker')
})

test('the reports that are written among the ads are not followed', async () => {
  const folder = folderWith({'ad.txt': expired})
  const follower = follow(folder, '.', '-f', 'html:r.html', '-f', 'text:r.txt', '-f', 'jsonl')
  await follower.next('"path"')
  await follower.next('Følger ad.txt.', 'err')
  await pause(1500)
  expect(follower.out().match(/"path"/g)).toHaveLength(1)
  write(folder, 'ad.txt', `${expired}\nMer.\n`)
  await follower.next('"path"')
  await follower.next('Følger ad.txt.', 'err')
  expect(readFileSync(path.join(folder, 'r.html'), 'utf8')).not.toContain('<h2 id="annonse-2">')
})
