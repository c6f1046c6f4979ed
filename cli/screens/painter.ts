import {EventEmitter} from 'node:events'
import type {WriteStream} from 'node:tty'

/** A screen of its own, so that the terminal is afterwards as it was before; a line that is too long is cut by the terminal. */
const screen = {on: '\x1b[?1049h\x1b[?25l\x1b[?7l', off: '\x1b[?7h\x1b[?25h\x1b[?1049l'} as const
/** Terminals that know it show all that comes between at once. */
const together = {on: '\x1b[?2026h', off: '\x1b[?2026l'} as const
const clear = '\x1b[2J'
const clearBelow = '\x1b[J'
const goTo = (row: number): string => `\x1b[${row + 1};1H`
const clearLine = '\x1b[2K'

/**
 * Where Ink draws a whole screen, in place of standard output and with its option `debug`, which gives each frame as
 * one text. Only lines that have changed are written, each at its place, so that nothing flickers and nothing scrolls
 * when the window is made smaller. Ink itself erases all lines first, and the scrollback when a frame does not fit.
 */
export class Painter extends EventEmitter {
  #terminal: WriteStream
  #drawn: readonly string[] = []
  #isOpen = false

  constructor(terminal: WriteStream) {
    super()
    this.#terminal = terminal
  }

  get columns(): number {
    return this.#terminal.columns
  }

  get rows(): number {
    return this.#terminal.rows
  }

  open(): void {
    this.#isOpen = true
    this.#terminal.write(screen.on + clear)
    this.#terminal.on('resize', this.#resized)
  }

  close(): void {
    this.#isOpen = false
    this.#terminal.off('resize', this.#resized)
    this.#terminal.write(screen.off)
  }

  write(frame: string, done?: () => void): boolean {
    if (frame !== '' && this.#isOpen) this.#draw(frame.split('\n').slice(0, this.rows))
    done?.()
    return true
  }

  #draw(lines: readonly string[]): void {
    const drawn = this.#drawn
    const changed = lines.map((line, i) => (line === drawn[i] ? '' : goTo(i) + clearLine + line))
    const rest = drawn.length > lines.length ? goTo(lines.length) + clearBelow : ''
    this.#drawn = lines
    const output = changed.join('') + rest
    if (output !== '') this.#terminal.write(together.on + output + together.off)
  }

  /** What a terminal makes of its content at another size is its own affair: all is drawn anew. */
  #resized = (): void => {
    this.#terminal.write(clear)
    this.#drawn = []
    this.emit('resize')
  }
}
