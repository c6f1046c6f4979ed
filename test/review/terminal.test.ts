import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, inject, it, onTestFinished, test} from 'vitest'
import type {Report} from '../../src/report/types.ts'
import {hasTerminal, openTerminal, type Session} from '../cli/terminal.ts'
import {emptyFolder, exampleAd, today} from './drafts.ts'

const bundle = inject('bundle')
const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))
const hasVi = spawnSync('sh', ['-c', 'command -v vi']).status === 0

interface Screen extends Session {
  cwd: string
  file: string
  /** Waits for words on the screen. */
  shows(words: string): Promise<string>
  source(): string
}

interface Options {
  source?: string
  name?: string
  today?: string
  size?: [columns: number, rows: number]
  env?: Record<string, string>
}

/** A terminal in which a draft is under review. */
const review = async (options: Options = {}): Promise<Screen> => {
  const {source = exampleAd('uteseksjonen.txt'), name = 'annonse.txt', size = [80, 24], env = {}} = options
  const cwd = emptyFolder()
  const file = path.join(cwd, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, source)
  const session = openTerminal(bundle, {columns: size[0], rows: size[1], cwd, env})
  let isOpen = true
  const close = (): void => {
    if (isOpen) session.close()
    isOpen = false
  }
  onTestFinished(close)
  await session.waitForPrompts(1)
  session.type('echo her; ', 'Enter')
  await session.waitForPrompts(2)
  session.type(`utlys review ${name} --today ${options.today ?? today}; echo kode $?`, 'Enter')
  await session.waitFor((screen) => /Funn 1 av|Ingen funn/.test(screen))
  return {
    ...session,
    ...{cwd, file, close},
    shows: (words) => session.waitFor((screen) => screen.includes(words)),
    source: () => readFileSync(file, 'utf8'),
  }
}

const typeText = (screen: Screen, text: string): void => {
  screen.type('-l', text)
  screen.type('Enter')
}

/** What a shell needs of its terminal. */
const expectRestored = async (screen: Screen): Promise<void> => {
  expect(screen.tell('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1')
  screen.type(
    'clear; stty -a | grep -ow -e "-\\?icanon" -e "-\\?echo" | sort | tr "\\n" " "; echo ferdig',
    'Enter',
  )
  const shown = await screen.shows('ferdig\n')
  expect(shown).toContain('echo icanon ferdig')
  expect(screen.shown('all').join('\n')).toContain('her')
}

const errorsIn = (screen: string): number => {
  const [, count] = /(\d+|Én) feil igjen/.exec(screen) ?? []
  return count === undefined ? 0 : count === 'Én' ? 1 : Number(count)
}

/** What a person writes where something is missing. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'felt/soknadsmate': ['https://lillevik.example/ledige-stillinger'],
  'felt/ansettelsesform': ['fast'],
  'felt/arbeidssted': ['Rådhuset, Strandgata 1, 9999 Lillevik'],
  'felt/kvalifikasjoner': ['høyere utdanning', 'ledererfaring'],
  'felt/stillingsprosent': ['100'],
}
const reasons: Readonly<Record<string, string>> = {
  'inkludering/alder': 'Aldersgrensen er avtalt med de tillitsvalgte',
}

const mend = async (screen: Screen, rule: string): Promise<void> => {
  if (reasons[rule]) {
    screen.type('w')
    await screen.shows('Hvorfor skal dette stå?')
    typeText(screen, reasons[rule])
    await screen.shows('Til og med hvilken dato?')
    typeText(screen, '31.01.2027')
  } else if (rule === 'felt/frist-entydig') {
    screen.type('e')
  } else {
    screen.type('a')
    for (const answer of answers[rule] ?? []) {
      await screen.shows('Hva skal stå?')
      typeText(screen, answer)
    }
  }
}

/** Mends error after error, saves and leaves. */
const mendAll = async (screen: Screen): Promise<void> => {
  for (;;) {
    const shown = await screen.waitFor((now) => !now.includes('Sjekker') && /Funn|Ingen funn/.test(now))
    const rule = /✗ Feil {2}([^\s,]+)/.exec(shown)?.[1]
    if (rule === undefined) break
    const before = errorsIn(shown)
    await mend(screen, rule)
    await screen.waitFor((now) => !now.includes('Hva skal stå?') && errorsIn(now) < before)
  }
  screen.type('s')
  await screen.shows('Lagret i')
  screen.type('q')
  await screen.shows('kode 0')
}

const errorsByCheck = ({file}: Screen, day: string): number => {
  const words = [bundle, 'check', file, '--format', 'json', '--today', day]
  const {stdout} = spawnSync(process.execPath, words, {encoding: 'utf8'})
  return (JSON.parse(stdout) as Report).summary.error
}

/** An editor that puts one line in the place of another, and tells how it was called. */
const editorNamed = (name: string, script: string): {env: Record<string, string>; calls: () => string} => {
  const folder = emptyFolder()
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`)
  chmodSync(file, 0o755)
  return {env: {EDITOR: file}, calls: () => readFileSync(path.join(folder, 'calls'), 'utf8')}
}

const lastWord = 'for f; do :; done'

describe.skipIf(!hasTerminal)('utlys review in a terminal', {timeout: 120_000}, () => {
  it('takes a draft with all sorts of faults to none by keys alone, and check agrees', async () => {
    const {env} = editorNamed('sed-editor', `${lastWord}; sed -i 's/mandag 17[.]/18./' "$f"`)
    const screen = await review({env})
    await mendAll(screen)
    expect(errorsByCheck(screen, today)).toBe(0)
    expect(screen.source()).toContain('Søknadsfrist: 18. januar 2027')
    expect(screen.source()).toContain('avtalt med de tillitsvalgte (til: 2027-01-31) -->')
    await expectRestored(screen)
  })

  it('takes seed 002 to no errors by keys alone, and check agrees', async ({skip}) => {
    const seed = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('002')) : undefined
    skip(seed === undefined, 'the seeds are not here')
    const screen = await review({source: readFileSync(path.join(seeds, seed!), 'utf8'), today: '2023-09-01'})
    await mendAll(screen)
    expect(errorsByCheck(screen, '2023-09-01')).toBe(0)
  })

  it('follows the window down to 40×12 and up, and leaves the scrollback alone', async () => {
    const screen = await review({size: [120, 40]})
    for (const [columns, rows] of [
      [80, 24],
      [40, 12],
      [30, 12],
      [60, 16],
      [160, 50],
    ] as const) {
      screen.resize(columns, rows)
      const small = columns < 40
      await screen.waitFor((now) => {
        const lines = now.split('\n')
        const [head = ''] = lines
        return small
          ? now.startsWith('Vinduet er for lite.')
          : head.trimEnd().length === columns && lines.length < rows && now.includes('Funn 1 av')
      })
      screen.type('j')
      if (!small) await screen.shows('Funn 2 av')
      screen.type('k')
    }
    screen.type('q')
    await screen.shows('kode 1')
    await expectRestored(screen)
  })

  it.each([
    ['C-c', 'C-c'],
    ['q', 'x'],
  ])('%s asks when something is not saved; %s leaves', async (leave, discard) => {
    const screen = await review()
    screen.type('j', 'a')
    await screen.shows('Satt inn')
    screen.type(leave)
    await screen.shows('Utkastet er ikke lagret.')
    screen.type('Escape')
    await screen.waitFor((shown) => !shown.includes('Utkastet er ikke lagret.'))
    screen.type(leave)
    await screen.shows('Utkastet er ikke lagret.')
    screen.type(discard)
    await screen.shows('kode 1')
    expect(screen.source()).toBe(exampleAd('uteseksjonen.txt'))
    await expectRestored(screen)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s restores the terminal and keeps what is not saved',
    async (signal) => {
      const screen = await review()
      screen.type('j', 'a')
      await screen.shows('Satt inn')
      const pid = spawnSync('pgrep', ['-f', `${bundle} review`], {encoding: 'utf8'}).stdout.trim()
      process.kill(Number(pid), signal)
      await screen.shows(signal === 'SIGTERM' ? 'kode 143' : 'kode 130')
      expect(screen.shown('all').join('\n')).toContain('ligger i annonse.ulagret.txt')
      expect(readFileSync(path.join(screen.cwd, 'annonse.ulagret.txt'), 'utf8')).toContain('om deg som søker')
      expect(screen.source()).toBe(exampleAd('uteseksjonen.txt'))
      await expectRestored(screen)
    },
  )

  it('a terminal that goes away takes nothing along that is not saved', async () => {
    const screen = await review()
    screen.type('j', 'a')
    await screen.shows('Satt inn')
    screen.close()
    const kept = path.join(screen.cwd, 'annonse.ulagret.txt')
    await expect.poll(() => existsSync(kept), {timeout: 10_000}).toBe(true)
    expect(readFileSync(kept, 'utf8')).toContain('om deg som søker')
  })

  it.each([
    ['anywhere', `process.on('SIGUSR2', () => { throw new Error('med vilje') })`],
    [
      'while drawing',
      `process.on('SIGUSR2', () => { Array.prototype.toSorted = () => { throw new Error('med vilje') } })`,
    ],
  ])('a crash %s restores the terminal, tells why, and keeps what is not saved', async (_where, code) => {
    const fault = path.join(emptyFolder(), 'fault.cjs')
    writeFileSync(fault, code)
    const screen = await review({env: {NODE_OPTIONS: `--require ${fault}`}})
    screen.type('j', 'a')
    await screen.shows('Satt inn')
    const pid = spawnSync('pgrep', ['-f', `${bundle} review`], {encoding: 'utf8'}).stdout.trim()
    process.kill(Number(pid), 'SIGUSR2')
    await screen.waitFor((shown) => {
      screen.type('Left')
      return shown.includes('kode 2')
    })
    expect(screen.shown('all').join('')).toContain('med vilje')
    expect(readdirSync(screen.cwd)).toContain('annonse.ulagret.txt')
    await expectRestored(screen)
  })

  it('a check that breaks down is told, and the next is made all the same', async () => {
    const fault = path.join(emptyFolder(), 'fault.cjs')
    writeFileSync(
      fault,
      `const {isMainThread, parentPort} = require('node:worker_threads')
      let checks = 0
      if (!isMainThread) parentPort.on('message', () => {
        if (++checks === 2) throw new Error('med vilje')
      })`,
    )
    const screen = await review({env: {NODE_OPTIONS: `--require ${fault}`}})
    screen.type('j', 'a')
    await screen.shows('Kan ikke sjekkes')
    expect(await screen.shows('med vilje')).toContain('ikke i annonsen')
    screen.type('u')
    await screen.shows('4 feil igjen')
    screen.type('q')
    await screen.shows('kode 1')
  })

  it('reads what others write, and asks when both have', async () => {
    const screen = await review()
    const theirs = exampleAd('uteseksjonen.txt').replace('Formann', 'Arbeidsleder')
    writeFileSync(screen.file, theirs)
    await screen.shows('Filen er endret på disken')
    screen.type('j', 'a')
    await screen.shows('Satt inn')
    writeFileSync(screen.file, theirs.replace('Arbeidsleder', 'Bas'))
    await screen.shows('behold mine endringer')
    screen.type('m')
    await screen.waitFor((shown) => !shown.includes('behold mine endringer'))
    screen.type('s')
    await screen.shows('Lagret i annonse.txt')
    expect(screen.source()).toMatch(/^Arbeidsleder[\s\S]*om deg som søker/)
  })

  it('e gives the editor the line of the finding, and takes the text back', async () => {
    const {env, calls} = editorNamed('nano', `${lastWord}; sed -i 's/ungt og dynamisk/godt/' "$f"`)
    const screen = await review({env})
    screen.type('e')
    await screen.shows('Teksten er oppdatert.')
    expect(calls()).toMatch(/^\+3 \S+annonse\.txt\n$/)
    expect(screen.tell('#{alternate_on}')).toBe('1')
    screen.type('s')
    await screen.shows('Lagret i')
    expect(screen.source()).toContain('et godt arbeidslag')
  })

  it.skipIf(!hasVi)('e gives vi every key, also Ctrl-C, and the screen comes back', async () => {
    const screen = await review({env: {EDITOR: 'vi'}})
    screen.type('e')
    await screen.waitFor((shown) => !shown.includes('Funn 1 av') && shown.includes('Arbeidsoppgaver'))
    screen.type('C-c')
    screen.type('-l', 'OFørste bokstav er med.')
    screen.type('Escape')
    screen.type(':wq', 'Enter')
    await screen.shows('Teksten er oppdatert.')
    screen.type('s')
    await screen.shows('Lagret i')
    expect(screen.source().split('\n')[2]).toBe('Første bokstav er med.')
  })

  it('an editor that is interrupted, or is not there, loses nothing', async () => {
    const {env} = editorNamed('ed', 'kill -INT 0; exit 1')
    const screen = await review({env})
    screen.type('j', 'a')
    await screen.shows('Satt inn')
    screen.type('e')
    await screen.shows('kunne ikke startes eller ble avbrutt')
    screen.type('s')
    await screen.shows('Lagret i')
    expect(screen.source()).toContain('om deg som søker')
  })

  it.each([
    ['the editor says that it was cancelled', 'exit 1', 'ble avbrutt, så utkastet er som før'],
    ['it is in another encoding', `printf '\\370' >> "$f"`, 'er ikke lagret som UTF-8'],
  ])('what was saved in the editor is kept when %s', async (_when, end, told) => {
    const {env} = editorNamed('ed', `${lastWord}; sed -i 's/ungt og dynamisk/godt/' "$f"; ${end}`)
    const screen = await review({env})
    screen.type('e')
    await screen.shows(told)
    const kept = readFileSync(path.join(screen.cwd, 'annonse.ulagret.txt'), 'latin1')
    expect(kept).toContain('et godt arbeidslag')
    screen.type('q')
    await screen.shows('kode 1')
    expect(screen.source()).toBe(exampleAd('uteseksjonen.txt'))
  })

  it('the exit code of who leaves without saving is that of the file', async () => {
    const {env} = editorNamed('ed', `${lastWord}; echo 'Du må være mellom 25 og 40 år.' >> "$f"`)
    const screen = await review({source: exampleAd('byggesak.md'), name: 'annonse.md', env})
    screen.type('e')
    await screen.shows('feil igjen')
    screen.type('q', 'x')
    await screen.shows('kode 0')
    expect(screen.source()).toBe(exampleAd('byggesak.md'))
  })

  it('Ctrl-Z gives the shell its prompt, and fg brings the screen back in the size of the window', async () => {
    const screen = await review()
    screen.type('j')
    await screen.shows('Funn 2 av')
    screen.type('C-z')
    await screen.waitForPrompts(3)
    expect(screen.tell('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1')
    screen.resize(100, 30)
    screen.type('fg', 'Enter')
    await screen.waitFor(
      (shown) => shown.includes('Funn 2 av') && shown.split('\n')[0]!.trimEnd().length === 100,
    )
    screen.type('j')
    await screen.shows('Funn 3 av')
  })

  it('NO_COLOR leaves every code out', async () => {
    const screen = await review({env: {NO_COLOR: '1'}})
    expect(screen.shown().join('\n')).not.toContain('\x1b')
    expect(screen.shown().join('\n')).toContain('›Du er')
  })

  it('what is typed ahead is not lost, and a paste is no command', async () => {
    const screen = await review()
    screen.type('j', 'w', 'a', 'q', 'x', 'Enter', 'Enter')
    await screen.shows('Unntaket står i utkastet.')
    screen.type('q', 's')
    await screen.shows('kode 1')
    expect(screen.source()).toContain('<!-- utlys-ignorer lov/offentlig-sokerliste: aqx -->')
  })
})

test.skipIf(!hasTerminal)('a folder that goes away while the draft is open', {timeout: 60_000}, async () => {
  const screen = await review({name: 'mappe/annonse.txt'})
  screen.type('j', 'a')
  await screen.shows('Satt inn')
  renameSync(path.dirname(screen.file), path.join(screen.cwd, 'flyttet'))
  await screen.shows('Filen finnes ikke lenger.')
  screen.type('s')
  await screen.shows('Får ikke skrevet til mappe/annonse.txt')
})
