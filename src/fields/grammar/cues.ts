import {expressions} from './expressions.ts'

/** Tells whether a text in lower case has every cue of one of the ways to say something. */
export type CueTest = (lower: string, ways: readonly (readonly string[])[]) => boolean

/** @param cues expressions for whole words by the name of the cue that they are */
export const cueTest = (cues: Readonly<Record<string, readonly string[]>>): CueTest => {
  const tests = new Map(Object.entries(cues).map(([cue, words]) => [cue, expressions(words)]))
  return (lower, ways) => ways.some((way) => way.every((cue) => tests.get(cue)!.test(lower)))
}
