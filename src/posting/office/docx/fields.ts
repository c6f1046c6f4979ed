import {childrenOf, type XmlElement} from '../xml.ts'
import {chosen} from './alternatives.ts'

/** `begin`, `separate` before the result, or `end`. */
export const fieldMark = (node: XmlElement): string | undefined => node.attributes['w:fldCharType']

/** The marks at which a field begins that gets neither a result nor an end. */
export const halfFieldsIn = (body: XmlElement | undefined): Set<XmlElement> => {
  const half = new Set<XmlElement>()
  const pass = (mark: XmlElement, open: XmlElement[]): void => {
    if (fieldMark(mark) === 'begin') {
      open.push(mark)
      half.add(mark)
    } else if (open.length > 0) {
      half.delete(open.at(-1)!)
      if (fieldMark(mark) === 'end') open.pop()
    }
  }
  const look = (container: XmlElement, open: XmlElement[]): void => {
    for (const child of readIn(container)) {
      if (child.name === 'w:fldChar') pass(child, open)
      else look(child, child.name === 'w:txbxContent' ? [] : open)
    }
  }
  if (body) look(body, [])
  return half
}

/** Without what was deleted or moved away. */
const readIn = (container: XmlElement): XmlElement[] =>
  container.name === 'mc:AlternateContent'
    ? [chosen(container)].filter((one) => one !== undefined)
    : childrenOf(container).filter(({name}) => name !== 'w:del' && name !== 'w:moveFrom')
