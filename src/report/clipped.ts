import {safe} from './safe.ts'
import {cutEnd} from './width.ts'

/** Of words from an ad or a waiver, no more is shown on a line. */
export const longestWords = 240

/** Foreign words as they are shown, made `safe`. */
export const clipped = (text: string): string => cutEnd(safe(text), longestWords)
