import type {Block, Posting, Section, Span} from '../posting/types.ts'
import listData from '../vocabulary/applicant-list.yml'
import {cueTest} from './grammar/cues.ts'
import {withoutLabel} from './grammar/labels.ts'
import {type Sentence, sentencesOf, sentencesWith} from './grammar/sentences.ts'
import type {Occurrence, Recogniser, Søkerliste} from './types.ts'

interface ListData {
  cues: Record<string, string[]>
  notice: string[][]
  evenIf: string[][]
}

const {cues, notice, evenIf} = listData as ListData
const says = cueTest(cues)

/** How far from the notice the other half may stand, in sentences. */
const before = 2
const after = 3

/** A list item of these tells of the work with such lists. */
const aboutPost: readonly Section[] = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper']

/** The notice that applicants may be named in public, and whether it says "even if" they asked not to be. */
export const søkerliste: Recogniser<'søkerliste'> = {
  name: 'søkerliste',
  recognise(posting) {
    const stemmed = new Set(sentencesWith(posting, 'søkerliste'))
    if (stemmed.size === 0) return []
    return parts(posting)
      .flatMap((sentences) => noticesIn(sentences, stemmed))
      .map(({value, span}) => ({value, span: withoutLabel(posting, span)}))
  },
}

/** The sentences of the ad, cut at headings. */
const parts = (posting: Posting): Sentence[][] => {
  const found: Sentence[][] = [[]]
  for (const block of posting.blocks) {
    if (block.kind === 'heading') found.push([])
    else if (canHoldNotice(block)) found.at(-1)!.push(...sentencesOf(posting, block))
  }
  return found
}

const canHoldNotice = ({kind, sections}: Block): boolean =>
  !(kind === 'item' && sections.some((section) => aboutPost.includes(section)))

/** @param stemmed the sentences that can begin a notice */
const noticesIn = (
  sentences: readonly Sentence[],
  stemmed: ReadonlySet<Sentence>,
): Occurrence<Søkerliste>[] => {
  const found: Occurrence<Søkerliste>[] = []
  let last = Number.NEGATIVE_INFINITY
  sentences.forEach((sentence, i) => {
    if (i <= last || !stemmed.has(sentence) || !says(sentence.lower, notice)) return
    const end = endOfNotice(sentences, i)
    const first = Math.max(0, last + 1, i - before)
    const halves = range(first, Math.min(sentences.length - 1, end + after)).filter((n) =>
      says(sentences[n]!.lower, evenIf),
    )
    last = Math.max(end, halves.at(-1) ?? end)
    found.push({
      value: {fullstendig: halves.length > 0},
      span: spanOf(sentences[Math.min(i, halves[0] ?? i)]!, sentences[last]!),
    })
  })
  return found
}

/** The last of the sentences that give notice, when they stand beside each other. */
const endOfNotice = (sentences: readonly Sentence[], start: number): number => {
  let end = start
  for (let i = start + 1; i < sentences.length && i <= end + after; i++) {
    if (says(sentences[i]!.lower, notice)) end = i
  }
  return end
}

const range = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from + 1)}, (_, i) => from + i)

const spanOf = (first: Sentence, last: Sentence): Span => ({
  start: first.span.start,
  end: last.span.start + last.text.trimEnd().length,
})
