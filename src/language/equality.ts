import type {Paragraph, Root, Sentence as SentenceNode} from 'nlcst'
import retextEquality from 'retext-equality'
import retextLatin from 'retext-latin'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {Block, Posting, Span} from '../posting/types.ts'
import data from './equality.yml'

/** A finding of retext-equality in an English block. */
export interface EqualityHit {
  span: Span
  actual: string
  /** Replacements, best first. */
  expected: string[]
  ground: string
  severity: 'warning' | 'info'
  /** Id of the message of `rules/inkludering/engelsk.yml`. */
  message: string
  /** One of these words must stand in the same sentence for the hit to count. */
  beside?: readonly string[]
}

interface Group {
  ground: string
  severity: 'warning' | 'info'
  message: string
  rules: string
  words?: string
  beside?: string
}

const list = (words: string): string[] => words.split(/\s+/u)

const {groups} = data as {groups: Group[]}
const groupOf = new Map(groups.flatMap((group) => list(group.rules).map((id) => [id, group] as const)))

/** retext-equality sorts its phrases anew for every paragraph, so it is given one. */
const asOneParagraph = () => (root: Root) => {
  const sentences = root.children.flatMap((child): SentenceNode[] =>
    child.type === 'ParagraphNode'
      ? child.children.filter((inner): inner is SentenceNode => inner.type === 'SentenceNode')
      : [],
  )
  const paragraph: Paragraph = {type: 'ParagraphNode', children: sentences}
  root.children = sentences.length > 0 ? [paragraph] : []
}

const processor = unified().use(retextLatin).use(asOneParagraph).use(retextEquality).freeze()

/** What retext-equality has to say that matters in a job ad; it reads the English blocks and nothing else. */
export const equalityIn = ({blocks}: Posting): EqualityHit[] => {
  const english = blocks.filter(({language}) => language === 'en')
  const file = new VFile(english.map(({text}) => text).join('\n\n'))
  processor.runSync(processor.parse(file), file)
  const toPosting = placesIn(english)
  return file.messages
    .flatMap(({ruleId, actual, expected, place}): EqualityHit[] => {
      const group = groupOf.get(ruleId ?? '')
      if (!group || !actual || !place || !('start' in place)) return []
      if (group.words && !isAmong(actual, group.words)) return []
      const {ground, severity, message, beside} = group
      return [
        {
          span: {start: toPosting(place.start.offset!), end: toPosting(place.end.offset!)},
          actual,
          expected: expected ?? [],
          ground,
          severity,
          message,
          ...(beside && {beside: list(beside)}),
        },
      ]
    })
    .toSorted((one, other) => one.span.start - other.span.start)
}

const isAmong = (actual: string, words: string): boolean => words.split(', ').includes(actual.toLowerCase())

/** From the offsets of the joined blocks to those of the posting. */
const placesIn = (blocks: readonly Block[]): ((offset: number) => number) => {
  let length = 0
  const starts = blocks.map(({text, span}) => {
    const from = length
    length += text.length + 2
    return {from, to: span.start}
  })
  return (offset) => {
    const {from, to} = starts.findLast((start) => start.from <= offset)!
    return to + offset - from
  }
}
