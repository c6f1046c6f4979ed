import type {Posting} from '../posting/types.ts'

/**
 * Where a missing line belongs: after the last line of the key information, or else at the end.
 *
 * @returns the offset in the source, and the text with the line breaks that it needs there
 */
export const insertionOf = (posting: Posting, text: string): {offset: number; text: string} => {
  const {source} = posting
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const pairs = posting.blocks.filter(({kind}) => kind === 'pair')
  const isLine = !text.includes('. ') && pairs.length > 0
  if (isLine) {
    const {offset} = posting.place(pairs.at(-1)!.span).end
    return {offset: lineEnd(source, offset), text: newline + text}
  }
  const trimmed = source.trimEnd().length
  return {offset: trimmed, text: newline + newline + text}
}

const lineEnd = (source: string, offset: number): number => {
  const match = /[\r\n]/.exec(source.slice(offset))
  return match ? offset + match.index : source.length
}
