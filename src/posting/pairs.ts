import {fieldOfLabel, longestLabel, sectionsOfHeading} from '../vocabulary/index.ts'
import type {BlockKind, Pair, Span} from './types.ts'

/** What is needed of a block to find its labels. */
interface PairBlock {
  kind: BlockKind
  text: string
  span: Span
  gap: number
}

/** How many lines below its label a value may stand. */
const farthest = 3

/** A longer line is no label alone. */
const longestAlone = 80

/** A longer text below a label is prose and no value. */
const longest = 150

/**
 * Finds labels with their values: several in one line, in list items and in running text, and values
 * that stand below a label alone on its line.
 */
export const findPairs = (blocks: readonly PairBlock[]): Pair[] =>
  blocks.flatMap((block, i) => {
    const labels = labelsIn(block)
    const pairs = labels.map(({field, start, end, valueStart}, n): Pair => {
      const valueEnd = labels[n + 1]?.start ?? block.text.length
      const value = trimSpan(block.text, valueStart, valueEnd)
      return {
        field: field === 'annet' ? undefined : field,
        label: shift({start, end}, block.span.start),
        value: value ? shift(value, block.span.start) : valueBelow(blocks, i, field),
      }
    })
    return pairs.filter(({value}) => value.end > value.start)
  })

interface FoundLabel {
  field: string
  start: number
  end: number
  valueStart: number
}

const labelsIn = (block: PairBlock): FoundLabel[] => {
  const alone = block.text.length <= longestAlone ? fieldOfLabel(bare(block.text)) : undefined
  if (alone && block.kind !== 'item') {
    return [{field: alone, start: 0, end: block.text.length, valueStart: block.text.length}]
  }
  const found: FoundLabel[] = []
  for (let colon = block.text.indexOf(':'); colon >= 0; colon = block.text.indexOf(':', colon + 1)) {
    if (block.text.startsWith('//', colon + 1)) continue
    const label = labelBefore(block.text, colon, found.at(-1)?.valueStart ?? 0)
    if (label) found.push(label)
  }
  return found
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<!\s)\s*[:?]$/, '')
    .trim()

/** The longest known label that ends at a colon; inside a text it must begin with a capital. */
const labelBefore = (text: string, colon: number, from: number): FoundLabel | undefined => {
  const end = endBefore(text, colon, from)
  let start = end
  let best: FoundLabel | undefined
  for (let words = 0; words < longestLabel && start > from; words++) {
    start = Math.max(startOfWord(text, start - 2, end - longestWords), from)
    if (end - start > longestWords) break
    const field = fieldOfLabel(text.slice(start, end).toLowerCase())
    const begins = start === 0 || /^\p{Lu}/u.test(text.slice(start, end))
    if (field && begins) best = {field, start, end, valueStart: colon + 1}
    if (start === from) break
  }
  return best
}

/** The words of a label are no longer than this together. */
const longestWords = 60

/** Where the word begins that holds a place, or some place before `least` when that is not near. */
const startOfWord = (text: string, place: number, least: number): number => {
  let start = place
  while (start >= 0 && start >= least - 1 && text[start] !== ' ') start--
  return start + 1
}

/** Where the words end before a place. */
const endBefore = (text: string, place: number, from: number): number => {
  let end = place
  while (end > from && isBlank.test(text[end - 1]!)) end--
  return end
}

const isBlank = /\s/

const trimSpan = (text: string, start: number, end: number): Span | undefined => {
  const slice = text.slice(start, end)
  const from = start + slice.length - slice.trimStart().length
  const to = start + slice.trimEnd().length
  return to > from ? {start: from, end: to} : undefined
}

const shift = (span: Span, by: number): Span => ({start: span.start + by, end: span.end + by})

/** The value on the lines below: a date or name is one block, an address may be several short ones. */
const valueBelow = (blocks: readonly PairBlock[], label: number, field: string): Span => {
  const none = {start: 0, end: 0}
  const first = blocks[label + 1]
  if (field === 'annet' || !first || first.gap >= farthest || first.text.length > longest || !isValue(first))
    return none
  let last = first
  for (let i = label + 2; field === 'arbeidssted' && i < label + 4; i++) {
    const next = blocks[i]
    if (!next || next.gap > 0 || next.kind !== 'paragraph' || next.text.length > 60) break
    last = next
  }
  return {start: first.span.start, end: last.span.end}
}

const isValue = (block: PairBlock): boolean =>
  block.kind === 'paragraph' ||
  block.kind === 'quotation' ||
  block.kind === 'item' ||
  (block.kind === 'heading' && sectionsOfHeading(block.text).length === 0 && !block.text.endsWith(':'))
