import data from './standards.yml'
import {eachWord} from './tokens.ts'
import type {Sentence} from './types.ts'

/** The written standards of Norwegian. */
export type Standard = 'bokmål' | 'nynorsk'

export interface StandardWords {
  /** The words of a text that only this standard has, in lower case and in the order of the text. */
  words: string[]
  /** One of them is a little word that tells at once ("ikke", "ikkje"). */
  common: boolean
}

interface Mark {
  standard: Standard
  common: boolean
}

const standards = ['bokmål', 'nynorsk'] as const
const lists = data as Record<Standard, Record<'common' | 'other' | 'endings', string>>

let marks: Map<string, Mark> | undefined
let endings: (readonly [ending: string, mark: Mark])[] | undefined

const readMarks = (): Map<string, Mark> =>
  new Map(
    standards.flatMap((standard) =>
      (['common', 'other'] as const).flatMap((kind) =>
        lists[standard][kind]
          .split(' ')
          .map((word): [string, Mark] => [word, {standard, common: kind === 'common'}]),
      ),
    ),
  )

const readEndings = (): [string, Mark][] =>
  standards.flatMap((standard) =>
    lists[standard].endings.split(' ').map((ending): [string, Mark] => [ending, {standard, common: false}]),
  )

/** A word of fewer letters is too short for an ending. */
const shortestWord = 8

const markOf = (word: string): Mark | undefined => {
  marks ??= readMarks()
  endings ??= readEndings()
  return (
    marks.get(word) ??
    (word.length < shortestWord ? undefined : endings.find(([ending]) => word.endsWith(ending))?.[1])
  )
}

const quotation = /«[^«»]*»|“[^“”]*”|"[^"]*"/gu
const capital = /\p{Lu}/u

/** Tells of places in rising order whether they are in quotation marks. */
const quotationsIn = (text: string): ((at: number) => boolean) => {
  const ends = [...text.matchAll(quotation)].map(({0: {length}, index}) => [index, index + length] as const)
  let next = 0
  return (at) => {
    while (next < ends.length && ends[next]![1] <= at) next++
    return next < ends.length && ends[next]![0] <= at
  }
}

/**
 * The words of a sentence that only bokmål has, and those that only nynorsk has. Words in quotation marks are not
 * the author's, and words with a capital may be names.
 */
export const standardWordsIn = ({
  text,
  lower,
}: Pick<Sentence, 'text' | 'lower'>): Record<Standard, StandardWords> => {
  const found: Record<Standard, StandardWords> = {
    bokmål: {words: [], common: false},
    nynorsk: {words: [], common: false},
  }
  const isQuoted = quotationsIn(text)
  eachWord(lower, (word, start) => {
    const mark = markOf(word)
    if (!mark || (start > 0 && capital.test(text[start]!)) || isQuoted(start)) return
    found[mark.standard].words.push(word)
    found[mark.standard].common ||= mark.common
  })
  return found
}
