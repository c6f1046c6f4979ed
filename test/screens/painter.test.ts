import {EventEmitter} from 'node:events'
import type {WriteStream} from 'node:tty'
import {expect, test} from 'vitest'
import {Painter} from '../../cli/screens/painter.ts'

class Terminal extends EventEmitter {
  columns = 20
  rows = 4
  written = ''
  write(text: string): boolean {
    this.written += text
    return true
  }
  /** What was written since it was asked last. */
  news(): string {
    const {written} = this
    this.written = ''
    return written
  }
}

const open = () => {
  const terminal = new Terminal()
  const painter = new Painter(terminal as unknown as WriteStream)
  painter.open()
  terminal.news()
  return {terminal, painter}
}

const together = (text: string): string => `\x1b[?2026h${text}\x1b[?2026l`

test('only lines that have changed are written, each at its place', () => {
  const {terminal, painter} = open()
  painter.write('a\nb\nc')
  terminal.news()
  painter.write('a\nB\nc')
  expect(terminal.news()).toBe(together('\x1b[2;1H\x1b[2KB'))
  painter.write('a\nB\nc')
  painter.write('')
  expect(terminal.news()).toBe('')
  painter.write('a')
  expect(terminal.news()).toBe(together('\x1b[2;1H\x1b[J'))
})

test('a frame that is higher than the terminal is cut, and nothing scrolls', () => {
  const {terminal, painter} = open()
  painter.write('1\n2\n3\n4\n5\n6')
  expect(terminal.news()).not.toMatch(/[56\n]$|\x1b\[3J/)
})

test('at another size all is drawn anew', () => {
  const {terminal, painter} = open()
  painter.write('a\nb')
  terminal.news()
  let resized = 0
  painter.on('resize', () => resized++)
  terminal.columns = 10
  terminal.emit('resize')
  painter.write('a\nb')
  expect(resized).toBe(1)
  expect(painter.columns).toBe(10)
  expect(terminal.news()).toBe(`\x1b[2J${together('\x1b[1;1H\x1b[2Ka\x1b[2;1H\x1b[2Kb')}`)
})

test('after it is closed nothing reaches the terminal', () => {
  const {terminal, painter} = open()
  painter.close()
  expect(terminal.news()).toBe('\x1b[?7h\x1b[?25h\x1b[?1049l')
  painter.write('a')
  terminal.emit('resize')
  expect(terminal.news()).toBe('')
})
