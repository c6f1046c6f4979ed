import {usesScreen} from '../interactive.ts'
import type {Lang} from '../texts.ts'
import type {Asker} from './types.ts'

export interface AskerOptions {
  lang: Lang
  color: boolean
  /** The person wants plain lines, screen or not. */
  linear: boolean
}

/** Begins to ask the person at the terminal, or whoever writes to standard input. */
export const openAsker = async ({lang, color, linear}: AskerOptions): Promise<Asker> => {
  if (usesScreen(linear)) return (await import('./screen.tsx')).openScreen({lang, color})
  const {openLines} = await import('./linear.ts')
  return openLines({lang, color, input: process.stdin, output: process.stdout})
}
