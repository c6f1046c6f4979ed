/** An address that may be a link, written so that no markup can be hidden in it; nothing for any other. */
export const webAddress = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const {protocol, href} = new URL(text)
  if (!/^https?:$/.test(protocol)) return undefined
  return href.replace(/[^\w\-.~:/?#@!,;=%+&]/g, percentEncoded).replaceAll('&', '&amp;')
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
