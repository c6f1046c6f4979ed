import {fieldOfLabel, sectionsOfHeading} from '../../vocabulary/index.ts'
import {isUnread} from './elements.ts'
import {type Element, isElement, isText, type ParentNode, textOf} from './tree.ts'

const longestLabel = 60
/** Other pages say so much, too. */
const saidAnywhere = new Set(['annet', 'om', 'kontakt'])

/** The fields and sections that a part of a page has labels and headings of, as ads have. */
export const saidIn = (
  part: ParentNode,
  isLeftOut: (element: Element) => boolean,
  said = new Set<string>(),
): ReadonlySet<string> => {
  for (const child of part.childNodes) {
    if (isText(child)) add(labelIn(child.value), said)
    else if (isElement(child) && !isUnread(child) && !isLeftOut(child)) {
      if (/^h[2-6]$/.test(child.tagName)) add(sectionsOfHeading(textOf(child).trim()), said)
      saidIn(child, isLeftOut, said)
    }
  }
  return said
}

const add = (names: readonly string[], said: Set<string>): void => {
  for (const name of names) if (!saidAnywhere.has(name)) said.add(name)
}

/** "Søknadsfrist", "Søknadsfrist: 14. januar" */
const labelIn = (text: string): string[] => {
  const label = text.slice(0, longestLabel * 2).trimStart()
  const colon = label.indexOf(':')
  const field = fieldOfLabel((colon < 0 ? label : label.slice(0, colon)).trim().toLowerCase())
  return field === undefined ? [] : [field]
}
