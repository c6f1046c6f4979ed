import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'

/** Parts of a document by name. */
export type Parts = Readonly<Record<string, string>>

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const namespaces = [
  `xmlns:w="${main}"`,
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')

/** A part of Word's own kind. */
export const wordPart = (name: string, content: string): string =>
  `${xml}<w:${name} ${namespaces}>${content}</w:${name}>`

/** A Word document with this body, and other parts that it has relationships to by their names. */
export const docx = (body: string, related: Parts = {}, more: Parts = {}): Uint8Array => {
  const types = Object.keys(related).map(
    (name) => `<Relationship Id="r${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
  )
  return zipped({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': wordPart('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships">${types.join('')}<Relationship Id="link" Type="${office}/hyperlink" Target="https://example.com/soknad" TargetMode="External"/></Relationships>`,
    ...Object.fromEntries(Object.entries(related).map(([name, text]) => [`word/${name}.xml`, text])),
    ...more,
  })
}

export const zipped = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

/** Bytes of every entry of a zip file. */
export const entriesOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

/** An entry of a zip file as text. */
export const partOf = (bytes: Uint8Array, name: string): string => strFromU8(entriesOf(bytes)[name]!)

/** Run with text, and with what is said of its look. */
export const r = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** Paragraph of runs, with what is said of it; a text without tags is one run. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${/^[^<]+$/.test(content) ? r(content) : content}</w:p>`

/** An OpenDocument text. */
export const odt = (body: string, styles = '', more: Parts = {}): Uint8Array => {
  const names = ['office', 'text', 'table', 'style'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const others = [
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  ]
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), {level: 0}],
    'content.xml': strToU8(
      `${xml}<office:document-content ${[...names, ...others].join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
}
