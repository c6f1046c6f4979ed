import {safe} from './safe.ts'
import {webAddress} from './web-address.ts'

/** Has a meaning in Markdown, in its tables, or in the HTML that comes of it. */
const special = /[&<>|\\`*_[\]{}~$#\u200b]/g
/** What GitHub and others make a link or a notification of, also when it is written as an entity. */
const linking = /@|#(?=\w)|:(?=\/\/)|www(?=\.)|\bgh(?=-\d)/gi
/** What GitHub makes a link of when there is such a commit. */
const commitId = /\b(?=\d{0,40}[a-f])[0-9a-f]{7,40}\b/gi

/** What begins a tag, an entity, a picture or a link in Markdown. */
const making = /<|&(?=#?\w{1,40};)|!(?=\[)|\](?=[([:])/g

/** Breaks what would become a link, by something that is not seen. */
const unlinked = (text: string): string =>
  text.replace(linking, '$&\u200b').replace(commitId, (id) => id.match(/.{1,6}/g)!.join('\u200b'))

/** Foreign text as words and nothing else, on one line of a Markdown paragraph, heading or table cell. */
export const escapeMarkdown = (text: string): string =>
  unlinked(safe(text.replace(/\s+/g, ' ').trim())).replace(
    special,
    (character) => `&#${character.charCodeAt(0)};`,
  )

/** Foreign text on one line for readers of which some take it for Markdown: words, with nothing added that is seen. */
export const inertText = (text: string): string =>
  unlinked(safe(text.replace(/\s+/g, ' ').trim())).replace(making, '$&\u200b')

/** A link, or the title alone when the address is no web address. */
export const markdownLink = (title: string, url: string | undefined): string => {
  const address = url === undefined ? undefined : webAddress(url)
  return address === undefined
    ? escapeMarkdown(title)
    : `[${escapeMarkdown(title)}](${address.replaceAll('&', '&amp;')})`
}
