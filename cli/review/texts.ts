import {type Catalogue, sayFrom} from '../texts.ts'
import catalogue from './texts.yml'

/** A text of this folder's `texts.yml`. */
export const sayReview = sayFrom(catalogue as Catalogue)
