import {BadInput} from '../bad-input.ts'
import {withForm} from '../html/form.ts'
import {htmlLines} from '../html/index.ts'
import {identity} from '../mapped-text.ts'
import {readComments} from '../waivers.ts'
import {sourceReader} from './text-reader.ts'

/** A saved web page, or a fragment of one. */
export const html = sourceReader('html', (source) => {
  const page = htmlLines(identity(source))
  const read = withForm(source, page)
  if (read.lines.length === 0) throw new BadInput('noText')
  return {...read, waivers: readComments(source, page.comments).waivers}
})
