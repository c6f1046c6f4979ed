import type {Line, SourceLink} from '../line.ts'
import {type MappedText, removeMapped} from '../mapped-text.ts'
import {textLines} from '../readers/text.ts'
import type {Markup} from '../types.ts'
import {findComments, type Range, readComments} from '../waivers.ts'
import {findAd} from './ad.ts'
import {decodeText, throughMap} from './characters.ts'
import {linesOfTree} from './lines.ts'
import {htmlMarkup} from './markup.ts'
import {attribute, commentsIn, type Element, elementsNamed, isPage, parseHtml} from './tree.ts'

export interface HtmlLines {
  lines: Line[]
  links: SourceLink[]
  /** How text is put into the HTML. */
  markup: Markup
  /** Where JSON-LD stands in what the HTML was taken from. */
  data: [start: number, end: number][]
  /** Where its comments stand in it. */
  comments: Range[]
}

/**
 * The lines of the ad in a web page, or of a fragment of HTML, in the places of what the HTML was taken from.
 *
 * @throws BadInput `nested` for markup that nests without end
 */
export const htmlLines = (source: MappedText): HtmlLines => {
  const html = withoutCdata(source)
  if (anyTag.test(html.text)) return readHtml(html)
  const comments = findComments(html.text)
  const bare = {...html, text: readComments(html.text, comments).masked}
  const decoded = throughMap(decodeText(bare.text, 0, bare.text.length), bare)
  const read = escapedTag.test(bare.text) ? htmlLines(decoded) : readText(decoded)
  const own = comments.map(([start, end]): Range => [html.from[start]!, html.to[end - 1]!])
  return {...read, comments: [...own, ...read.comments].toSorted(([a], [b]) => a - b)}
}

const readHtml = (html: MappedText): HtmlLines => {
  const tree = parseHtml(html.text)
  const {roots, leftOut} = isPage(html.text) ? findAd(tree) : {roots: [tree], leftOut: new Set()}
  const read = roots.map((root) => linesOfTree(root, html, (element) => leftOut.has(element)))
  return {
    lines: read.flatMap(({lines}) => lines),
    links: read.flatMap(({links}) => links),
    markup: htmlMarkup(tree, html.text.length),
    data: elementsNamed(tree, 'script').flatMap((script) => dataIn(script, html)),
    comments: commentsIn(tree).map(([start, end]) => [html.from[start]!, html.to[end - 1]!]),
  }
}

const dataIn = (script: Element, {from, to}: MappedText): [number, number][] => {
  const first = script.childNodes[0]?.sourceCodeLocation
  const last = script.childNodes.at(-1)?.sourceCodeLocation
  const isData = /^\s*application\/ld\+json\b/i.test(attribute(script, 'type') ?? '')
  return isData && first && last ? [[from[first.startOffset]!, to[last.endOffset - 1]!]] : []
}

const cdata = /<!\[CDATA\[|\]\]>/g

/** Marks of CDATA inside HTML, which comes from XML in XML, would hide its text. */
const withoutCdata = (source: MappedText): MappedText =>
  source.text.includes('<![CDATA[') ? removeMapped(source, cdata) : source

/** Text may have comments. */
const anyTag = /<(?:[a-z/]|!(?!--))/i
/** HTML that was escaped once more on its way. */
const escapedTag = /&lt;(?:p|br|div|ul|li|h[1-6]|strong|b|span)\b[^<>]{0,200}?&gt;/i

/** Text without any tags, as feeds carry it beside HTML, means its line breaks. */
const readText = (source: MappedText): HtmlLines => ({
  lines: textLines(source.text, 0, source.text.length).map((line) => ({
    ...line,
    chars: throughMap(line.chars, source),
  })),
  links: [],
  data: [],
  comments: [],
  markup: htmlMarkup({nodeName: '#document-fragment', childNodes: []}, source.text.length),
})
