import {htmlLines} from '../html/index.ts'
import {identity} from '../mapped-text.ts'
import {textReader} from './text-reader.ts'

/** A saved web page, or a fragment of one. */
export const html = textReader('html', (source) => ({...htmlLines(identity(source)), profile: {}}))
