import {recognisers} from '../../src/fields/index.ts'
import type {FieldName, FieldValues, Occurrence} from '../../src/fields/types.ts'
import {readPosting} from '../../src/posting/read.ts'

export interface RecogniseOptions<Name extends FieldName> {
  field: Name
  /** ISO date. */
  today?: string
  /** Chooses the reader. */
  path?: string
}

/** Reads a text as an ad and gives what one field's recogniser finds: each value with its words in the file. */
export const recogniseText = async <Name extends FieldName>(
  text: string,
  {field, today = '2027-01-04', path = 'draft.txt'}: RecogniseOptions<Name>,
): Promise<(FieldValues[Name] & {text: string})[]> => {
  const posting = await readPosting(path, new TextEncoder().encode(text))
  const found: Occurrence<FieldValues[Name]>[] = recognisers[field].recognise(posting, {today})
  return found.map(({value, span}) => ({...value, text: posting.words(span)}))
}
