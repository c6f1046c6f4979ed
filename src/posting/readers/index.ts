import type {Format} from '../reader.ts'
import {text} from './text.ts'

const looksLikeHtml =
  /^(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s{1,9}html|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|dl|table|b|strong|span|br)[\s/>]/i

/** A whole object on the first line, or as much as is seen of one that is long, and then another. */
const looksLikeJsonLines = (head: string): boolean => /^\{[^\n]*\}[^\S\n]*\n\s*(?:\{|$)/.test(head)

/** The headers of a page that a browser has saved with its pictures, written as mail is. */
const webArchive = [
  /^(?:From|Snapshot-Content-Location|Subject|Date|MIME-Version|Content-Type):/i,
  /^MIME-Version:/im,
  /^Content-Type:\s{0,9}multipart\/related/im,
]

/**
 * Every format, the one to guess first at the top. All but plain text are loaded when the first such file is read: the
 * parser of Markdown alone costs more than all the rest. To look at a head must cost nothing.
 */
const formats: readonly Format[] = [
  {
    extensions: ['md', 'markdown'],
    isForDrafts: true,
    isEditable: true,
    looksLike: () => false,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    extensions: ['docx', 'docm'],
    isForDrafts: true,
    isEditable: false,
    isPacked: true,
    looksLike: (head) => /^PK\x03\x04(?![\s\S]{0,40}mimetype)/.test(head),
    load: async () => (await import('./docx.ts')).docx,
  },
  {
    extensions: ['odt'],
    isForDrafts: true,
    isEditable: false,
    isPacked: true,
    looksLike: (head) => head.startsWith('PK\x03\x04'),
    load: async () => (await import('./odt.ts')).odt,
  },
  {
    extensions: ['html', 'htm', 'xhtml'],
    isForDrafts: true,
    isEditable: true,
    looksLike: (head) => looksLikeHtml.test(head),
    load: async () => (await import('./html.ts')).html,
  },
  {
    extensions: ['jsonl', 'ndjson'],
    isForDrafts: false,
    isEditable: false,
    looksLike: looksLikeJsonLines,
    load: async () => (await import('./jsonl.ts')).jsonl,
  },
  {
    extensions: ['json', 'jsonld'],
    isForDrafts: false,
    isEditable: false,
    looksLike: (head) => /^[{[]\s*["{[]/.test(head),
    load: async () => (await import('./json.ts')).json,
  },
  {
    extensions: ['xml'],
    isForDrafts: false,
    isEditable: false,
    looksLike: (head) => /^<(?:\?xml|[\w-]+:Envelope|(?:\w+:)?PositionOpening)[\s>]/i.test(head),
    load: async () => (await import('./xml.ts')).xml,
  },
  {
    extensions: ['pdf'],
    isForDrafts: false,
    isEditable: false,
    isCertain: true,
    looksLike: (head) => head.startsWith('%PDF-'),
    load: async () => (await import('./refused.ts')).pdf,
  },
  {
    extensions: ['doc'],
    isForDrafts: false,
    isEditable: false,
    isCertain: true,
    looksLike: (head) => head.startsWith('\xd0\xcf\x11\xe0'),
    load: async () => (await import('./refused.ts')).doc,
  },
  {
    extensions: ['rtf'],
    isForDrafts: false,
    isEditable: false,
    isCertain: true,
    looksLike: (head) => head.startsWith('{\\rtf'),
    load: async () => (await import('./refused.ts')).rtf,
  },
  {
    extensions: ['mhtml', 'mht'],
    isForDrafts: false,
    isEditable: false,
    isCertain: true,
    looksLike: (head) => webArchive.every((mark) => mark.test(head)),
    load: async () => (await import('./refused.ts')).mhtml,
  },
  {
    extensions: ['txt', 'text'],
    isForDrafts: true,
    isEditable: true,
    looksLike: () => true,
    load: async () => text,
  },
]

/** The file name endings, without the dot, that drafts have. */
export const draftExtensions: readonly string[] = formats
  .filter(({isForDrafts}) => isForDrafts)
  .flatMap(({extensions}) => extensions)

/** How much of a file is looked at to guess its format. */
export const headLength = 4096

/**
 * The format of a file: by marks that leave no doubt, by its name, or by its content when the ending is one that no
 * format has, or when only one of the two is a packed document. What has no name and looks like text is Markdown, which
 * plain text is too.
 */
export const formatOf = (path: string | undefined, bytes: Uint8Array): Format => {
  const head = headOf(bytes)
  const certain = formats.find(({isCertain, looksLike}) => isCertain && looksLike(head))
  const named = path === undefined ? undefined : formatNamed(path)
  const guessed = formats.find(({looksLike}) => looksLike(head))!
  if (certain) return certain
  if (!named) return nameless(guessed, path)
  if (guessed.isPacked) return guessed
  return named.isPacked && isText(bytes) ? nameless(guessed, undefined) : named
}

const nameless = (guessed: Format, path: string | undefined): Format =>
  path === undefined && guessed === formats.at(-1) ? formats[0]! : guessed

const isText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && !bytes.subarray(0, headLength).some((byte) => byte < 0x20 && !blanks.includes(byte))

/** Tab, line feed, form feed and carriage return. */
const blanks = [0x09, 0x0a, 0x0c, 0x0d]

/** Whether a file has an ad on each line, and may have any number of them. */
export const holdsLines = (path: string | undefined, head: Uint8Array): boolean =>
  path === undefined ? looksLikeJsonLines(headOf(head)) : /\.(?:jsonl|ndjson)$/i.test(path)

/** The format that the ending of a file name tells. */
export const formatNamed = (path: string): Format | undefined => {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return formats.find(({extensions}) => extensions.includes(extension))
}

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, headLength))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
