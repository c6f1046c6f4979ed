import type {DataProblem} from '../config/document.ts'
import type {Rule} from '../engine/types.ts'
import {common} from '../language/search/common.ts'
import {waysTo} from '../language/search/keys.ts'
import {waysThrough} from '../language/search/match.ts'
import {isPlainWord, PatternError, parsePattern} from '../language/search/pattern.ts'

const longestPattern = 2000

/** At each word of an ad a match may be sought in so many ways, so that the time grows with the ad and no faster. */
const mostWays = 10_000

/** Where the expressions of a rule stand. */
interface PlacedPattern {
  pattern: string
  keys: string[]
}

/** What is wrong with the expressions of a rule: not well formed, too long, or so made that a match could take long. */
export const patternProblems = (rule: Rule): DataProblem[] =>
  patternsOf(rule).flatMap(({pattern, keys}) => {
    const fault = faultOf(pattern)
    const data = {name: pattern.slice(0, longestQuote), most: String(longestPattern)}
    return fault ? [{code: `pack.pattern.${fault}`, data, keys, ofKey: false}] : []
  })

/** So much of an expression is told. */
const longestQuote = 60

const faultOf = (pattern: string): PatternError['fault'] | 'long' | undefined => {
  if (pattern.length > longestPattern) return 'long'
  try {
    if (isPlainWord(pattern)) return undefined
    waysTo(pattern, common)
    return waysThrough(parsePattern(pattern).step) > mostWays ? 'ways' : undefined
  } catch (error) {
    if (error instanceof PatternError) return error.fault
    throw error
  }
}

const languages = ['nb', 'nn', 'en'] as const

const patternsOf = (rule: Rule): PlacedPattern[] => {
  if (rule.kind === 'uttrykk') {
    return (rule.entries ?? []).flatMap((entry, i) =>
      [...languages, 'except' as const].flatMap((list) => placed(entry[list], ['entries', String(i), list])),
    )
  }
  if (rule.kind !== 'erklæring') return []
  return (rule.parts ?? []).flatMap(({expressions}, i) =>
    languages.flatMap((list) => placed(expressions[list], ['parts', String(i), 'expressions', list])),
  )
}

const placed = (patterns: readonly string[] | undefined, keys: readonly string[]): PlacedPattern[] =>
  (patterns ?? []).map((pattern, i) => ({pattern, keys: [...keys, String(i)]}))
