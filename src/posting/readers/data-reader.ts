import {BadInput} from '../bad-input.ts'
import type {Reader, Reading} from '../reader.ts'

/** A reader of data that ads are kept in, one or several. */
export const dataReader = (name: string, read: (source: string) => Reading[]): Reader => ({
  name,
  read(file) {
    const {text, encoding} = file.text()
    if (text.trim() === '') throw new BadInput('empty')
    return read(text).map((reading) => (encoding === 'UTF-8' ? reading : {...reading, encoding}))
  },
})
