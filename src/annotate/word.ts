import {openWord} from '../posting/office/docx/package.ts'
import {readWord, type WordStory} from '../posting/office/docx/read.ts'
import {childOf} from '../posting/office/xml.ts'
import {escapeXml} from '../report/xml.ts'
import {type Anchor, after, anchorOf, before, piecesIn, wholeCharacters} from './anchor.ts'
import {declarationFor, namespaceOf} from './namespace.ts'
import {commentParts} from './parts.ts'
import {order, RunEditor, type Splice} from './runs.ts'
import type {Change, Note, Stamp} from './types.ts'

/** A copy of a document with notes beside its words. */
export interface Annotated {
  bytes: Uint8Array
  comments: number
  changes: number
}

/**
 * Writes comments, and exchanges as tracked changes, into a copy of a Word document. Only the runs that they touch are
 * written anew; all else keeps its bytes.
 *
 * @throws BadInput as `readWord`
 */
export const annotateWord = (bytes: Uint8Array, notes: readonly Note[], stamp: Stamp): Annotated => {
  const story = readWord(bytes)
  const {word} = story
  const namespace = namespaceOf(word.document)
  const old = word.related('comments')
  const writer: Writer = {
    story,
    editor: new RunEditor(story),
    nextId: numberer([word.document.source, old?.source ?? '']),
    declaration: declarationFor(word.document, namespace),
    stamp: `w:author="${escapeXml(stamp.author)}" w:date="${stamp.date}T00:00:00Z"`,
  }
  const declaration = old ? declarationFor(old, namespace) : ''
  const comments = notes.flatMap((note) => {
    const anchor = anchorOf(note.range, story)
    if (!anchor) return []
    const id = markWords(anchor, writer)
    const [heading = '', ...lines] = note.lines
    const told = anchor.isBox && note.inBox !== undefined ? [heading, note.inBox, ...lines] : note.lines
    return [commentOf(id, told, stamp, `${declaration} ${writer.stamp}`)]
  })
  const changes = apart(notes.flatMap(({change}) => change ?? [])).filter((one) => writeChange(one, writer))
  if (comments.length === 0) return {bytes, comments: 0, changes: 0}
  const parts = commentParts(word, comments.join(''), namespace)
  parts.set(word.document.name, spliced(word.document.source, writer.editor.splices()))
  const encoder = new TextEncoder()
  const changed = new Map([...parts].map(([name, source]) => [name, encoder.encode(source)]))
  return {bytes: word.archive.with(changed), comments: comments.length, changes: changes.length}
}

interface Writer {
  story: WordStory
  editor: RunEditor
  nextId: () => number
  /** What an element put into the document needs besides its own attributes. */
  declaration: string
  stamp: string
}

/** Numbers that no element has yet. */
const numberer = (sources: readonly string[]): (() => number) => {
  const taken = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/:id\s*=\s*["'](\d{1,9})["']/g)].map(([, id]) => Number(id)),
    ),
  )
  let id = -1
  return () => {
    do id++
    while (taken.has(id))
    return id
  }
}

/** Puts the marks of a comment around words, and returns its number. */
const markWords = ({from, to}: Anchor, {editor, nextId, declaration}: Writer): number => {
  const id = nextId()
  const own = `${declaration} w:id="${id}"/>`
  editor.mark(from, `<w:commentRangeStart${own}`, order.start)
  const reference = `<w:r${declaration}><w:commentReference w:id="${id}"/></w:r>`
  editor.mark(to, `<w:commentRangeEnd${own}${reference}`, order.end)
  return id
}

const commentOf = (id: number, lines: readonly string[], {author}: Stamp, attributes: string): string => {
  const paragraphs = lines.map((line, i) => {
    const look = i === 0 ? '<w:rPr><w:b/></w:rPr>' : ''
    return `<w:p><w:r>${look}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`
  })
  const initials = escapeXml(author.slice(0, 1))
  return `<w:comment${attributes} w:id="${id}" w:initials="${initials}">${paragraphs.join('')}</w:comment>`
}

/** Changes that do not overlap an earlier one. */
const apart = (changes: readonly Change[]): Change[] => {
  let end = 0
  return changes
    .toSorted((one, other) => one.range[0] - other.range[0])
    .filter(({range}) => {
      const isApart = range[0] >= end
      if (isApart) end = range[1]
      return isApart
    })
}

/** What a run may stand in for a change of it to be tracked. */
const changeable = ['w:p', 'w:ins', 'w:hyperlink', 'w:smartTag', 'w:sdtContent']

/** Tracks an exchange, when it is within plain text of one paragraph. */
const writeChange = ({range, text}: Change, {story, editor, nextId, declaration, stamp}: Writer): boolean => {
  const [start, end] = wholeCharacters(range, story.text)
  const pieces = piecesIn(start, end, story)
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last || story.text.slice(start, end).includes('\n')) return false
  if (pieces.some(({offsets, anchor, run}) => !offsets || anchor || !changeable.includes(run.parent!.name)))
    return false
  for (const piece of pieces) {
    const tag = `<w:del${declaration} w:id="${nextId()}" ${stamp}>`
    editor.delete(before(piece, start), after(piece, end).at, tag)
  }
  const look = childOf(first.run, 'w:rPr')
  const {source} = story.word.document
  const words = `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`
  const own = look ? source.slice(look.start, look.end) : ''
  const insertion = `<w:ins${declaration} w:id="${nextId()}" ${stamp}><w:r>${own}${words}</w:r></w:ins>`
  const {parent} = last.run
  const isInserted = parent!.name === 'w:ins'
  const outer = isInserted ? source.slice(parent!.start, parent!.contentStart) : ''
  const xml = isInserted ? `</${/^<([^\s/>]+)/.exec(outer)![1]}>${insertion}${outer}` : insertion
  editor.mark(after(last, end), xml, order.insertion)
  return true
}

const spliced = (source: string, splices: readonly Splice[]): string => {
  const parts: string[] = []
  let last = 0
  for (const {start, end, text} of splices.toSorted((one, other) => one.start - other.start)) {
    parts.push(source.slice(last, start), text)
    last = end
  }
  return [...parts, source.slice(last)].join('')
}

/** Whether a document carries programs, which a copy that goes from hand to hand should not. */
export const hasMacros = (bytes: Uint8Array): boolean =>
  openWord(bytes).archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))
