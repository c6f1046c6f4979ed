import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {stripVTControlCharacters} from 'node:util'

export const hasTerminal = spawnSync('tmux', ['-V']).status === 0

export interface Terminal {
  columns: number
  /** Fewer than the command prints, so that the start of it scrolls away. */
  rows: number
  cwd: string
  env?: Record<string, string>
}

const prompt = 'klar>'
const patience = 400

/**
 * Types `utlys …` at the prompt of a shell in a terminal, and waits for the prompt to come back.
 * Gives what then stands between the two prompts, scrollback included, with the codes of the colours.
 */
export const typeInTerminal = async (
  bundle: string,
  line: string,
  {columns, rows, cwd, env = {}}: Terminal,
): Promise<string[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-terminal-'))
  const settings = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    PS1: `${prompt} `,
    'BASH_FUNC_utlys%%': `() { "${process.execPath}" "${bundle}" "$@"; }`,
    ...env,
  }
  const tmux = (...words: string[]): string =>
    execFileSync('tmux', ['-u', '-f', '/dev/null', '-S', path.join(folder, 'socket'), ...words], {
      cwd,
      env: settings,
      encoding: 'utf8',
    })
  const shown = (): string[] => tmux('capture-pane', '-p', '-e', '-S', '-').trimEnd().split('\n')
  const prompts = (): number =>
    shown().filter((row) => stripVTControlCharacters(row).startsWith(prompt)).length
  const waitForPrompts = async (count: number): Promise<void> => {
    for (let tries = 0; tries < patience; tries++) {
      if (prompts() === count) return
      await pause(50)
    }
    throw new Error(`No prompt came:\n${shown().join('\n')}`)
  }
  tmux(
    ...['start-server', ';', 'set', '-g', 'history-limit', '9999', ';'],
    ...['set', '-g', 'default-terminal', 'screen-256color', ';'],
    ...['new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, 'bash', '--noprofile', '--norc'],
  )
  try {
    await waitForPrompts(1)
    tmux('send-keys', line, 'Enter')
    await waitForPrompts(2)
    return shown().slice(1, -1)
  } finally {
    tmux('kill-server')
    rmSync(folder, {recursive: true})
  }
}
