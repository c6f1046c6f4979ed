import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text that is said while ads are checked. */
export const sayChecked = sayFrom(texts as Catalogue)
