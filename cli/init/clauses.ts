import {fingerprintOf, type PolicySentence, sentencesOf} from '../../src/packs/fingerprint.ts'

/** A clause as the draft of a pack writes it, for the employer to rewrite. */
interface DraftClause {
  id: string
  heading: string
  text: string
  reason: string
  sentences: string[]
}

const longestHeading = 80
const longestText = 300

/**
 * A draft of the clauses of a policy: one for each paragraph, under the heading before it, with the fingerprints by
 * which a new version of the text can be compared. `reason` is what stands there until somebody has looked at it.
 */
export const draftClauses = (text: string, reason: string): {clauses: DraftClause[]; sentences: string[]} => {
  const sentences = sentencesOf(text)
  const clauses: DraftClause[] = []
  let heading = '–'
  for (const paragraph of paragraphsOf(sentences)) {
    const [first] = paragraph
    if (paragraph.length === 1 && isHeading(first!)) {
      heading = first!.text
      continue
    }
    clauses.push({
      id: `k${clauses.length + 1}`,
      heading,
      text: clipped(paragraph.map((sentence) => sentence.text).join(' ')),
      reason,
      sentences: [...new Set(paragraph.map((sentence) => fingerprintOf(sentence.text)))],
    })
  }
  return {clauses, sentences: sentences.map((sentence) => fingerprintOf(sentence.text))}
}

const isHeading = ({text}: PolicySentence): boolean =>
  text.length <= longestHeading && !/[.!?:;,]$/u.test(text)

const clipped = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`

/** Sentences with no empty line between; a heading stands alone. */
const paragraphsOf = (sentences: readonly PolicySentence[]): PolicySentence[][] => {
  const paragraphs: PolicySentence[][] = []
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1]
    const goesOn =
      before && sentence.firstLine - before.lastLine <= 1 && !isHeading(before) && !isHeading(sentence)
    if (goesOn) paragraphs.at(-1)!.push(sentence)
    else paragraphs.push([sentence])
  }
  return paragraphs
}
