import {prefixes} from '../../src/posting/office/docx/package.ts'
import {readWord} from '../../src/posting/office/docx/read.ts'
import {childOf, isElement, parseXml, type XmlElement} from '../../src/posting/office/xml.ts'
import {partOf} from '../posting/office.ts'

/** A character of a document's XML, in the order of the file, with the look of its run. */
export interface Inked {
  character: string
  look: string
  isDeleted: boolean
  isInserted: boolean
  /** Ids of the comments that it lies within. */
  comments: readonly string[]
}

const document = 'word/document.xml'

/** Every character of the body, apart from reading it as a person does: what is deleted is there too. */
export const inkOf = (bytes: Uint8Array): Inked[] => {
  const source = partOf(bytes, document)
  const open = new Set<string>()
  const ink: Inked[] = []
  const walk = (
    element: XmlElement,
    state: {look: string; isDeleted: boolean; isInserted: boolean},
  ): void => {
    turn(element, open)
    const isOurs = element.attributes['w:author'] === 'utlys'
    const look = element.name === 'w:r' ? lookOf(element, source) : state.look
    const own = {
      look,
      isDeleted: state.isDeleted || (isOurs && element.name === 'w:del'),
      isInserted: state.isInserted || (isOurs && element.name === 'w:ins'),
    }
    for (const child of element.children) {
      if (isElement(child)) walk(child, own)
      else if (/^w:(?:t|delText)$/.test(element.name))
        for (const character of source.slice(child.start, child.end).split(''))
          ink.push({character, ...own, comments: [...open]})
    }
  }
  walk(parseXml(source, prefixes), {look: '', isDeleted: false, isInserted: false})
  return ink
}

/** A comment begins or ends. */
const turn = ({name, attributes}: XmlElement, open: Set<string>): void => {
  if (name === 'w:commentRangeStart') open.add(attributes['w:id']!)
  if (name === 'w:commentRangeEnd') open.delete(attributes['w:id']!)
}

const lookOf = (run: XmlElement, source: string): string => {
  const look = childOf(run, 'w:rPr')
  return look ? source.slice(look.start, look.end) : ''
}

/** The words that each comment lies around, in the order of their numbers. */
export const commented = (bytes: Uint8Array): string[] => {
  const ink = inkOf(bytes).filter(({isInserted}) => !isInserted)
  const ids = [...partOf(bytes, document).matchAll(/<w:commentRangeStart[^>]* w:id="(\d+)"/g)].map(
    ([, id]) => id!,
  )
  return ids
    .toSorted((one, other) => Number(one) - Number(other))
    .map((id) =>
      ink
        .filter(({comments}) => comments.includes(id))
        .map(({character}) => character)
        .join(''),
    )
}

/** The text of a document with the tracked changes taken as made. */
export const textOf = (bytes: Uint8Array): string => readWord(bytes).text

/** The document's XML without what utlys has put into it, its runs joined again where they were parted. */
export const withoutMarks = (bytes: Uint8Array): string =>
  partOf(bytes, document)
    .replace(/<w:ins [^>]*w:author="utlys"[^>]*>.*?<\/w:ins>/g, '')
    .replace(/<w:del [^>]*w:author="utlys"[^>]*>(.*?)<\/w:del>/g, '$1')
    .replaceAll('delText', 't')
    .replace(/<w:commentRange(?:Start|End)[^>]*\/>/g, '')
    .replace(/<w:r><w:commentReference[^>]*\/><\/w:r>/g, '')
    .replace(/ xml:space="preserve"/g, '')
    .replace(joint, '')
    .replace(/<\/w:t><w:t>/g, '')

/** Where a run ends and one that looks the same goes on. */
const joint = /<\/w:r><w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?(?=<w:t>)/g
