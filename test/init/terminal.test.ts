import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, inject, onTestFinished, test} from 'vitest'
import {hasTerminal, openTerminal, type Session} from '../cli/terminal.ts'
import {inFolder} from './folder.ts'

const open = (cwd: string): Session => {
  const session = openTerminal(inject('bundle'), {columns: 80, rows: 24, cwd})
  onTestFinished(() => session.close())
  return session
}

const questions = [
  'Hva slags arbeidsgiver er dere?',
  'Hvilket tariffområde hører dere til?',
  'Hvilken sektor gjelder annonsene?',
  'Hvilken målform skal annonsene ha?',
  'Hvilke regelpakker skal gjelde',
  'Hvor ligger annonsene?',
  'Hva står i egne felter i rekrutteringsportalen?',
  'Skal GitHub sjekke annonsene',
  'Skal filen skrives?',
]

test.skipIf(!hasTerminal)('Enter answers every question on a screen, and the file is written', async () => {
  const cwd = inFolder({'annonser/a.txt': 'Lillevik'})
  const session = open(cwd)
  await session.waitForPrompts(1)
  session.type('utlys init; echo kode $?', 'Enter')
  for (const question of questions) {
    await session.waitFor((screen) => screen.includes(question))
    session.type('Enter')
  }
  await session.waitFor((screen) => screen.includes('kode 0'))
  expect(session.shown('all').join('\n')).toContain('Skrev utlys.yml')
  expect(readFileSync(path.join(cwd, 'utlys.yml'), 'utf8')).toContain('"annonser/**/*')
})

test.skipIf(!hasTerminal)('Ctrl-C writes nothing', async () => {
  const cwd = inFolder()
  const session = open(cwd)
  await session.waitForPrompts(1)
  session.type('utlys init; echo kode $?', 'Enter')
  await session.waitFor((screen) => screen.includes(questions[0]!))
  session.type('Enter')
  await session.waitFor((screen) => screen.includes(questions[1]!))
  session.type('C-c')
  const screen = await session.waitFor((shown) => shown.includes('kode 130'))
  expect(screen).toContain('Ingenting er skrevet.')
  expect(existsSync(path.join(cwd, 'utlys.yml'))).toBe(false)
})
