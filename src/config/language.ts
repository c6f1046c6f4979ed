import {readFileSync} from 'node:fs'
import type {Config} from './types.ts'

/** `språk:` at the margin, or in a map written with braces. */
const setting =
  /^(?:\{(?:.{0,500}[\s,])?)?["']?språk["']?\s{0,9}:\s{1,9}["']?(nb|nn|en)["']?\s{0,99}(?:[,}#].{0,500})?$/mu

/**
 * What a configuration has for `språk`, without the rest being read: a person who has made a mistake in it is told
 * so in the language that it asks for.
 */
export const languageIn = (file: string): Config['språk'] => {
  try {
    const text = readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replaceAll('\r', '')
    return setting.exec(text.normalize())?.[1] as Config['språk']
  } catch {
    return undefined
  }
}
