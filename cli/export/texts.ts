import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text of `utlys export`. */
export const sayExport = sayFrom(texts as Catalogue)
