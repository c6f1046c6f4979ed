import {createHash} from 'node:crypto'
import {sentenceSpans} from '../language/sentences.ts'

/** A sentence, heading or list item of a policy, on one line, with the lines that it was written on. */
export interface PolicySentence {
  text: string
  firstLine: number
  lastLine: number
}

interface Line {
  text: string
  /** Counted from 1. */
  number: number
  isIndented: boolean
}

/** The sentences of a policy, however its lines are broken; headings and list items are sentences too. */
export const sentencesOf = (text: string): PolicySentence[] => blocksIn(linesOf(text)).flatMap(sentencesIn)

/** Twelve hexadecimal digits that change when the sentence does, but not with its line breaks and hyphens. */
export const fingerprintOf = (sentence: string): string => {
  const plain = sentence
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00AD\u200B]/gu, '')
    .replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return createHash('sha256').update(plain).digest('hex').slice(0, 12)
}

const linesOf = (text: string): Line[] =>
  text
    .normalize('NFC')
    .split(/\r\n|[\n\r\f\v\u2028]/u)
    .map((line, i) => ({
      text: line.replace(/[\u200B\uFEFF]/gu, '').trim(),
      number: i + 1,
      isIndented: /^\s+\S/u.test(line),
    }))

const bullet = /^[•·▪◦‣○●*–—-]\s+/u

/** Paragraphs, list items and headings: parted by empty lines, by bullets, and where a line was ended on purpose. */
const blocksIn = (lines: readonly Line[]): Line[][] => {
  const blocks: Line[][] = []
  for (const run of runsOf(lines)) {
    const widest = Math.max(...run.map(({text}) => text.length))
    run.forEach((line, i) => {
      const before = run[i - 1]
      if (before && !bullet.test(line.text) && goesOn(before, line, widest)) blocks.at(-1)!.push(line)
      else blocks.push([{...line, text: line.text.replace(bullet, '')}])
    })
  }
  return blocks
}

/** Lines without an empty one between. */
const runsOf = (lines: readonly Line[]): Line[][] => {
  const runs: Line[][] = []
  lines.forEach((line, i) => {
    if (line.text === '') return
    if (i > 0 && lines[i - 1]!.text !== '') runs.at(-1)!.push(line)
    else runs.push([line])
  })
  return runs
}

/** Lines are wrapped at most so wide; longer ones are whole paragraphs. */
const widestWrapped = 120
/** A heading is at most so long, measured by the widest line. */
const headingShare = 0.6

/** False where a line without a full stop ends early, or ends a page, and the next begins as a sentence does. */
const goesOn = (before: Line, line: Line, widest: number): boolean => {
  if (!/^["«“(]?[\p{Lu}\p{N}]/u.test(line.text) || /[.!?:;,]["»”)]*$/u.test(before.text)) return true
  if (widest > widestWrapped) return false
  const [word] = line.text.split(/\s/u)
  const hadRoom = before.text.length + 1 + word!.length <= widest
  const startsPage = line.isIndented && !before.isIndented
  return !(startsPage || (hadRoom && before.text.length <= headingShare * widest))
}

/** Words before which a hyphen at the end of a line belongs to the word: «rekrutterings- og …». */
const afterHyphen = /^(?:og|eller|samt|til|and|or)(?!\p{L})/u

const sentencesIn = (block: readonly Line[]): PolicySentence[] => {
  const starts: {at: number; number: number}[] = []
  let text = ''
  for (const line of block) {
    const isSplit = /\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line.text)
    if (isSplit && !afterHyphen.test(line.text)) text = text.slice(0, -1)
    else if (text !== '') text += ' '
    starts.push({at: text.length, number: line.number})
    text += line.text
  }
  const lineAt = (offset: number): number => starts.findLast(({at}) => at <= offset)!.number
  return sentenceSpans(text).map(({start, end}) => ({
    text: text.slice(start, end).replace(/\s+/gu, ' '),
    firstLine: lineAt(start),
    lastLine: lineAt(end - 1),
  }))
}
