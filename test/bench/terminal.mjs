// Runs programs in a terminal, by util-linux "script".
import {spawn, spawnSync} from 'node:child_process'
import {median} from './run.mjs'

/** What has not come by then will not come. */
const patience = 20_000
const presses = 40
const pause = 30

export const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0

const quoted = (words) => words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
const {CI: _, ...terminal} = {...process.env, TERM: 'xterm-256color'}
const millisecondsSince = (start) => Number(process.hrtime.bigint() - start) / 1e6

/** Hears of all that a command has written, each time that it writes, until one side has had enough. */
const inTerminal = (command, {rows, columns}, hear) =>
  new Promise((resolve) => {
    const script = spawn('script', ['-qec', `stty rows ${rows} cols ${columns}; ${command}`, '/dev/null'], {
      env: terminal,
    })
    let written = ''
    const end = () => script.kill()
    script.stdout.setEncoding('utf8').on('data', (part) => {
      written += part
      hear(written, {press: (key) => script.stdin.write(key), end})
    })
    const tooLong = setTimeout(end, patience)
    script.on('close', () => {
      clearTimeout(tooLong)
      resolve()
    })
  })

const secondsUntil = async (text, command) => {
  const start = process.hrtime.bigint()
  let time = Number.NaN
  await inTerminal(command, {rows: 24, columns: 80}, (written, {end}) => {
    if (!Number.isNaN(time) || !written.includes(text)) return
    time = millisecondsSince(start) / 1000
    end()
  })
  return time
}

/** How long it takes until a program in a terminal has written a text; then it is ended. */
export const secondsToText = (text, args) => secondsUntil(text, quoted([process.execPath, ...args]))

/** How long an empty program takes there from start to end. */
export const secondsOfNothing = () =>
  secondsUntil('over', `${quoted([process.execPath, '-e', '0'])}; echo over`)

/** How long it takes from a key press until a program that has written a text writes again: the median of some presses. */
export const millisecondsPerKey = async (key, text, args) => {
  const taken = []
  let start
  await inTerminal(quoted([process.execPath, ...args]), {rows: 40, columns: 120}, (written, {press, end}) => {
    if (start === undefined && !written.includes(text)) return
    if (start !== undefined) taken.push(millisecondsSince(start))
    if (taken.length === presses) return end()
    setTimeout(() => {
      start = process.hrtime.bigint()
      press(key)
    }, pause)
  })
  return taken.length < presses ? Number.NaN : median(taken)
}
