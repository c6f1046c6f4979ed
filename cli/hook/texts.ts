import {type Catalogue, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text of what `utlys hook` tells. */
export const sayHook = sayFrom(texts as Catalogue)
