import type {Format, Reader} from '../reader.ts'
import {text} from './text.ts'

/**
 * Every format, the one to guess first at the top. All but plain text are loaded when the first such file is read: the
 * parser of Markdown alone costs more than all the rest. To look at a head must cost nothing.
 */
const formats: readonly Format[] = [
  {
    extensions: ['md', 'markdown'],
    isForDrafts: true,
    looksLike: (head) => /^---\r?\n|^#{1,3} \S/.test(head),
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    extensions: ['docx', 'docm'],
    isForDrafts: true,
    looksLike: (head) => /^PK\x03\x04(?![\s\S]{0,40}mimetype)/.test(head),
    load: async () => (await import('./docx.ts')).docx,
  },
  {
    extensions: ['odt'],
    isForDrafts: true,
    looksLike: (head) => head.startsWith('PK\x03\x04'),
    load: async () => (await import('./odt.ts')).odt,
  },
  {
    extensions: ['pdf'],
    isForDrafts: false,
    isSurely: (head) => head.startsWith('%PDF-'),
    load: async () => (await import('./refused.ts')).pdf,
  },
  {
    extensions: ['doc'],
    isForDrafts: false,
    isSurely: (head) => head.startsWith('\xd0\xcf\x11\xe0'),
    load: async () => (await import('./refused.ts')).doc,
  },
  {
    extensions: ['rtf'],
    isForDrafts: false,
    isSurely: (head) => head.startsWith('{\\rtf'),
    load: async () => (await import('./refused.ts')).rtf,
  },
  {
    extensions: ['txt', 'text'],
    isForDrafts: true,
    looksLike: () => true,
    load: async () => text,
  },
]

/** The file name endings, without the dot, that drafts have. */
export const draftExtensions: readonly string[] = formats
  .filter(({isForDrafts}) => isForDrafts)
  .flatMap(({extensions}) => extensions)

/** How much of a file is looked at to guess its format. */
const headLength = 4096

/** The reader for a file: by marks that leave no doubt, by its name, or for an ending that no format has, by its content. */
export const readerFor = async (path: string, bytes: Uint8Array): Promise<Reader> => {
  const head = headOf(bytes)
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const format =
    formats.find(({isSurely}) => isSurely?.(head)) ??
    formats.find(({extensions}) => extensions.includes(extension)) ??
    formats.find(({looksLike}) => looksLike?.(head))
  return format!.load()
}

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, headLength))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
