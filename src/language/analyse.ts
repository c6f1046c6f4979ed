import {lastAtOrBefore} from '../posting/place.ts'
import type {Block, Language, Posting, Section, Span} from '../posting/types.ts'
import type {Claim, Lexicon} from './lexicon.ts'
import {roleOf} from './roles.ts'
import type {Passage} from './search/passage.ts'
import {sentenceSpans} from './sentences.ts'
import type {Analysis, LexiconHit, Role, Sentence} from './types.ts'
import {wholeText} from './whole-text.ts'

/** A sentence whose role and expressions are worked out when first asked for: most are of no interest to any rule. */
class ReadSentence implements Sentence {
  readonly text: string
  readonly words: Passage
  readonly span: Span
  readonly block: Block
  readonly #reader: BlockReader
  #role: Role | undefined
  #hits: readonly LexiconHit[] | undefined

  constructor(reader: BlockReader, {start, end}: Span) {
    this.#reader = reader
    this.block = reader.block
    this.text = reader.block.text.slice(start, end)
    this.words = reader.words.part(start, end)
    this.span = {start: reader.block.span.start + start, end: reader.block.span.start + end}
  }

  get lower(): string {
    return this.words.lower
  }

  get language(): Language {
    return this.block.language
  }

  get sections(): readonly Section[] {
    return this.block.sections
  }

  get role(): Role {
    this.#role ??= roleOf(this.words, this.block)
    return this.#role
  }

  get hits(): readonly LexiconHit[] {
    this.#hits ??= this.#reader.hitsOf(this)
    return this.#hits
  }
}

/** A block is searched as a whole, and parted into sentences when something is found or a rule asks for them. */
class BlockReader {
  readonly block: Block
  readonly words: Passage
  readonly #lexicon: Lexicon
  #claims: readonly Claim[] | undefined
  #sentences: readonly Sentence[] | undefined
  #claimsOf: ReadonlyMap<Sentence, readonly Claim[]> | undefined

  constructor(block: Block, words: Passage, lexicon: Lexicon) {
    this.block = block
    this.words = words
    this.#lexicon = lexicon
  }

  get #found(): readonly Claim[] {
    const {span, language} = this.block
    this.#claims ??= this.#lexicon.search({words: this.words, span, language})
    return this.#claims
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentenceSpans(this.block.text).map((span) => new ReadSentence(this, span))
    return this.#sentences
  }

  get sentencesWithHits(): readonly Sentence[] {
    return this.#found.length > 0 ? this.sentences.filter(({hits}) => hits.length > 0) : []
  }

  hitsOf(sentence: Sentence): readonly LexiconHit[] {
    this.#claimsOf ??= this.#parted()
    return this.#lexicon.hitsOf(this.#claimsOf.get(sentence) ?? [], sentence)
  }

  #parted(): ReadonlyMap<Sentence, readonly Claim[]> {
    const starts = this.sentences.map(({span}) => span.start)
    const parted = new Map(this.sentences.map((sentence): [Sentence, Claim[]] => [sentence, []]))
    for (const claim of this.#found) {
      const sentence = this.sentences[lastAtOrBefore(starts, claim.match.start)]!
      const {start, end} = sentence.span
      if (start <= claim.match.start && claim.match.end <= end) parted.get(sentence)!.push(claim)
    }
    return parted
  }
}

/** The sentences of a posting, each with its role and expressions; worked out when first asked for. */
export const analyse = (posting: Posting, lexicon: Lexicon): Analysis => {
  let readers: readonly BlockReader[] | undefined
  let sentences: readonly Sentence[] | undefined
  const blocks = (): readonly BlockReader[] => {
    const whole = wholeText(posting)
    readers ??= posting.blocks.map(
      (block) => new BlockReader(block, whole.part(block.span.start, block.span.end), lexicon),
    )
    return readers
  }
  return {
    get sentences() {
      sentences ??= blocks().flatMap((reader) => reader.sentences)
      return sentences
    },
    get sentencesWithHits() {
      return blocks().flatMap((reader) => reader.sentencesWithHits)
    },
  }
}
