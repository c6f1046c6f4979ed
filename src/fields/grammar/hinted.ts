import {expressions as expressionsOf} from './expressions.ts'

/** Expressions for whole words, of which each match holds one of the stems. */
export interface Hinted {
  stems: string[]
  expressions: string[]
}

/** Tells whether a text in lower case has any of the expressions; a stem is the cheap test before them. */
export const hintedTest = (groups: readonly Hinted[]): ((lower: string) => boolean) => {
  const tests = groups.map(({stems, expressions}) => ({stems, found: expressionsOf(expressions)}))
  return (lower) =>
    tests.some(({stems, found}) => stems.some((stem) => lower.includes(stem)) && found.test(lower))
}
