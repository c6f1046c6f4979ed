import {fileURLToPath} from 'node:url'
import {expect, inject, test} from 'vitest'
import {hasTerminal, openTerminal, typeInTerminal} from '../cli/terminal.ts'
import {readRows} from './ansi.ts'
import {drawTerminal} from './svg.ts'

const columns = 100
/** About two findings below the list of fields; the rest fades away. */
const rows = 44
const ad = 'uteseksjonen.txt'
const cwd = fileURLToPath(new URL('../annonser', import.meta.url))

test('the picture of the README shows what a terminal shows; `npm run picture` draws it', async ({skip}) => {
  skip(!hasTerminal, 'tmux is not installed')
  const typed = `utlys check ${ad} --today 2026-11-21`
  const report = await typeInTerminal(inject('bundle'), typed, {columns, rows: 24, cwd})
  expect(report[0]).toContain('╭')
  const shown = [`\x1b[32m$\x1b[39m \x1b[1mutlys check ${ad}\x1b[22m`, ...report].slice(0, rows)
  const title = `Rapporten fra utlys om ${ad}: feltene som er funnet, og de første funnene`
  await expect(drawTerminal(title, readRows(shown), columns)).toMatchFileSnapshot('../../.github/rapport.svg')
})

test('… and what the review shows', async ({skip}) => {
  skip(!hasTerminal, 'tmux is not installed')
  const size = {columns: 120, rows: 32}
  const terminal = openTerminal(inject('bundle'), {...size, cwd})
  try {
    await terminal.waitForPrompts(1)
    terminal.type(`utlys review ${ad} --today 2026-11-21`, 'Enter')
    await terminal.waitFor((screen) => screen.includes('Funn 1 av'))
    terminal.type('j', 'j')
    await terminal.waitFor((screen) => screen.includes('Funn 3 av'))
    const title = `utlys review ${ad}: utkastet med funnene merket, og forslag til det valgte funnet`
    const shown = readRows(terminal.shown())
    await expect(drawTerminal(title, shown, size.columns, false)).toMatchFileSnapshot(
      '../../.github/gjennomgang.svg',
    )
  } finally {
    terminal.close()
  }
})
