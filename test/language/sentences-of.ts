import {analyse} from '../../src/language/analyse.ts'
import {createLexicon} from '../../src/language/lexicon.ts'
import type {Sentence} from '../../src/language/types.ts'
import {readText} from '../posting/read.ts'

/** The sentences of a text that is read as an ad. */
export const sentencesOf = async (text: string): Promise<readonly Sentence[]> =>
  analyse(await readText(text), createLexicon([])).sentences
