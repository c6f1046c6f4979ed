import {compile, inLowerCase} from '../../vocabulary/pattern.ts'
import {createWordSet} from '../../vocabulary/word-set.ts'
import frameData from './frame.yml'
import {attribute, type Element, textOf} from './tree.ts'

const data = frameData as Record<'names' | 'words' | 'headings' | 'links' | 'buttons', string[]>

const names = new Set(data.names)
const isWord = createWordSet(data.words)
const heading = compile(`^(?:${data.headings.join('|')})[.:!?]?$`, '')
const link = compile(data.links.join('|'), 'i')
const button = compile(`^(?:${data.buttons.join('|')})`, '')

const frameRoles = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist'.split(' '),
)

/** Elements that are by their nature around an ad and not in it. */
export const isFrameByKind = (element: Element, isInContent: boolean): boolean => {
  const {tagName} = element
  if (tagName === 'nav' || tagName === 'dialog' || tagName === 'search') return true
  if (frameRoles.has(attribute(element, 'role') ?? '')) return true
  return !isInContent && (tagName === 'header' || tagName === 'footer')
}

/** Elements that are called something that is not an ad. */
export const isFrameByName = (element: Element, isInContent: boolean): boolean =>
  element.attrs.some(({name, value}) => {
    if (name !== 'class' && name !== 'id' && name !== 'aria-label') return false
    const called = value.split(/\s+/)
    if (!isInContent && name !== 'aria-label' && called.some((each) => names.has(inLowerCase(each))))
      return true
    return called.some((each) => wordsOf(each).some(isWord))
  })

/** "cookieBanner" and "cookie-banner" are two words. */
const wordsOf = (name: string): string[] =>
  name.length > 100
    ? []
    : inLowerCase(name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-'))
        .split(/[^\p{L}]+/u)
        .filter(Boolean)

/** Headings of what is no part of the ad under which it stands. */
export const isFrameHeading = (text: string): boolean => text.length <= 100 && heading.test(inLowerCase(text))

/** Links that share or print a page, and buttons that do anything but apply. */
export const isTool = (element: Element): boolean => {
  if (element.tagName === 'a') return link.test(attribute(element, 'href') ?? '')
  return element.tagName === 'button' && !button.test(inLowerCase(textOf(element).trim()))
}
