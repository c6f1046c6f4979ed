import {active} from './active.ts'
import {safe} from './safe.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
/** What XML 1.0 cannot hold, not even as a reference. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const special = /[&<>"'\r]|(?<=:):/g
const blank = /[\t\n]/g

const held = (character: string): string => (/[\ufffe\uffff]/.test(character) ? '\ufffd' : safe(character))

const reference = (text: string): string => `&#${text.charCodeAt(0)};${text.slice(1)}`

/** Text for an element that says the same, and does nothing where the XML is printed. */
export const escapeXml = (text: string): string =>
  text.replace(impossible, held).replace(special, reference).replace(active, reference)

/** Blanks in attributes are all the same to XML unless they are references. */
const attribute = (text: string): string => escapeXml(text).replace(blank, reference)

/** An element; the children are XML. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly string[] = [],
): string => {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const opening = [name, ...given.map(([key, value]) => `${key}="${attribute(String(value))}"`)].join(' ')
  return children.length === 0 ? `<${opening}/>` : `<${opening}>${children.join('')}</${name}>`
}

/** A document of elements with one line each. */
export const documentOf = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string =>
  `${declaration}\n${element(name, attributes, ['\n', ...children.map((child) => `${child}\n`)])}\n`
