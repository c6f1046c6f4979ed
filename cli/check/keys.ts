/** What a person who follows ads may want. */
export type Wish = 'end' | 'again'

/** Keys and signals. */
export interface Keys {
  /** What was asked for, as soon as it is, or nothing after this time. */
  wait(milliseconds: number): Promise<Wish | undefined>
  /** The person wants to leave, and was not yet told so by `wait`. */
  isEnding(): boolean
  /** Gives the terminal back. */
  close(): void
}

const wishes: Readonly<Record<string, Wish>> = {
  q: 'end',
  Q: 'end',
  '\x03': 'end',
  '\x04': 'end',
  r: 'again',
  R: 'again',
  '\r': 'again',
  '\n': 'again',
}
const suspension = '\x1a'
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** @param readsKeys whether a person sits at a terminal; else only signals are heard */
export const openKeys = (readsKeys: boolean, input = process.stdin): Keys => {
  const {want, wait, isEnding} = createWish()
  const end = (): void => want('end')
  for (const signal of signals) process.on(signal, end)
  const stopReading = readsKeys ? readKeys(input, want) : () => {}
  return {
    wait,
    isEnding,
    close() {
      for (const signal of signals) process.off(signal, end)
      stopReading()
    },
  }
}

/** What is wanted, until somebody asks for it; who wants to leave wants nothing else. */
const createWish = (): Pick<Keys, 'wait' | 'isEnding'> & {want(wanted: Wish): void} => {
  let wish: Wish | undefined
  let wake = (): void => {}
  return {
    want(wanted) {
      if (wish !== 'end') wish = wanted
      wake()
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const answer = (): void => {
          clearTimeout(timer)
          wake = () => {}
          resolve(wish)
          wish = undefined
        }
        const timer = setTimeout(answer, wish ? 0 : milliseconds)
        wake = answer
      }),
    isEnding: () => wish === 'end',
  }
}

/** Makes wishes of the keys that are pressed, until the function that it gives is called. */
const readKeys = (input: typeof process.stdin, want: (wanted: Wish) => void): (() => void) => {
  const end = (): void => want('end')
  const resume = (): void => {
    input.setRawMode(true)
    want('again')
  }
  const press = (keys: Buffer): void => {
    for (const key of keys.toString()) {
      if (key === suspension) suspend(input, resume)
      else if (wishes[key]) want(wishes[key])
    }
  }
  input.setRawMode(true).on('data', press).on('end', end)
  return () => {
    process.off('SIGCONT', resume)
    input.off('data', press).off('end', end).setRawMode(false).pause()
  }
}

/** Together with what has started it, such as npx, as the terminal would do it. */
const suspend = (input: typeof process.stdin, resume: () => void): void => {
  if (process.platform === 'win32') return
  input.setRawMode(false)
  process.once('SIGCONT', resume)
  process.kill(0, 'SIGTSTP')
}
