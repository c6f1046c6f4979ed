import {readPosting} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'

/** Reads a text as the draft with this file name. */
export const readText = (text: string, path = 'annonse.txt'): Promise<Posting> =>
  readPosting(path, new TextEncoder().encode(text))

/** The blocks as `kind [sections] text`, one line each. */
export const outline = ({blocks}: Posting): string[] =>
  blocks.map(
    ({kind, sections, text}) => `${kind}${sections.length > 0 ? ` [${sections.join(' ')}]` : ''}: ${text}`,
  )

/** The pairs as `field | label | value`, in the words of the file. */
export const pairsOf = ({pairs, words}: Posting): string[] =>
  pairs.map(({field, label, value}) => `${field ?? '–'} | ${words(label)} | ${words(value)}`)
