import {wholeWords} from './patterns.ts'

/** Tells whether a text has every cue of one of the ways to say something. */
export type CueTest = (text: string, ways: readonly (readonly string[])[]) => boolean

/** @param cues expressions for whole words by the name of the cue that they are */
export const cueTest = (cues: Readonly<Record<string, readonly string[]>>): CueTest => {
  const patterns = new Map(Object.entries(cues).map(([cue, words]) => [cue, wholeWords(words)]))
  return (text, ways) => ways.some((way) => way.every((cue) => patterns.get(cue)!.test(text)))
}
