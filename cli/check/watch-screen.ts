import path from 'node:path'
import {painter} from '../../src/report/paint.ts'
import {wrap} from '../../src/report/width.ts'
import {columns} from '../options.ts'
import type {Lang} from '../texts.ts'
import type {Format, Output} from './request.ts'
import {sayChecked} from './texts.ts'

export interface WatchStatus {
  lang: Lang
  paths: string[]
  /** How many ads have errors. */
  errors: number
}

/** What stands around the reports of ads that are followed. */
export interface WatchScreen {
  /** Before a check. */
  begin(): void
  /** Says which ads are no longer there. */
  tellGone(files: readonly string[], lang: Lang): void
  /** Between two reports. */
  divide(outputs: readonly Output[]): void
  /** After a check: what is followed, when it was checked, and how to leave. */
  end(status: WatchStatus): void
}

/** What other programs read has nothing between two reports. */
const forPeople: readonly Format[] = ['terminal', 'text', 'markdown', 'github']

/** @param hasKeys whether it is a person's terminal; else nothing is taken away and no codes are written */
export const openWatchScreen = (hasKeys: boolean): WatchScreen => {
  let runs = 0
  let reports = 0
  const paint = painter(hasKeys && !process.env.NO_COLOR)
  const write = (line: string): void => void (hasKeys ? process.stdout : process.stderr).write(`${line}\n`)

  return {
    begin() {
      if (hasKeys && runs > 0) process.stdout.write(emptyScreen(process.stdout.rows || 24))
      runs++
    },
    tellGone(files, lang) {
      for (const file of files) write(sayChecked(lang, 'gone', {path: path.relative('.', file)}))
    },
    divide(outputs) {
      const isText = outputs.some(({format}) => forPeople.includes(format))
      if (!hasKeys && reports > 0 && isText) process.stdout.write(`\n${'─'.repeat(40)}\n\n`)
      reports++
    },
    end(status) {
      const lines = wrap(statusLine(status, hasKeys), columns() - 1)
      write(hasKeys ? `\n${lines.map((line) => paint('dim', line)).join('\n')}` : lines.join('\n'))
    },
  }
}

/** What stood there moves up into what the terminal keeps. */
const emptyScreen = (rows: number): string => `${'\n'.repeat(rows)}\x1b[H\x1b[J`

const statusLine = ({lang, paths, errors}: WatchStatus, hasKeys: boolean): string => {
  const say = (key: string, data: Record<string, string> = {}): string => sayChecked(lang, key, data)
  const many = errors === 0 ? 'clean' : 'many'
  const kind = ['none', 'one'][paths.length] ?? many
  const data = {n: String(paths.length), path: paths[0] ?? '', errors: String(errors)}
  return [
    say(`watching.${kind}`, data),
    say('checked', {time: clock(new Date(), lang)}),
    say(hasKeys ? 'keys' : 'interrupt'),
  ].join(' ')
}

/** 14.05.09; in English with colons. */
const clock = (time: Date, lang: Lang): string =>
  [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(lang === 'en' ? ':' : '.')
