import {markdownComments} from '../markdown/comments.ts'
import {readMarkdown} from '../markdown/index.ts'
import {textReader} from './text-reader.ts'

/** Markdown with YAML front matter. */
export const markdown = textReader('markdown', (source) => readMarkdown(source), markdownComments)
