import {escapeHtml} from '../posting/html/escape.ts'
import type {Block, Link, Posting} from '../posting/types.ts'

/** The text of an ad as basic, well-formed HTML; what stands outside the text is left out. */
export const htmlOf = (posting: Posting, blocks: readonly Block[]): string => {
  const parts: string[] = []
  for (const [i, block] of blocks.entries()) {
    const isItem = block.kind === 'item'
    if (isItem && blocks[i - 1]?.kind !== 'item') parts.push('<ul>')
    parts.push(element(block, inline(block, posting.links)))
    if (isItem && blocks[i + 1]?.kind !== 'item') parts.push('</ul>')
  }
  return parts.join('\n')
}

const element = ({kind}: Block, html: string): string => {
  if (kind === 'heading') return `<h2>${html}</h2>`
  if (kind === 'item') return `<li>${html}</li>`
  return kind === 'quotation' ? `<blockquote><p>${html}</p></blockquote>` : `<p>${html}</p>`
}

const inline = ({text, span}: Block, links: readonly Link[]): string => {
  const inside = links.filter((link) => link.span.start >= span.start && link.span.end <= span.end)
  let html = ''
  let at = 0
  for (const {span: where, url} of inside) {
    const [start, end] = [where.start - span.start, where.end - span.start]
    if (start < at || !/^(?:https?:\/\/|mailto:)/i.test(url)) continue
    html += `${written(text.slice(at, start))}<a href="${attribute(url)}">${written(text.slice(start, end))}</a>`
    at = end
  }
  return html + written(text.slice(at))
}

/** Neither control characters nor halves of letters, which no XML may hold. */
const written = (text: string): string =>
  escapeHtml(
    text.replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ''),
  ).replaceAll('\n', '<br />\n')

const attribute = (text: string): string => written(text).replaceAll('"', '&quot;')
