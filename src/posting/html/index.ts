import type {Line, SourceLink} from '../line.ts'
import {type MappedText, removeMapped} from '../mapped-text.ts'
import {textLines} from '../readers/text.ts'
import {findAd} from './ad.ts'
import {decodeText, throughMap} from './characters.ts'
import {linesOfTree} from './lines.ts'
import {isPage, parseHtml} from './tree.ts'

export interface HtmlLines {
  lines: Line[]
  links: SourceLink[]
}

/**
 * The lines of the ad in a web page, or of a fragment of HTML, in the places of what the HTML was taken from.
 *
 * @throws BadInput `nested` for markup that nests without end
 */
export const htmlLines = (source: MappedText): HtmlLines => {
  const html = withoutCdata(source)
  if (anyTag.test(html.text)) return readHtml(html)
  const decoded = throughMap(decodeText(html.text, 0, html.text.length), html)
  return escapedTag.test(html.text) ? htmlLines(decoded) : {lines: linesOfText(decoded), links: []}
}

const readHtml = (html: MappedText): HtmlLines => {
  const tree = parseHtml(html.text)
  const {roots, leftOut} = isPage(html.text) ? findAd(tree) : {roots: [tree], leftOut: new Set()}
  const read = roots.map((root) => linesOfTree(root, html, (element) => leftOut.has(element)))
  return {lines: read.flatMap(({lines}) => lines), links: read.flatMap(({links}) => links)}
}

const cdata = /<!\[CDATA\[|\]\]>/g

/** Marks of CDATA inside HTML, which comes from XML in XML, would hide its text. */
const withoutCdata = (source: MappedText): MappedText =>
  source.text.includes('<![CDATA[') ? removeMapped(source, cdata) : source

const anyTag = /<[a-z!/]/i
/** HTML that was escaped once more on its way. */
const escapedTag = /&lt;(?:p|br|div|ul|li|h[1-6]|strong|b|span)\b[^<>]{0,200}?&gt;/i

/** Text without any tags, as feeds carry it beside HTML, means its line breaks. */
const linesOfText = (source: MappedText): Line[] =>
  textLines(source.text, 0, source.text.length).map((line) => ({
    ...line,
    chars: throughMap(line.chars, source),
  }))
