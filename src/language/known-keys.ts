import list from './common-words.yml'
import packed from './common-words.yml?keys'
import {commonWords, type Keys, keysOf, unpackKeys} from './keys.ts'

/**
 * The words by which an expression is found. Those of the expressions of our own packs are worked out by the build,
 * which takes ten times as long as the rest of a check.
 */
export const keysFor = (pattern: string): Keys => {
  const known = packed[pattern]
  return known === undefined ? keysOf(pattern, commonWords(list as string)) : unpackKeys(known)
}
