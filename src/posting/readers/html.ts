import {htmlLines} from '../html/index.ts'
import type {Reader} from '../line.ts'
import {identity} from '../mapped-text.ts'

/** A saved web page, or a fragment of one. */
export const html: Reader = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  read: (source) => ({...htmlLines(identity(source)), profile: {}}),
}
