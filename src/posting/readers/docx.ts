import {readWord} from '../office/docx/read.ts'
import {toReading} from '../office/to-reading.ts'
import type {Reader} from '../reader.ts'

/** Word. Macros of a `.docm` are neither read nor run: they are other entries of the file. */
export const docx: Reader = {
  name: 'docx',
  read: ({bytes}) => [toReading(readWord(bytes))],
}
