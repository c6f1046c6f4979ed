import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text of the action. */
export const sayAction = sayFrom(texts as Catalogue)
