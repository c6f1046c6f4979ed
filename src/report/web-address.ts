/** An address that may be a link, written so that of all signs of markup only `&` can be in it; nothing for any other. */
export const webAddress = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const {protocol, href} = new URL(text)
  if (!/^https?:$/.test(protocol)) return undefined
  const [page, ...fragments] = href.split('#')
  const anchor = fragments.length > 0 ? `#${fragments.join('%23')}` : ''
  return `${page}${anchor}`.replace(/[^\w\-.~:/?#@!,;=%+&]|%(?![\da-f]{2})/gi, percentEncoded)
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
