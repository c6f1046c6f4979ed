import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text that is said around the questions. */
export const sayAsked = sayFrom(texts as Catalogue)
