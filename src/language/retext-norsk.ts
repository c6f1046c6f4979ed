import type {Root} from 'nlcst'
import type {VFile} from 'vfile'
import type {Language, Place, Span} from '../posting/types.ts'
import {asSentence, createLexicon, type RuledEntry} from './lexicon.ts'
import {sentenceSpans} from './sentences.ts'
import type {LexiconHit} from './types.ts'

export interface RetextNorskOptions {
  entries: readonly RuledEntry[]
  /** The language that replacements are given in; bokmål when absent. */
  language?: Language
  /** Where a rule is explained. */
  url?: (ruleId: string) => string
}

/** The sentences of the paragraphs; other parsers of retext part them as English or Latin does. */
function* sentencesIn(root: Root, text: string): Iterable<Span> {
  for (const {type, position} of root.children) {
    if (type !== 'ParagraphNode') continue
    const [from, to] = [position!.start.offset!, position!.end.offset!]
    for (const {start, end} of sentenceSpans(text.slice(from, to)))
      yield {start: from + start, end: from + end}
  }
}

const textOf = ({actual, expected}: LexiconHit): string =>
  expected.length ? `«${actual}» kan byttes ut med «${expected.join('», «')}»` : `«${actual}» bør vurderes`

/** Line and column of an offset; asked for in rising order, so the text is walked through once. */
const createWalker = (text: string) => {
  let [line, lineStart] = [1, 0]
  return (offset: number) => {
    for (
      let feed = text.indexOf('\n', lineStart);
      feed >= 0 && feed < offset;
      feed = text.indexOf('\n', lineStart)
    ) {
      line++
      lineStart = feed + 1
    }
    return {line, column: offset - lineStart + 1, offset}
  }
}

const send = (file: VFile, hit: LexiconHit, place: Place): VFile['messages'][number] => {
  const options = {place, ruleId: hit.ruleId, source: 'retext-norsk'}
  const advice = hit.reason !== undefined || hit.severity === 'info'
  const message = advice ? file.info(textOf(hit), options) : file.message(textOf(hit), options)
  message.actual = hit.actual
  message.expected = hit.expected
  return message
}

/**
 * A retext plugin over the lexicon, for Norwegian text outside a posting. Its messages are like those of
 * retext-equality: `ruleId`, `source`, `actual`, `expected`, and `note` and `url` where known.
 */
export default function retextNorsk({entries, language = 'nb', url}: RetextNorskOptions) {
  const lexicon = createLexicon(entries)
  const notes = new Map(entries.map(({ruleId, id, note}) => [`${ruleId} ${id}`, note]))

  return (root: Root, file: VFile): void => {
    const text = String(file)
    const pointAt = createWalker(text)
    for (const span of sentencesIn(root, text)) {
      const sentence = asSentence(text.slice(span.start, span.end), span.start, language)
      for (const hit of lexicon.find(sentence)) {
        const message = send(file, hit, {start: pointAt(hit.span.start), end: pointAt(hit.span.end)})
        const note = notes.get(`${hit.ruleId} ${hit.entryId}`)
        if (note) message.note = note
        if (url) message.url = url(hit.ruleId)
      }
    }
  }
}
