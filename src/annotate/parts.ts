import {BadInput} from '../posting/bad-input.ts'
import {readPart, relationshipsName, type WordPackage, type XmlPart} from '../posting/office/docx/package.ts'
import type {Namespace} from './namespace.ts'

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006/'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of the package that comments take: their own, and those that tell where it is. */
export const commentParts = (
  word: WordPackage,
  comments: string,
  {address, relationshipType}: Namespace,
): Map<string, string> => {
  const old = word.related('comments')
  if (old) return new Map([[old.name, appended(old, comments)]])
  const {archive, document} = word
  const folder = document.name.slice(0, document.name.lastIndexOf('/') + 1)
  const name = unused((n) => `${folder}comments${n}.xml`, archive.names)
  const relationships: XmlPart | undefined = readPart(archive, relationshipsName(document.name))
  const types = readPart(archive, '[Content_Types].xml')
  if (!types) throw new BadInput('damaged')
  const id = unused(
    (n) => `utlys${n}`,
    word.relationships.map((one) => one.id),
  )
  const target = name.slice(folder.length)
  const relationship = (prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${relationshipType}/comments" Target="${target}"/>`
  return new Map([
    [name, `${declaration}<w:comments xmlns:w="${address}">${comments}</w:comments>`],
    [
      relationshipsName(document.name),
      relationships
        ? appended(relationships, relationship(prefixOf(relationships)))
        : `${declaration}<Relationships xmlns="${packageTypes}relationships">${relationship('')}</Relationships>`,
    ],
    [
      types.name,
      appended(types, `<${prefixOf(types)}Override PartName="/${name}" ContentType="${contentType}"/>`),
    ],
  ])
}

const unused = (nameOf: (n: string) => string, taken: readonly string[]): string => {
  let n = 0
  while (taken.includes(nameOf(n === 0 ? '' : String(n)))) n++
  return nameOf(n === 0 ? '' : String(n))
}

/** What the root's own name has before its colon, with it. */
const prefixOf = ({source, root}: XmlPart): string =>
  /^<((?:[^\s/>:]+:)?)/.exec(source.slice(root.start, root.contentStart))![1]!

/** A part with more at the end of its root. */
const appended = ({source, root}: XmlPart, more: string): string => {
  if (root.contentEnd < root.end)
    return source.slice(0, root.contentEnd) + more + source.slice(root.contentEnd)
  const tag = source.slice(root.start, root.end)
  const name = /^<([^\s/>]+)/.exec(tag)![1]!
  return `${source.slice(0, root.start)}${tag.replace(/(?<!\s)\s*\/>$/, '>')}${more}</${name}>${source.slice(root.end)}`
}
