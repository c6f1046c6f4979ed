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
  /** How its shell is started; bash unless given. */
  shell?: readonly string[]
}

export const prompt = 'klar>'
const patience = 400
const bash = ['bash', '--noprofile', '--norc']

/** A shell in a terminal, in which `utlys` is the bundle. */
export interface Session {
  /** Types keys by the names that tmux has for them, such as `Enter`, or text as it is. */
  type(...keys: string[]): void
  /** What stands on the screen now, or with the scrollback, with the codes of the colours. */
  shown(from?: 'screen' | 'all'): string[]
  /** Waits until what stands on the screen, without codes, is as it should. */
  waitFor(isThere: (screen: string) => boolean): Promise<string>
  /** Waits until there are so many prompts. */
  waitForPrompts(count: number): Promise<void>
  resize(columns: number, rows: number): void
  /** What tmux knows of the terminal, such as `#{alternate_on}`. */
  tell(format: string): string
  close(): void
}

export const openTerminal = (
  bundle: string,
  {columns, rows, cwd, env = {}, shell = bash}: Terminal,
): Session => {
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
  const shown: Session['shown'] = (from = 'screen') =>
    tmux('capture-pane', '-p', '-e', ...(from === 'all' ? ['-S', '-'] : []))
      .trimEnd()
      .split('\n')
  const waitUntil = async (isReady: () => boolean, missing: string): Promise<void> => {
    for (let tries = 0; tries < patience; tries++) {
      if (isReady()) return
      await pause(50)
    }
    throw new Error(`${missing}:\n${shown('all').join('\n')}`)
  }
  const screen = (): string => stripVTControlCharacters(shown().join('\n'))
  const prompts = (): number =>
    shown('all').filter((row) => stripVTControlCharacters(row).startsWith(prompt)).length
  tmux(
    ...['start-server', ';', 'set', '-g', 'history-limit', '9999', ';'],
    ...['set', '-g', 'default-terminal', 'screen-256color', ';'],
    ...['new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, ...shell],
  )
  return {
    type: (...keys) => void tmux('send-keys', ...keys),
    shown,
    async waitFor(isThere) {
      await waitUntil(() => isThere(screen()), 'It did not come')
      return screen()
    },
    waitForPrompts: (count) => waitUntil(() => prompts() === count, 'No prompt came'),
    resize: (width, height) => void tmux('resize-window', '-x', `${width}`, '-y', `${height}`),
    tell: (format) => tmux('display-message', '-p', format).trim(),
    close() {
      tmux('kill-server')
      rmSync(folder, {recursive: true})
    },
  }
}

/**
 * Types `utlys …` at the prompt of a shell in a terminal, and waits for the prompt to come back.
 * Gives what then stands between the two prompts, scrollback included, with the codes of the colours.
 */
export const typeInTerminal = async (bundle: string, line: string, terminal: Terminal): Promise<string[]> => {
  const session = openTerminal(bundle, terminal)
  try {
    await session.waitForPrompts(1)
    session.type(line, 'Enter')
    await session.waitForPrompts(2)
    return session.shown('all').slice(1, -1)
  } finally {
    session.close()
  }
}
