import type {Block, Posting} from '../../posting/types.ts'
import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {type Expressions, expressions} from './expressions.ts'
import {isRole, readTitle} from './job-titles.ts'
import {type Sentence, sentencesOf} from './sentences.ts'
import {
  after,
  occurrence,
  spanOf,
  type Title,
  type TitleFinder,
  titled,
  vocabulary,
  type Wanted,
} from './titles.ts'
import {anyOf, matchesOf} from './words.ts'

const {triggers} = vocabulary
const postAs = compile(`${wholeWord(anyOf(triggers.post))} ${wholeWord(anyOf(triggers.as))} `, 'gu')
const asSomeone = / som(?: \p{L}+){0,2} $/u
const postHint = /stilling|vikariat|engasjement|jobben|roll|vacan|position|role|job|opening/
const seekHint =
  /s[øo]k|ser etter|lei?t|jakt|utkikk|treng|behov|ønsk|ynsk|ansett|tilset|rekrutt|lyse|look|seek|hiring|recruit|need|wanted/
const youHint = /er du|bli|become|v[æe]r[ea]? v|nye|neste| som |are you|our| as /
const codedHint = /kode/
const subjectHint = compile(` ${anyOf(triggers.subjectVerbs)} `, '')
const advertises = expressions(triggers.advertises).test
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

const sentences = (posting: Posting): {sentence: Sentence; block: Block}[] =>
  posting.blocks.flatMap((block) => sentencesOf(block).map((sentence) => ({sentence, block})))

const inSentences =
  (find: (sentence: Sentence, block: Block) => Title[]): TitleFinder =>
  (posting) =>
    sentences(posting).flatMap(({sentence, block}) => find(sentence, block))

const afterEach = (sentence: Sentence, words: Expressions, wanted?: Wanted): Title[] =>
  words.all(sentence.lower).flatMap((match) => after(sentence, match, wanted))

const isCriterion = ({kind, sections}: Block): boolean =>
  kind === 'item' && (sections.includes('kvalifikasjoner') || sections.includes('egenskaper'))

/** "ledig stilling som …" */
export const postsAs = inSentences((sentence, block) => {
  if (!postHint.test(sentence.lower) || isCriterion(block)) return []
  const isAdvert = advertises(sentence.lower)
  return matchesOf(sentence.lower, postAs).flatMap((match) =>
    after(sentence, spanOf(match), {anyNoun: isAdvert && asSomeone.test(match[0])}),
  )
})

const seeking = (sentence: Sentence, wanted?: Wanted): Title[] =>
  seekHint.test(sentence.lower) ? [...before(sentence, sought), ...afterEach(sentence, seeks, wanted)] : []

/** "Vi søker en engasjert rektor til …" */
export const seekingOne = inSentences((sentence) => seeking(sentence, {plural: false}))

/** "Vi søker sykepleiere til …" */
export const seekingSeveral = inSentences((sentence) => seeking(sentence))

/** "Sykepleier søkes til …" */
const before = ({text, lower, span}: Sentence, words: Expressions): Title[] =>
  words.all(lower).flatMap(({start}) => {
    const title = readTitle(text, 0)
    return title && title.end <= start && start - title.end < 12
      ? [occurrence(text, title.start, title.end, span.start)]
      : []
  })

const addressing = (sentence: Sentence): Title[] => {
  const {text, lower, span} = sentence
  const as = asYou.exec(lower)
  const named = asNamed.exec(text)?.groups?.title
  if (named) return [occurrence(text, text.indexOf(named), text.indexOf(named) + named.length, span.start)]
  const found = as && addressed(lower) ? titled(text, as[0].length, span.start) : []
  return youHint.test(lower) ? [...found, ...afterEach(sentence, areYou)] : found
}

/** "Som rektor hos oss vil du …", "Er du vår nye rektor?" */
export const addressingYou = inSentences((sentence, block) =>
  isCriterion(block) ? [] : addressing(sentence),
)

/** The title in a headline such as "Vil du bli vår nye rektor?" */
export const prose = (headline: Sentence): Title[] =>
  [...seeking(headline), ...addressing(headline)].slice(0, 1)

/** "Stillingen lønnes som rådgiver (kode 1434)" */
export const withCode = inSentences(({text, lower, span}) =>
  (codedHint.test(lower) ? coded.all(lower) : []).flatMap(({end}) => {
    const title = readTitle(text, end)
    return title && code.test(lower.slice(title.end))
      ? [occurrence(text, title.start, title.end, span.start)]
      : []
  }),
)

/** "Rektorstillingen er ledig fra august." */
export const compounds = inSentences(({text, lower, span}) =>
  (lower.includes('stilling') ? matchesOf(lower, compound) : []).flatMap(({groups, index}) => {
    const title = groups!.title!
    return isRole(title) ? [occurrence(text, index, index + title.length, span.start)] : []
  }),
)

/** "Rektor har ansvar for …", as the subject of a sentence near the start of a paragraph. */
export const subjects = inSentences((sentence, block) => {
  if (block.kind !== 'paragraph' || !subjectHint.test(sentence.lower.slice(0, 120))) return []
  const title = readTitle(sentence.text, 0)
  if (!title || title.start > 0 || title.isPlural || !subject.test(sentence.lower.slice(title.end))) return []
  return [occurrence(sentence.text, 0, title.end, sentence.span.start)]
})
