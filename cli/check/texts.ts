import {type Catalogue, type Lang, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text that is said while ads are checked. */
export const sayChecked = sayFrom(texts as Catalogue)

/** What is said of ads that have been taken back; nothing where there were none. */
export const sayWithdrawn = (n: number, lang: Lang): string[] =>
  n === 0 ? [] : [sayChecked(lang, n === 1 ? 'withdrawn.one' : 'withdrawn.many', {n: String(n)})]
