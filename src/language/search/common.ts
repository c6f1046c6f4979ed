import list from './common-words.yml'
import {commonWords} from './keys.ts'

/** The common words of Norwegian and English job ads. */
export const common = commonWords(list as string)
