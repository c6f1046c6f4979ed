import {BadInput} from '../bad-input.ts'
import {withForm} from '../html/form.ts'
import {htmlLines} from '../html/index.ts'
import {identity} from '../mapped-text.ts'
import {textReader} from './text-reader.ts'

/** A saved web page, or a fragment of one. */
export const html = textReader('html', (source) => {
  const read = withForm(source, htmlLines(identity(source)))
  if (read.lines.length === 0) throw new BadInput('noText')
  return read
})
