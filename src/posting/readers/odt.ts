import {readOpenDocument} from '../office/odt/read.ts'
import {toReading} from '../office/to-reading.ts'
import type {Reader} from '../reader.ts'

/** LibreOffice, and all that writes OpenDocument. */
export const odt: Reader = {
  name: 'odt',
  read: ({bytes}) => [toReading(readOpenDocument(bytes))],
}
