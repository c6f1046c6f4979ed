import {attribute, type Element} from './tree.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What a reader of the page does not see, or sees and does not read. */
const unread = words(
  'script style template noscript head title meta link base iframe object embed applet canvas audio video svg math map input select option datalist textarea progress meter noframes noembed xmp rp rt',
)
/** Blocks with a blank line before and after them. */
const spaced = words(
  'p ul ol dl table blockquote pre figure section article main aside header footer nav form fieldset hr address details menu dir center h1 h2 h3 h4 h5 h6',
)
const tight = words(
  'html body div li dt dd tr td th thead tbody tfoot caption figcaption summary legend optgroup dialog search hgroup',
)
const bold = words('b strong th')

/** Elements whose text is left out. */
export const isUnread = (element: Element): boolean => unread.has(element.tagName) || isHidden(element)

const hidingStyle = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i

const isHidden = (element: Element): boolean => {
  if (element.attrs.length === 0) return false
  const hidden = attribute(element, 'hidden')
  return (
    (hidden !== undefined && hidden !== 'until-found') || hidingStyle.test(attribute(element, 'style') ?? '')
  )
}

/** The blank lines around a block; undefined for an element that is part of a line. */
export const gapAround = (element: Element): number | undefined => {
  if (spaced.has(element.tagName)) return 1
  if (tight.has(element.tagName)) return 0
  return /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}(?:block|flex|grid|list-item|table)/i.test(
    attribute(element, 'style') ?? '',
  )
    ? 0
    : undefined
}

export const headingRank = (element: Element): number | undefined => {
  if (/^h[1-6]$/.test(element.tagName)) return Number(element.tagName[1])
  if (attribute(element, 'role') !== 'heading') return undefined
  const level = Number(attribute(element, 'aria-level') ?? 2)
  return level >= 1 && level <= 6 ? level : 2
}

/** Whether an element makes its text bold, or bold text plain; undefined when it does neither. */
export const boldness = (element: Element): boolean | undefined => {
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i.exec(attribute(element, 'style') ?? '')?.[1]
  if (weight) return /^(?:bold|bolder|[6-9]00)$/i.test(weight)
  return bold.has(element.tagName) ? true : undefined
}
