import {type Catalogue, sayFrom} from '../../texts.ts'
import texts from './texts.yml'

/** A text that is said of the review, there or in the log. */
export const sayReviewed = sayFrom(texts as Catalogue)
