import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {anyOf} from './words.ts'

/** Expressions for whole words, of which each match holds one of the stems. */
export interface Hinted {
  stems: string[]
  expressions: string[]
}

/**
 * Tells whether a text in lower case has any of the expressions. Those whose stems never come are never
 * compiled, which costs more than to look for a stem.
 */
export const hintedTest = (groups: readonly Hinted[]): ((lower: string) => boolean) => {
  const tests = groups.map(({stems, expressions}) => {
    let pattern: RegExp | undefined
    return (lower: string): boolean => {
      if (!stems.some((stem) => lower.includes(stem))) return false
      pattern ??= compile(wholeWord(anyOf(expressions)), '')
      return pattern.test(lower)
    }
  })
  return (lower) => tests.some((test) => test(lower))
}
