import type {XmlPart} from '../posting/office/docx/package.ts'

/** How a document names the elements of Word. */
export interface Namespace {
  address: string
  /** What the type of a relationship begins with. */
  relationshipType: string
}

const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

export const namespaceOf = ({source, root}: XmlPart): Namespace => {
  const isStrict = source.slice(root.start, root.contentStart).includes(strict)
  return isStrict
    ? {address: strict, relationshipType: 'http://purl.oclc.org/ooxml/officeDocument/relationships'}
    : {
        address: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        relationshipType: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      }
}

/**
 * The attribute that elements put into a part need, so that their prefix `w` is known: none where the root has it, as
 * nearly all have.
 */
export const declarationFor = ({source, root}: XmlPart, {address}: Namespace): string => {
  const tag = source.slice(root.start, root.contentStart)
  return tag.includes(`xmlns:w="${address}"`) || tag.includes(`xmlns:w='${address}'`)
    ? ''
    : ` xmlns:w="${address}"`
}
