import {BadInput} from '../../bad-input.ts'
import {childrenOf, type Prefixes, parseXml, type XmlElement} from '../xml.ts'
import {type Archive, openArchive} from '../zip.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Namespaces of Word, in the form that Word writes and in the strict one. */
export const prefixes: Prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  [relationships, 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
])

/** A part of a Word document. */
export interface XmlPart {
  name: string
  source: string
  root: XmlElement
}

export interface Relationship {
  id: string
  /** The last part of the address of its type. */
  type: string
  target: string
  isExternal: boolean
}

export interface WordPackage {
  archive: Archive
  document: XmlPart
  /** Of the document. */
  relationships: readonly Relationship[]
  /** The part that the document has a relationship of this type to. */
  related(type: string): XmlPart | undefined
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/** @throws BadInput for what is no Word document, is damaged or locked, or is too big */
export const openWord = (bytes: Uint8Array): WordPackage => {
  const archive = openArchive(bytes)
  const main = relationshipsOf('', archive).find(({type}) => type === 'officeDocument')
  const name = main && resolved('', main.target)
  const document = name === undefined ? undefined : readPart(archive, name)
  if (document?.root.name !== 'w:document') throw new BadInput('notWord')
  const own = relationshipsOf(document.name, archive)
  return {
    archive,
    document,
    relationships: own,
    related(type) {
      const found = own.find((one) => one.type === type && !one.isExternal)
      return found && readPart(archive, resolved(document.name, found.target))
    },
  }
}

/** A part as it is; nothing when there is none. @throws BadInput when it is no XML in UTF-8 */
export const readPart = (archive: Archive, name: string): XmlPart | undefined => {
  const bytes = archive.read(name)
  if (!bytes) return undefined
  const source = decoded(bytes)
  return {name, source, root: parseXml(source, prefixes)}
}

const decoded = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BadInput('damaged')
  }
}

/** The name of the part that holds the relationships of another, or of the whole. */
export const relationshipsName = (name: string): string => {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

const relationshipsOf = (name: string, archive: Archive): Relationship[] =>
  childrenOf(readPart(archive, relationshipsName(name))?.root, 'rel:Relationship').map(({attributes}) => {
    const {Id: id = '', Type: type = '', Target: target = '', TargetMode: mode} = attributes
    return {id, type: type.slice(type.lastIndexOf('/') + 1), target, isExternal: mode === 'External'}
  })

/** The name of the part that a part refers to. */
const resolved = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
