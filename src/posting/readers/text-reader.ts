import {BadInput} from '../bad-input.ts'
import {refuseTooLong} from '../limits.ts'
import type {Reader, Reading} from '../reader.ts'
import {findComments, type Range, readComments} from '../waivers.ts'

/** What a format of text makes of one file that is one ad. */
type ReadText = (source: string) => Pick<Reading, 'lines' | 'links' | 'profile' | 'markup'>

/**
 * A reader of a format that is text through and through.
 *
 * @param read gets the text with its comments blanked out, offsets unchanged
 * @param comments where they are
 */
export const textReader = (
  name: string,
  read: ReadText,
  comments: (source: string) => readonly Range[] = findComments,
): Reader =>
  sourceReader(name, (source) => {
    refuseTooLong(source.length)
    const {masked, waivers} = readComments(source, comments(source))
    if (masked.trim() === '') throw new BadInput('empty')
    return {waivers, ...read(masked)}
  })

/** A reader of a format of text that knows itself what a comment is. */
export const sourceReader = (
  name: string,
  read: (source: string) => Omit<Reading, 'source' | 'encoding' | 'isDamaged'>,
): Reader => ({
  name,
  read(file) {
    const {text: source, encoding, isDamaged} = file.text()
    if (source.trim() === '') throw new BadInput('empty')
    return [
      {
        source,
        ...read(source),
        ...(encoding !== 'UTF-8' && {encoding}),
        ...(isDamaged && {isDamaged}),
      },
    ]
  },
})
