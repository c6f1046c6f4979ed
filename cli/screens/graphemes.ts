/**
 * What Ink measures and takes apart is nearly always made of letters, quotes, dashes, arrows, frames and our symbols,
 * each one unit of a string and one column wide. The build puts this in the way of string-width and Intl.Segmenter,
 * which take as long to start as all the rest of a small screen (see `cli/bundle/ink.ts`).
 */
const simple = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u259f▲●✓✗]*$/
const simpleOrCodes =
  /^[\n\x1b\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u259f▲●✓✗]*$/

/** Whether a text has as many columns as units. */
export const isSimple = (text: string): boolean => simple.test(text)

interface Grapheme {
  segment: string
  index: number
}

interface Graphemes extends Iterable<Grapheme> {
  /** The one that a unit of the text is part of. */
  containing(index: number): Grapheme | undefined
}

const unitsOf = (text: string): Graphemes => ({
  *[Symbol.iterator]() {
    for (let index = 0; index < text.length; index++) yield {segment: text[index]!, index}
  },
  containing: (index) => (index < text.length ? {segment: text[index]!, index} : undefined),
})

let segmenter: Intl.Segmenter | undefined

/** Has the method of `Intl.Segmenter` that Ink uses. */
export const graphemes = {
  segment(text: string): Graphemes {
    if (simpleOrCodes.test(text)) return unitsOf(text)
    segmenter ??= new Intl.Segmenter()
    return segmenter.segment(text)
  },
}
