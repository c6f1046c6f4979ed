import type {Token} from './types.ts'

const unit = /\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu

/**
 * The words and numbers of a text, in lower case, with their places; `start` is where the text itself begins.
 * Hyphens part words and letters part from digits: "LO-formann i 20-åra" is lo, formann, i, 20, åra.
 */
export const tokenise = (text: string, start = 0): Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(unit)) {
    const from = start + match.index
    tokens.push({word: match[0].toLowerCase(), span: {start: from, end: from + match[0].length}})
  }
  return tokens
}
