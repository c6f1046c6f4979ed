import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text of `utlys new`. */
export const sayNew = sayFrom(texts as Catalogue)

export const hasText = (key: string): boolean => key in (texts as Catalogue)
