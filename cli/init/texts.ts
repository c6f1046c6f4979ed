import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text that is asked or said when a configuration is made. */
export const sayInit = sayFrom(texts as Catalogue)
