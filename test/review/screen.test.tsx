import {EventEmitter} from 'node:events'
import {writeFileSync} from 'node:fs'
import {stripVTControlCharacters} from 'node:util'
import {type Instance, render} from 'ink'
import {render as renderForTest} from 'ink-testing-library'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {linesOfProblem} from '../../cli/problem.ts'
import {openDraftFile} from '../../cli/review/draft-file.ts'
import {Session} from '../../cli/review/session.ts'
import {ReviewController} from '../../cli/screens/review/controller.ts'
import {ReviewScreen} from '../../cli/screens/review/ReviewScreen.tsx'
import type {Lang} from '../../cli/texts.ts'
import {columns} from '../../src/report/width.ts'
import {checkerFor, draftWith, exampleAd, sessionOn, today} from './drafts.ts'

vi.hoisted(() => {
  process.env.FORCE_COLOR = '1'
})

const controllerOf = (session: Session, lang: Lang = 'nb', path = 'annonse.txt'): ReviewController =>
  new ReviewController(session, {
    ...{lang, path, today},
    editOutside: async (text) => text,
    explain: (error) => linesOfProblem(error, lang, path).join(' '),
    leave: () => {},
    suspend: () => {},
  })

/** Where Ink draws each frame at some size, without a terminal. */
class Canvas extends EventEmitter {
  frame = ''
  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    super()
  }
  write = (frame: string): boolean => {
    if (frame !== '') this.frame = frame
    return true
  }
}

interface Shown {
  canvas: Canvas
  color: boolean
}

const silentInput = {isTTY: false, on() {}, off() {}, setEncoding() {}, ref() {}, unref() {}}

const show = (
  controller: ReviewController,
  [width, height]: readonly [number, number],
  color: boolean,
): Shown => {
  const canvas = new Canvas(width, height)
  const instance: Instance = render(<ReviewScreen controller={controller} color={color} />, {
    stdout: canvas as never,
    stdin: {...silentInput, isTTY: true, setRawMode() {}, addListener() {}, removeListener() {}} as never,
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  })
  onTestFinished(() => instance.unmount())
  return {canvas, color}
}

const smallSizes = [
  [40, 12],
  [47, 17],
  [79, 21],
  [90, 13],
  [39, 30],
  [12, 4],
] as const
const sizes = [...smallSizes, [52, 19], [60, 16], [80, 24], [90, 28], [120, 40], [160, 50]] as const

const styles = /\x1b\[[\d;]*m/g

/** What holds for each frame: it fits, and nothing of the draft gets through that is no text. */
const expectToFit = ({canvas, color}: Shown, what: string): void => {
  const {frame, columns: width, rows: height} = canvas
  const at = `${what} at ${width}×${height}`
  const lines = frame.split('\n')
  expect(lines.length, at).toBeLessThanOrEqual(height - 1)
  if (width >= 40 && height >= 12) expect(lines.length, at).toBe(height - 1)
  for (const line of lines) {
    const text = line.replace(styles, '')
    expect(columns(text), `${at}: ${text}`).toBeLessThanOrEqual(width)
    expect(text, at).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
  }
  if (!color) expect(frame, at).not.toContain('\x1b')
}

const hostile = `# Ondsinnet \x1b[2J\x1b]0;tatt\x07 formann \u202eansatt

${'Vi søker en ung og dynamisk 日本語 formann 👩‍🍳🇳🇴 som er mellom 25 og 40 år. '.repeat(9)}
\tmed\ttabulator\tog\u200bnull\u0007bredde ${'x'.repeat(500)}

::error::Arbeidsgiver: Lillevik kommune \x9b31m
Søknadsfrist: mandag 17. januar 2027\x1b[31m
${'e\u0301'.repeat(300)}
`

/** Leads through everything that the screen can show. */
const walk = async (
  controller: ReviewController,
  file: string,
  seen: (what: string) => void,
): Promise<void> => {
  const {session} = controller
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      controller.press(/^.$/u.test(key) ? {name: 'text', text: key} : {name: key})
      await session.settled()
    }
  }
  const go = async (what: string, ...keys: string[]): Promise<void> => {
    await press(...keys)
    seen(what)
  }
  await go('start')
  for (const [i] of controller.current().findings.entries()) await go(`finding ${i}`, 'j')
  await go('paging', 'pagedown', ' ', 'pageup')
  await go('help', '?')
  await go('more help', ' ')
  await go('finding', 'escape', 'v')
  await go('more of the finding', ' ', ' ')
  await go('filters', 'escape', 'f')
  await go('only warnings', 'down', 'down', 'return')
  await go('fields', 'g')
  await go('a field', 'end', 'return')
  await go('no such finding', 'home', 'a')
  await go('waiver', 'w')
  await go('waiver without reason', 'return')
  controller.press({name: 'paste', text: `${'begrunnelse 日本 '.repeat(30)}\x1b[2J`})
  seen('a long reason')
  await go('day', 'return')
  controller.press({name: 'paste', text: '31.02.2027 \u202e '.repeat(20)})
  await go('no day', 'return')
  await go('waived', 'ctrl-u', 'return')
  await press('f', 'home', 'return', 'g', 'home', 'return')
  await go('an insertion', 'i')
  for (let blanks = 0; blanks < 4 && controller.store.get().mode.name === 'insert'; blanks++) {
    controller.press({name: 'paste', text: 'tja 日本 '.repeat(20)})
    await go('an answer', 'return')
    await new Promise((resolve) => setTimeout(resolve, 30))
    seen('a flaw')
  }
  await press('escape')
  controller.store.set({notice: `Får ikke skrevet til ${'mappe/'.repeat(60)}`})
  seen('a long notice')
  await go('leave', 'ctrl-c')
  await press('escape')
  writeFileSync(file, 'Noe annet.\n')
  controller.look()
  seen('conflict')
  await go('leave with a conflict', 'q')
  await go('mine', 'escape', 'm')
  await go('undone', 'u', 'u', 'u')
  session.replace('')
  await session.settled()
  seen('empty')
  session.replace('日'.repeat(3000))
  await session.settled()
  seen('one long line')
}

const withMistakes = [exampleAd('uteseksjonen.txt'), 'annonse.txt'] as const

test.each([
  ['a draft with mistakes', 'nb', sizes, ...withMistakes],
  ['a draft with mistakes', 'nn', smallSizes, ...withMistakes],
  ['a draft with mistakes', 'en', smallSizes, ...withMistakes],
  ['a hostile draft', 'nb', sizes, hostile, 'stillinger/\x1b]0;tatt\x07 \u202e 日本語/annonse.md'],
] as const)(
  '%s, in %s, fits the screen, whatever its size and whatever is shown',
  async (_name, lang, these, source, path) => {
    const file = draftWith(source)
    const session = new Session(openDraftFile(file), await checkerFor(file, lang))
    const controller = controllerOf(session, lang, path)
    const screens = these.map((size, i) => show(controller, size, i % 2 === 0))
    for (const screen of screens) expectToFit(screen, 'before the first check')
    await session.settled()
    const seen = vi.fn((what: string) => {
      for (const screen of screens) expectToFit(screen, what)
    })
    await walk(controller, file, seen)
    expect(seen.mock.calls.length).toBeGreaterThan(30)
  },
  120_000,
)

describe.each([60, 80, 120])('at %d columns', (width) => {
  const open = async (name: string, ...keys: string[]) => {
    const session = await sessionOn(draftWith(exampleAd(name), name))
    const controller = controllerOf(session, 'nb', name)
    const {canvas} = show(controller, [width, 30], false)
    for (const key of keys) {
      controller.press(/^.$/u.test(key) ? {name: 'text', text: key} : {name: key})
      await session.settled()
    }
    return {session, lines: stripVTControlCharacters(canvas.frame).split('\n'), frame: () => canvas.frame}
  }

  test('the draft, the chosen finding with its words, how far the draft is, its fields and the keys', async () => {
    const {lines, frame} = await open('uteseksjonen.txt')
    expect(lines[0]).toMatch(/^uteseksjonen\.txt .*[━┄]+ 4 feil igjen$/)
    expect(lines[1]).toMatch(/^– søknadsmåte {2}– tiltredelse/)
    expect(frame()).toContain('Funn 1 av 11')
    expect(frame().replace(/[ \n│]+/g, ' ')).toMatch(/›Du er mellom .*25 .*og 40 .*år‹/)
    expect(frame()).toContain('✗  3 Lillevik kommune søker')
    expect(frame()).toContain(' ✗ Feil  inkludering/alder, linje 3')
    expect(lines.at(-1)).toMatch(/^\? hjelp {2}(?:r skriv om {2})?w unntak {2}q avslutt/)
    expect(lines.some((line) => line.includes(' │ '))).toBe(width >= 90)
  })

  test('a draft without findings is ready', async () => {
    const {lines, frame} = await open('byggesak.md')
    expect(lines[0]).toMatch(/━{8,} Klar til publisering$/)
    expect(frame()).toContain('Ingen funn.')
  })

  test('the text changes before the eyes, and is not saved', async () => {
    const {lines, frame} = await open('uteseksjonen.txt', 'j', 'a')
    expect(lines[0]).toMatch(/^uteseksjonen\.txt \(ikke lagret\) .* 3 feil igjen$/)
    expect(frame()).toContain('Opplysninger om deg som søker')
    expect(lines.at(-1)).toBe('Satt inn. u angrer.')
  })

  test('a draft that has become empty cannot be checked', async () => {
    const {session, frame} = await open('uteseksjonen.txt')
    session.replace('')
    await session.settled()
    expect(frame().split('\n')[0]).toMatch(/ Kan ikke sjekkes$/)
    expect(frame()).toContain('uteseksjonen.txt er tom.')
  })

  test('the reason of a waiver is asked for below', async () => {
    const {lines} = await open('uteseksjonen.txt', 'w', 'x')
    const at = lines.indexOf('Hvorfor skal dette stå?')
    expect(lines[at + 1]).toBe('❯ x▏')
    expect(lines.slice(at + 2).join(' ')).toMatch(/^Begrunnelsen blir skrevet inn i utkastet\./)
  })
})

test('keys of the terminal reach the screen', async () => {
  const session = await sessionOn(draftWith(exampleAd('uteseksjonen.txt'), 'annonse.txt'))
  const controller = controllerOf(session)
  const {stdin, lastFrame, unmount} = renderForTest(
    <ReviewScreen controller={controller} color={false} size={{columns: 80, rows: 24}} />,
  )
  stdin.write('j')
  await vi.waitFor(() => expect(lastFrame()).toContain('Funn 2 av 11'))
  stdin.write('\x1b[B\x1b[B')
  await vi.waitFor(() => expect(lastFrame()).toContain('Funn 4 av 11'))
  stdin.write('wså\r')
  await vi.waitFor(() => expect(lastFrame()).toContain('Til og med hvilken dato?'))
  unmount()
})
