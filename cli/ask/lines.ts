import {createInterface} from 'node:readline'
import type {Readable, Writable} from 'node:stream'
import {safe} from '../../src/report/safe.ts'
import {Cancelled} from './types.ts'

/** The lines that come in, one for each time that one is asked for; none is lost when they come faster. */
export interface Lines {
  /** Shows the prompt and waits. @throws Cancelled at the end of input or on Ctrl-C */
  next(prompt: string): Promise<string>
  close(): void
}

interface Waiting {
  resolve(line: string): void
  reject(error: Error): void
}

export const openLinesOf = (
  input: Readable & {isTTY?: boolean},
  output: Writable & {isTTY?: boolean},
): Lines => {
  const isTerminal = input.isTTY === true && output.isTTY === true
  const reader = createInterface({input, ...(isTerminal && {output}), terminal: isTerminal, historySize: 0})
  const ready: string[] = []
  let waiting: Waiting | undefined
  let hasEnded = false

  const end = (): void => {
    hasEnded = true
    if (waiting) output.write('\n')
    waiting?.reject(new Cancelled())
    waiting = undefined
  }
  reader.on('line', (line) => {
    if (!waiting) ready.push(line)
    else {
      waiting.resolve(line)
      waiting = undefined
    }
  })
  reader.on('SIGINT', () => reader.close())
  reader.on('close', end)

  const lineOrEnd = (): Promise<string> => {
    const line = ready.shift()
    if (line !== undefined) return Promise.resolve(line)
    if (hasEnded) return Promise.reject(new Cancelled())
    return new Promise((resolve, reject) => {
      waiting = {resolve, reject}
    })
  }

  return {
    async next(prompt) {
      if (isTerminal && !hasEnded) {
        reader.setPrompt(prompt)
        reader.prompt()
        return lineOrEnd()
      }
      output.write(prompt)
      const line = await lineOrEnd()
      output.write(`${safe(line)}\n`)
      return line
    },
    close() {
      reader.off('close', end)
      reader.close()
    },
  }
}
