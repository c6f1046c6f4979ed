import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {stripVTControlCharacters} from 'node:util'
import {expect, inject, onTestFinished, type TestContext, test} from 'vitest'
import {hasTerminal, openTerminal, prompt, type Session} from './terminal.ts'

const needsTerminal = ({skip}: TestContext): void => skip(!hasTerminal, 'tmux is not installed')

const open = async (
  {columns, rows}: {columns: number; rows: number},
  ...words: string[]
): Promise<{session: Session; folder: string}> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-new-'))
  const session = openTerminal(inject('bundle'), {columns, rows, cwd: folder})
  onTestFinished(() => {
    session.close()
    rmSync(folder, {recursive: true})
  })
  await session.waitForPrompts(1)
  session.type(['utlys new --today 2026-11-21', ...words].join(' '), 'Enter')
  await session.waitFor((screen) => screen.includes('Hva slags arbeidsgiver er dette?'))
  return {session, folder}
}

const enter = 'Enter'

/** All keys of a conversation, from the kind of employer to the name of the file. */
const keys = [
  ...[enter, enter, '2', enter, 'j', enter],
  ...['Lærar', enter, 'Fjelldal kommune', enter, 'Fjelldal skule, Fjordvegen 2, 9998 Fjelldal', enter],
  ...['2', enter, 'for ein tilsett i permisjon, frå 1. mars til 31. desember 2027', enter],
  ...['C-u', '120', 'BSpace', enter, '500000-600000', enter, enter, '1. mars 2027', enter],
  ...['C-u', '15.1.2027', enter, 'undervise i norsk og naturfag', enter, enter],
  ...['lærarutdanning', 'Home', 'godkjend ', 'End', enter, enter, enter, enter],
  ...['Ingrid Eksempel, rektor, tlf. 400 00 056', enter, enter, 'https://fjelldal.example/jobb', enter],
  ...[enter, '3', enter, enter, enter, enter, enter],
]

test('a draft by keys alone, all of them typed ahead', async (context) => {
  needsTerminal(context)
  const {session, folder} = await open({columns: 80, rows: 24})
  session.type(...keys)
  await session.waitFor((screen) => screen.includes('Skal lærar.md skrives?'))
  session.type('j')
  await session.waitForPrompts(2)
  const said = session.shown('all').map(stripVTControlCharacters).join('\n')
  expect(said).toContain('✓ Hvor stor er stillingen? 12 %')
  expect(said).toContain('utlys check finner 0 feil')
  expect(readFileSync(path.join(folder, 'lærar.md'), 'utf8')).toContain('godkjend lærarutdanning')
  session.type('utlys check lærar.md --today 2026-11-21 --quiet', enter)
  const checked = await session.waitFor((screen) => screen.includes('1 fil:'))
  expect(checked).not.toMatch(/1 fil: .*feil/)
})

test.skipIf(!hasTerminal).each([
  [{columns: 40, rows: 12}, 'Escape'],
  [{columns: 120, rows: 40}, 'C-c'],
])('at %j, %s leaves without a trace and gives the terminal back', async (size, key) => {
  const {session, folder} = await open(size)
  session.type(key)
  await session.waitForPrompts(2)
  session.type('echo til bake', enter)
  const screen = await session.waitFor((shown) => shown.split('\n').includes('til bake'))
  expect(screen).toContain('Avbrutt. Ingenting er skrevet.')
  expect(screen).toContain(`${prompt} echo til bake`)
  expect(readdirSync(folder)).toEqual([])
})

test('Ctrl-Z stops it, and what was typed is there when it goes on', async (context) => {
  needsTerminal(context)
  const {session} = await open({columns: 80, rows: 24})
  session.type(enter, enter, enter, enter, 'Vaktm')
  await session.waitFor((screen) => screen.includes('✓ Vaktm'))
  session.type('C-z')
  await session.waitForPrompts(2)
  session.type('fg', enter)
  await session.waitFor((screen) => screen.split('✓ Vaktm').length > 2 || /fg[\s\S]*✓ Vaktm/.test(screen))
  session.type('ester', enter)
  const screen = await session.waitFor((shown) => shown.includes('Hvem er arbeidsgiveren?'))
  expect(screen).toContain('✓ Hva er stillingstittelen? Vaktmester')
  session.type('C-c')
  await session.waitForPrompts(3)
})
