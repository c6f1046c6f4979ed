import {setImmediate as breathe} from 'node:timers/promises'
import {safe} from '../../src/report/safe.ts'
import {columns, cutStart} from '../../src/report/width.ts'
import {isScreen} from '../interactive.ts'
import type {Lang} from '../texts.ts'
import {sayChecked} from './texts.ts'

/** Tells a person who waits how far a check has come, on one line that goes away again. */
export interface Progress {
  /** Ad number `n` is next. Lets what else is waiting be done now and then, since checking holds the processor. */
  step(n: number, path: string): Promise<void>
  /** Before anything else is written. */
  erase(): void
  close(): void
}

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const fewest = 9
const delay = 500
const interval = 100
const narrowestPath = 10
/** The terminal itself shows `^C`, which must not break the line. */
const marginForInterrupt = 3
const eraseLine = '\r\x1b[2K'

export const openProgress = (total: number, lang: Lang, stream = process.stderr): Progress => {
  const start = performance.now()
  const isDrawn = total >= fewest && isScreen(stream)
  const {draw, erase} = createLine(total, lang, stream)
  let last = start

  /** A person who interrupts gets a clean line as well. */
  const interrupt = (): void => {
    close()
    if (process.listenerCount('SIGINT') === 0) process.kill(process.pid, 'SIGINT')
  }
  const close = (): void => {
    erase()
    process.off('SIGINT', interrupt)
  }
  if (isDrawn) process.on('SIGINT', interrupt)

  return {
    async step(n, path) {
      const now = performance.now()
      if (now - last < interval) return
      last = now
      if (isDrawn && now - start >= delay) draw(n, path)
      await breathe()
    },
    erase,
    close,
  }
}

/** The line that is drawn over and over. */
const createLine = (total: number, lang: Lang, stream: typeof process.stderr) => {
  let drawn = 0
  let isShown = false
  return {
    draw(n: number, path: string): void {
      const width = (stream.columns || 80) - marginForInterrupt
      const frame = frames[drawn++ % frames.length]
      stream.write(eraseLine + lineOf(`${frame} ${counted(n, total, lang)}`, path, width))
      isShown = true
    },
    erase(): void {
      if (isShown) stream.write(eraseLine)
      isShown = false
    },
  }
}

const counted = (n: number, total: number, lang: Lang): string =>
  sayChecked(lang, 'progress', {n: String(n), total: String(total)})

/** Of a path that does not fit, the end is kept. */
const lineOf = (head: string, path: string, width: number): string => {
  const room = width - columns(head) - 3
  const line = room < narrowestPath ? head : `${head} … ${cutStart(safe(path), room)}`
  return columns(line) > width ? '' : line
}
