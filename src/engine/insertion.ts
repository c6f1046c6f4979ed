import {newlineOf} from '../posting/newline.ts'
import type {Block, Markup, Pair, Posting, Section} from '../posting/types.ts'
import homes from './insertion.yml'

/** A text put into the source; `text` has the line breaks that it needs there. */
export interface Insertion {
  offset: number
  text: string
}

const sectionsFor = homes as Readonly<Record<string, readonly Section[]>>

/**
 * Where a missing text belongs: a fact with its label among the other facts, anything else after the section that
 * speaks of the same, or else at the end.
 *
 * @param subject the field, or the last part of the rule id, that the text is about
 */
export const insertionOf = (posting: Posting, text: string, subject: string): Insertion => {
  if (posting.markup) return asParagraph(posting, posting.markup, text, subject)
  const fact = isFact(text) ? lastFact(posting, subject) : undefined
  if (fact) return besideFact(posting, fact, text)
  const {source} = posting
  const newline = newlineOf(source)
  return {
    offset: endOfSection(posting, subject) ?? source.trimEnd().length,
    text: newline + newline + underHeading(posting, text).replaceAll('\n', newline),
  }
}

/** A paragraph after the facts or the section that it belongs to, or else after all text. */
const asParagraph = (posting: Posting, markup: Markup, text: string, subject: string): Insertion => {
  const newline = newlineOf(posting.source)
  const beside = isFact(text) ? lastFact(posting, subject)?.value : undefined
  const {length} = posting.text
  const after = beside ??
    lastOfSection(posting, subject)?.span ?? {start: Math.max(0, length - 1), end: length}
  return {
    offset: Math.min(markup.placeAfter(posting.place(after).end.offset), posting.source.length),
    text: newline + markup.paragraph(text, newline),
  }
}

/** A ready section has a line as its heading, which is marked as the other headings of a Markdown draft are. */
const underHeading = ({source, path}: Posting, text: string): string => {
  const mark = path.endsWith('.md') && /^#{2,4} /m.exec(source)?.[0]
  return mark && /^[^\n]+\n\n/.test(text) ? mark + text : text
}

const isFact = (text: string): boolean => /^[^:.\n]{2,40}: /.test(text) && !text.includes('\n')

/** Whom to ask and how to apply stand apart from the other facts. */
const apart = ['kontakt', 'søknadsmåte']

const lastFact = ({pairs}: Posting, subject: string): Pair | undefined => {
  const known = pairs.filter(({field}) => field !== undefined)
  const alike = known.filter(({field}) => apart.includes(field!) === apart.includes(subject))
  return alike.at(-1) ?? known.at(-1)
}

const besideFact = (posting: Posting, {label, value}: Pair, text: string): Insertion => {
  const {source} = posting
  const newline = newlineOf(source)
  const start = posting.place(label).start
  const line = source.slice(start.offset - start.column + 1, lineEnd(source, start.offset))
  const offset = lineEnd(source, Math.max(start.offset, posting.place(value).end.offset))
  return {offset, text: newline + inStyleOf(line, text, isInFrontMatter(source, offset))}
}

/** A row below a row, an item below an item, valid YAML in front matter. */
const inStyleOf = (line: string, text: string, isYaml: boolean): string => {
  const colon = text.indexOf(': ')
  const [label, value] = [text.slice(0, colon), text.slice(colon + 2)]
  if (isYaml) return `${label}: ${needsQuotes(value) ? JSON.stringify(value) : value}`
  if (/^\s*\|/.test(line)) return `| ${label} | ${value} |`
  return (/^\s*(?:[-*+•–]|\d+[.)])\s+/.exec(line)?.[0] ?? '') + text
}

const needsQuotes = (value: string): boolean => /^[^\p{L}\d]|: | #|:$/u.test(value)

const isInFrontMatter = (source: string, offset: number): boolean => {
  const fence = /^\ufeff?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  return fence !== null && offset < fence[0].length
}

const endOfSection = (posting: Posting, subject: string): number | undefined => {
  const block = lastOfSection(posting, subject)
  return block && lineEnd(posting.source, posting.place(block.span).end.offset)
}

/** The last text of the first section of the ad that speaks of the same. */
const lastOfSection = ({blocks}: Posting, subject: string): Block | undefined => {
  for (const section of sectionsFor[subject] ?? []) {
    const block = blocks.findLast(({kind, sections}) => kind !== 'heading' && sections.includes(section))
    if (block) return block
  }
  return undefined
}

const lineEnd = (source: string, offset: number): number => {
  const match = /[\r\n]/.exec(source.slice(offset))
  return match ? offset + match.index : source.length
}
