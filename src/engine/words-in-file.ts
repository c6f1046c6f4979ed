import type {Posting, Span} from '../posting/types.ts'

/** The words as they are written in the file: in markup, with the tags between them. */
export const wordsInFile = (posting: Posting, span: Span): string => {
  if (!posting.markup) return posting.words(span)
  const {start, end} = posting.place(span)
  return posting.source.slice(start.offset, end.offset)
}
