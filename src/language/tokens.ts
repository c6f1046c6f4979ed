import type {Token} from './types.ts'

const unit = /\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu

/** The same text in lower case, or as it is where lower case would move the letters after it (İ). */
export const lowered = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/**
 * The words and numbers of a text, in lower case, with their places; `start` is where the text itself begins.
 * Hyphens part words and letters part from digits: "LO-formann i 20-åra" is lo, formann, i, 20, åra.
 */
export const tokenise = (text: string, start = 0): Token[] => {
  const tokens: Token[] = []
  const lower = lowered(text)
  unit.lastIndex = 0
  for (let match = unit.exec(lower); match; match = unit.exec(lower)) {
    const from = start + match.index
    tokens.push({word: match[0], span: {start: from, end: from + match[0].length}})
  }
  return tokens
}
