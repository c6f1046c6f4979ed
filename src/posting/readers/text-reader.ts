import {BadInput} from '../bad-input.ts'
import type {Reader, Reading} from '../reader.ts'
import {readComments} from '../waivers.ts'

/** What a format of text makes of one file that is one ad. */
type ReadText = (source: string) => Pick<Reading, 'lines' | 'links' | 'profile' | 'markup'>

/**
 * A reader of a format that is text through and through.
 *
 * @param read gets the text with its comments blanked out, offsets unchanged
 */
export const textReader = (name: string, read: ReadText): Reader => ({
  name,
  read(file) {
    const {text: source, encoding, isDamaged} = file.text()
    const {masked, waivers} = readComments(source)
    if (masked.trim() === '') throw new BadInput('empty')
    return [
      {
        source,
        waivers,
        ...read(masked),
        ...(encoding !== 'UTF-8' && {encoding}),
        ...(isDamaged && {isDamaged}),
      },
    ]
  },
})
