import type {Reader} from '../line.ts'
import {text} from './text.ts'

/** Markdown is loaded when the first Markdown file is read: its parser costs more than all the rest. */
const readers: {extensions: readonly string[]; load: () => Promise<Reader>}[] = [
  {extensions: ['md', 'markdown'], load: async () => (await import('./markdown.ts')).markdown},
  {extensions: ['html', 'htm', 'xhtml'], load: async () => (await import('./html.ts')).html},
  {extensions: text.extensions, load: async () => text},
]

/** The file name endings that some reader knows, without the dot. */
export const knownExtensions: readonly string[] = readers.flatMap((reader) => reader.extensions)

/** The reader for a file name; plain text for an ending that no reader knows. */
export const readerFor = async (path: string): Promise<Reader> => {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return (readers.find(({extensions}) => extensions.includes(extension)) ?? readers.at(-1)!).load()
}
