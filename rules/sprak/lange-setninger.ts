import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {isProse, sizeOf} from '../../src/language/readability.ts'
import type {Span} from '../../src/posting/types.ts'

interface Passage {
  span: Span
  words: number
}

/** A full stop that the splitter of sentences left: without a space after it, or after a web address. */
const innerStop = /[.!?] ?(?=\p{Lu}\p{Ll})/gu

/** The longest sentence and the longest paragraph, when they are longer than the options allow. */
export const check: Check = (context) => {
  const {mestOrd, mestOrdAvsnitt} = context.options as Record<string, number>
  const sentences = sentencesOver(mestOrd!, context)
  const paragraphs = paragraphsOver(mestOrdAvsnitt!, context)
  return [
    ...longest(sentences, mestOrd!, sentences.length > 1 ? 'setninger' : 'setning'),
    ...longest(paragraphs, mestOrdAvsnitt!, 'avsnitt'),
  ]
}

const sentencesOver = (most: number, {analysis}: RuleContext): Passage[] =>
  analysis.sentences
    .filter((sentence) => sizeOf(sentence.text).words > most && isProse(sentence))
    .flatMap(({text, span}) => parts(text, span.start))
    .filter(({words}) => words > most)

const parts = (text: string, offset: number): Passage[] => {
  const cuts = [...text.matchAll(innerStop)].map((match) => match.index + match[0].length)
  return [0, ...cuts].map((start, i) => {
    const part = text.slice(start, cuts[i]).trimEnd()
    return {span: {start: offset + start, end: offset + start + part.length}, words: sizeOf(part).words}
  })
}

const paragraphsOver = (most: number, {posting}: RuleContext): Passage[] =>
  posting.blocks
    .filter(({kind}) => kind === 'paragraph')
    .map(({text, span}) => ({span, words: sizeOf(text).words}))
    .filter(({words}) => words > most)

const longest = (passages: readonly Passage[], most: number, message: string): Hit[] =>
  passages
    .toSorted((one, other) => other.words - one.words)
    .slice(0, 1)
    .map(({span, words}) => ({
      message,
      span,
      data: {ord: String(words), grense: String(most), antall: String(passages.length)},
    }))
