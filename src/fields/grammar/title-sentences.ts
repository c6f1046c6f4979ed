import type {Block} from '../../posting/types.ts'
import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {type Expressions, expressions} from './expressions.ts'
import {isRole, readTitle} from './job-titles.ts'
import {sentencesWith, type Words} from './sentences.ts'
import {after, occurrence, type Title, type TitleFinder, titled, vocabulary, type Wanted} from './titles.ts'
import {anyOf, matchesOf} from './words.ts'

const {triggers} = vocabulary
const postAs = expressions([`${anyOf(triggers.post)} ${anyOf(triggers.as)}(?= )`])
const asSomeone = / som(?: \p{L}+){0,2}$/u
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

const afterEach = (sentence: Words, words: Expressions, wanted?: Wanted): Title[] =>
  words.all(sentence.lower).flatMap((match) => after(sentence, match, wanted))

const isCriterion = ({kind, sections}: Block): boolean =>
  kind === 'item' && (sections.includes('kvalifikasjoner') || sections.includes('egenskaper'))

/** "ledig stilling som …" */
export const postsAs: TitleFinder = (posting) =>
  sentencesWith(posting, 'stilling').flatMap((sentence) => {
    if (isCriterion(sentence.block)) return []
    return postAs.all(sentence.lower).flatMap((match) => {
      const isSomeone = asSomeone.test(sentence.lower.slice(match.start, match.end))
      return after(sentence, match, {anyNoun: isSomeone && advertises(sentence.lower)})
    })
  })

const seeking = (words: Words, wanted?: Wanted): Title[] => [
  ...before(words, sought),
  ...afterEach(words, seeks, wanted),
]

/** "Vi søker en engasjert rektor til …" */
export const seekingOne: TitleFinder = (posting) =>
  sentencesWith(posting, 'søker').flatMap((sentence) => seeking(sentence, {plural: false}))

/** "Vi søker sykepleiere til …" */
export const seekingSeveral: TitleFinder = (posting) =>
  sentencesWith(posting, 'søker').flatMap((sentence) => seeking(sentence))

/** "Sykepleier søkes til …" */
const before = ({text, lower, span}: Words, words: Expressions): Title[] =>
  words.all(lower).flatMap(({start}) => {
    const title = readTitle(text, 0)
    return title && title.end <= start && start - title.end < 12
      ? [occurrence(text, title.start, title.end, span.start)]
      : []
  })

const addressing = (words: Words): Title[] => {
  const {text, lower, span} = words
  const as = asYou.exec(lower)
  const named = asNamed.exec(text)?.groups?.title
  if (named) return [occurrence(text, text.indexOf(named), text.indexOf(named) + named.length, span.start)]
  return [
    ...(as && addressed(lower) ? titled(text, as[0].length, span.start) : []),
    ...afterEach(words, areYou),
  ]
}

/** "Som rektor hos oss vil du …", "Er du vår nye rektor?" */
export const addressingYou: TitleFinder = (posting) =>
  sentencesWith(posting, 'tiltale').flatMap((sentence) =>
    isCriterion(sentence.block) ? [] : addressing(sentence),
  )

/** The title in a headline such as "Vil du bli vår nye rektor?" */
export const prose = (headline: Words): Title[] => [...seeking(headline), ...addressing(headline)].slice(0, 1)

/** "Stillingen lønnes som rådgiver (kode 1434)" */
export const withCode: TitleFinder = (posting) =>
  sentencesWith(posting, 'stillingskode').flatMap(({text, lower, span}) =>
    coded.all(lower).flatMap(({end}) => {
      const title = readTitle(text, end)
      return title && code.test(lower.slice(title.end))
        ? [occurrence(text, title.start, title.end, span.start)]
        : []
    }),
  )

/** "Rektorstillingen er ledig fra august." */
export const compounds: TitleFinder = (posting) =>
  sentencesWith(posting, 'stilling').flatMap(({text, lower, span}) =>
    matchesOf(lower, compound).flatMap(({groups, index}) => {
      const title = groups!.title!
      return isRole(title) ? [occurrence(text, index, index + title.length, span.start)] : []
    }),
  )

/** "Rektor har ansvar for …", as the subject of a sentence of a paragraph. */
export const subjects: TitleFinder = (posting) =>
  sentencesWith(posting, 'subjekt').flatMap(({block, text, lower, span}) => {
    if (block.kind !== 'paragraph') return []
    const title = readTitle(text, 0)
    return title && title.start === 0 && !title.isPlural && subject.test(lower.slice(title.end))
      ? [occurrence(text, 0, title.end, span.start)]
      : []
  })
