import type {Block, Posting, Span} from '../posting/types.ts'
import titleData from '../vocabulary/job-titles.yml'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {isRole, readTitle} from './grammar/job-titles.ts'
import {labelled, trimmedSpan} from './grammar/occurrences.ts'
import {findLegalNames, findOtherNames} from './grammar/organisations.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {anyOf, matchesOf} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const vocabulary = titleData as {
  weakLabels: string[]
  notTitle: string
  slogans: string
  agents: string
  adjectives: string
  leadIns: string
  postTail: string
  triggers: Record<
    | 'post'
    | 'as'
    | 'advertises'
    | 'seeks'
    | 'sought'
    | 'asYou'
    | 'you'
    | 'areYou'
    | 'coded'
    | 'experience'
    | 'subjectVerbs',
    string[]
  > & {
    code: string
    asNamed: string
  }
}
const {triggers} = vocabulary
const weakLabels = new Set(vocabulary.weakLabels)
const notTitle = compile(`^${vocabulary.notTitle}$`)
const extent =
  /(?:\s?[,–(-])?\s*(?:i |ca\.? )?(?:\d ?x ?)?\d{1,3}(?:[,.]\d{1,2})?(?:\s?[–-]\s?\d{1,3})?\s?(?:%|prosent).*$/u
const form = /[\s,–-]+(?:faste?|midlertidig|vikariat|mellombels)(?!\p{L}).*$/u

const postAs = compile(`${wholeWord(anyOf(triggers.post))} ${wholeWord(anyOf(triggers.as))} `, 'gu')
const asSomeone = / som(?: \p{L}+){0,2} $/u
const vacantPost =
  /(?<!\p{L})(?:(?:ledige? |vi har ledig |stilling(?:er)? )?(?:stilling ledig|stilling(?:ar|er)?)|ledig)[ :–-]{1,3}(?!som |for )/gu
const postHint = /stilling|vikariat|engasjement|jobben|roll|vacan|position|role|job|opening/
const adjectives = compile(`^(?:${vocabulary.adjectives} ){1,2}$`)
const leadIn = compile(`^${vocabulary.leadIns}`)
const agentFirst = compile(`^${vocabulary.agents}(?!\\p{L})`)
const advertHint = /stilling|søknad|ansett|tilset|jobb|application/
const seekHint =
  /s[øo]k|ser etter|lei?t|jakt|utkikk|treng|behov|ønsk|ynsk|ansett|tilset|rekrutt|lyse|look|seek|hiring|recruit|need|wanted/
const youHint = /er du|bli|become|v[æe]r[ea]? v|nye|neste| som |are you|our| as /
const codedHint = /kode/
const subjectHint = compile(` ${anyOf(triggers.subjectVerbs)} `, '')
const advertises = expressions(triggers.advertises).test
const isExperience = expressions(triggers.experience).test
const seeks = expressions(triggers.seeks)
const asYou = compile(`^(?:${triggers.asYou.join('|')}) `)
const addressed = expressions(triggers.you).test
const asNamed = compile(triggers.asNamed)
const areYou = expressions(triggers.areYou)
const coded = expressions(triggers.coded)
const code = compile(triggers.code)
const compound = compile(`(?<![\\p{L}/])(?<title>[\\p{L}/-]{3,40}?)${vocabulary.postTail}(?!\\p{L})`, 'gu')
const sought = expressions(triggers.sought)
const subject = compile(`^ ${wholeWord(anyOf(triggers.subjectVerbs))}`)

type Found = Occurrence<Simple>
type Finder = (posting: Posting) => Found[]

/**
 * The title of the post: every distinct title that a label, a heading or "stilling som …" states; without
 * those, the first that the text gives in another way, the most direct way first ("vi søker …",
 * "som … vil du", "…stillingen"). Two titles of which one contains the other are one. "Medarbeider",
 * "kollega", "person" and the like name no post.
 */
export const stillingstittel: Recogniser<'stillingstittel'> = {
  name: 'stillingstittel',
  recognise(posting) {
    const stated = distinct([...strongLabels(posting), ...statedPosts(posting), ...weakLabelled(posting)])
    if (stated.length > 0) return stated
    for (const find of finders) {
      const found = find(posting)
      if (found.length > 0) return found.slice(0, 1)
    }
    return []
  },
}

/** No ad states more titles than this. */
const most = 50

/** Titles of which none contains another; the earlier in the list is kept. */
const distinct = (found: readonly Found[]): Found[] => {
  const kept: {key: string; occurrence: Found}[] = []
  for (const occurrence of found.slice(0, most)) {
    const key = occurrence.value.value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
    if (kept.every((other) => !other.key.includes(key) && !key.includes(other.key)))
      kept.push({key, occurrence})
  }
  return kept.map(({occurrence}) => occurrence)
}

const strongLabels: Finder = (posting) => inLabels(posting, false)
const weakLabelled: Finder = (posting) => inLabels(posting, true)

const inLabels = (posting: Posting, weak: boolean): Found[] =>
  labelled(posting, 'stillingstittel').flatMap(({label, value, text}) => {
    const name = posting.text.slice(label.start, label.end).replace(/\s*:$/u, '').toLowerCase()
    if (weakLabels.has(name) !== weak) return []
    return weak ? titled(text, 0, value.start, {anyNoun: true}) : wholeValue(text, value)
  })

/** A value without the size and form that may follow: "Rektor, 100 % fast stilling". */
const wholeValue = (text: string, {start}: Span): Found[] => {
  const line = text.split('\n', 1)[0]!
  const lower = inLowerCase(line)
  if (notTitle.test(lower) || /^[\p{L} /-]{2,30}:/u.test(line)) return []
  if (isSlogan(lower)) return prose({text: line, lower, span: {start, end: start + line.length}})
  const title = line.slice(0, lower.replace(extent, '').replace(form, '').length)
  return title.length > 120 || !/\p{L}{2}/u.test(title) ? [] : [occurrence(title, 0, title.length, start)]
}

const occurrence = (text: string, start: number, end: number, from: number): Found => {
  const span = trimmedSpan(text, start, end, from)
  return {value: {value: text.slice(span.start - from, span.end - from)}, span}
}

interface Wanted {
  anyNoun?: boolean
  plural?: boolean
}

/** The title at a place of a text that itself begins at `from`. */
const titled = (text: string, at: number, from: number, {anyNoun = false, plural}: Wanted = {}): Found[] => {
  const title = readTitle(text, at, anyNoun)
  if (!title || (plural !== undefined && title.isPlural !== plural)) return []
  return [occurrence(text, title.start, title.end, from)]
}

const sentences = (posting: Posting): {sentence: Sentence; block: Block}[] =>
  posting.blocks.flatMap((block) => sentencesOf(block).map((sentence) => ({sentence, block})))

const inSentences =
  (find: (sentence: Sentence, block: Block) => Found[]): Finder =>
  (posting) =>
    sentences(posting).flatMap(({sentence, block}) => find(sentence, block))

/** After a match, unless it tells of experience. */
const after = ({text, lower, span}: Sentence, {start, end}: Span, wanted?: Wanted): Found[] =>
  isExperience(lower.slice(Math.max(0, start - 30), start)) ? [] : titled(text, end, span.start, wanted)

const afterEach = (sentence: Sentence, words: Expressions, wanted?: Wanted): Found[] =>
  words.all(sentence.lower).flatMap((match) => after(sentence, match, wanted))

const spanOf = ({0: words, index}: RegExpExecArray): Span => ({start: index, end: index + words.length})

const isCriterion = ({kind, sections}: Block): boolean =>
  kind === 'item' && (sections.includes('kvalifikasjoner') || sections.includes('egenskaper'))

/** "ledig stilling som …", "Ledig stilling: …", and the headings of the ad, which come first. */
const statedPosts: Finder = (posting) => [
  ...headings(posting),
  ...listedPosts(posting),
  ...inSentences((sentence, block) => {
    if (!postHint.test(sentence.lower) || isCriterion(block)) return []
    const isAdvert = advertises(sentence.lower)
    return matchesOf(sentence.lower, postAs).flatMap((match) =>
      after(sentence, spanOf(match), {anyNoun: isAdvert && asSomeone.test(match[0])}),
    )
  })(posting),
]

/** How many blocks from the top a heading may be the title of the ad. */
const top = 8

const headings: Finder = (posting) =>
  posting.blocks.slice(0, top).flatMap((block, i) => {
    if (!(block.kind === 'heading' || (i === 0 && isTitleLine(block)))) return []
    if (block.text.length > longestTitleLine || block.text.endsWith('?')) return []
    const line = {text: block.text, lower: inLowerCase(block.text), span: block.span}
    const vacant = matchesOf(line.lower, vacantPost).flatMap((match) => after(line, spanOf(match)))
    if (vacant.length > 0) return vacant
    const title = readTitle(block.text, 0)
    if (!title?.isRole || !isTitleOnly(block.text.slice(title.end))) return []
    const start = leadIn.exec(line.lower)?.[0].length ?? 0
    return isAdjectives(line.lower.slice(start, title.start))
      ? [occurrence(block.text, start, title.end, block.span.start)]
      : []
  })

/** "Grafisk " before the noun of a title line */
const isAdjectives = (words: string): boolean => words === '' || adjectives.test(words)

/** "Helsefagarbeider 75 % fast", "Fritidskontakt, 20 %": a line of a list of posts. */
const listedPosts: Finder = (posting) =>
  posting.blocks.flatMap(({kind, text, span}) => {
    if (kind === 'heading' || text.length > longestTitleLine || !text.includes('%')) return []
    const title = readTitle(text, 0)
    return title?.isRole && title.start === 0 && startsWithSize.test(text.slice(title.end))
      ? [occurrence(text, 0, title.end, span.start)]
      : []
  })

const startsWithSize =
  /^,? ?[–-]? ?(?:\d{1,2} ?x ?)?(?:i |ca\.? )?\d{1,3}(?:[,.]\d{1,2})?(?: ?[–-] ?\d{1,3})? ?%/u

const longestTitleLine = 150

/** The first line of an ad is often its title without being marked as a heading. */
const isTitleLine = ({kind, text}: Block): boolean => kind === 'paragraph' && !/[.!?:]$/u.test(text)

/** What follows a title in a heading: nothing, a place, the size of the post. */
const isTitleOnly = (rest: string): boolean =>
  /^[^\p{L}\p{N}]*$/u.test(rest) ||
  /^(?:[,:]? ?[–|(-] ?|,? )(?:\d|i |på |ved |til |hos |hjå |at |in |for |with |fast|vikariat|\p{Lu})/u.test(
    rest,
  )

const seeking = (sentence: Sentence, wanted?: Wanted): Found[] =>
  seekHint.test(sentence.lower) ? [...before(sentence, sought), ...afterEach(sentence, seeks, wanted)] : []

const seekingOne = inSentences((sentence) => seeking(sentence, {plural: false}))
const seekingSeveral = inSentences((sentence) => seeking(sentence))

/** "Sykepleier søkes til …" */
const before = ({text, lower, span}: Sentence, words: Expressions): Found[] =>
  words.all(lower).flatMap(({start}) => {
    const title = readTitle(text, 0)
    return title && title.end <= start && start - title.end < 12
      ? [occurrence(text, title.start, title.end, span.start)]
      : []
  })

const isSlogan = expressions(vocabulary.slogans.split(' ')).test

const addressing = (sentence: Sentence): Found[] => {
  const {text, lower, span} = sentence
  const as = asYou.exec(lower)
  const named = asNamed.exec(text)?.groups?.title
  if (named) return [occurrence(text, text.indexOf(named), text.indexOf(named) + named.length, span.start)]
  const found = as && addressed(lower) ? titled(text, as[0].length, span.start) : []
  return youHint.test(lower) ? [...found, ...afterEach(sentence, areYou)] : found
}

const addressingYou = inSentences((sentence, block) => (isCriterion(block) ? [] : addressing(sentence)))

/** The title in a headline such as "Vil du bli vår nye rektor?" */
const prose = (headline: Sentence): Found[] => [...seeking(headline), ...addressing(headline)].slice(0, 1)

const withCode = inSentences(({text, lower, span}) =>
  (codedHint.test(lower) ? coded.all(lower) : []).flatMap(({end}) => {
    const title = readTitle(text, end)
    return title && code.test(lower.slice(title.end))
      ? [occurrence(text, title.start, title.end, span.start)]
      : []
  }),
)

const compounds = inSentences(({text, lower, span}) =>
  (lower.includes('stilling') ? matchesOf(lower, compound) : []).flatMap(({groups, index}) => {
    const title = groups!.title!
    return isRole(title) ? [occurrence(text, index, index + title.length, span.start)] : []
  }),
)

const subjects = inSentences((sentence, block) => {
  if (block.kind !== 'paragraph' || !subjectHint.test(sentence.lower.slice(0, 120))) return []
  const title = readTitle(sentence.text, 0)
  if (!title || title.start > 0 || title.isPlural || !subject.test(sentence.lower.slice(title.end))) return []
  return [occurrence(sentence.text, 0, title.end, sentence.span.start)]
})

/**
 * The first line of an ad: above key facts ("# Kundeservice og salg" with "Frist: …" below), or with the noun
 * of one who does something ("Pakker fiskemat").
 */
const firstLine: Finder = (posting) => {
  const {blocks} = posting
  const first = blocks[0]
  if (!first || first.text.length > longestFirstLine || first.sections.length > 0) return []
  if (first.kind !== 'heading' && !isTitleLine(first)) return []
  const lower = inLowerCase(first.text)
  if (isSlogan(lower) || /[.!?:]$/u.test(lower)) return []
  return isAboveKeyFacts(posting, first) || (agentFirst.test(lower) && isAdvert(blocks))
    ? [occurrence(first.text, 0, first.text.length, first.span.start)]
    : []
}

const isAdvert = (blocks: readonly Block[]): boolean =>
  blocks.some(({text}) => advertHint.test(inLowerCase(text)))

const keyFacts = new Set<string | undefined>([
  'frist',
  'arbeidssted',
  'ansettelsesform',
  'stillingsprosent',
  'arbeidsgiver',
  'tiltredelse',
])

/** Labels of a post soon after the line, which is not the employer's name. */
const isAboveKeyFacts = ({blocks, pairs}: Posting, {text, span}: Block): boolean => {
  const end = blocks[Math.min(blocks.length, top) - 1]!.span.end
  const hasFacts = pairs.some(
    ({field, label}) => keyFacts.has(field) && label.start > span.end && label.start < end,
  )
  return hasFacts && ![...findLegalNames(text), ...findOtherNames(text)].some(({kind}) => kind !== 'name')
}

const longestFirstLine = 60

const finders: Finder[] = [
  seekingOne,
  addressingYou,
  withCode,
  seekingSeveral,
  compounds,
  subjects,
  firstLine,
]
