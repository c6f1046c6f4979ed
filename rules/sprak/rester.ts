import type {Check, Hit} from '../../src/engine/types.ts'
import {promptsIn} from '../../src/language/prompts.ts'
import type {Block, Posting, Span} from '../../src/posting/types.ts'
import data from '../../src/vocabulary/leftovers.yml'
import {inLowerCase, lazily, matchesIn, wholeWord} from '../../src/vocabulary/pattern.ts'

const words = data as Record<'placeholders' | 'capitals' | 'orders' | 'facts' | 'pictures', string[]>
const anyOf = (sources: readonly string[]): string => `(?:${sources.join('|')})`

const placeholder = lazily(wholeWord(anyOf(words.placeholders)), 'g')
const capitals = lazily(wholeWord(anyOf(words.capitals)), 'g')
/** Brackets that are neither the words of a link nor a reference to one, nor a tag. */
const bracket = lazily(
  '\\[([^\\][\\n]{2,80})\\](?![(\\[:])|[<{](?!title>|address>)([^<>{}\\n@/]{2,80})[>}]',
  'g',
)
const toFillIn = lazily(
  `^\\s{0,99}(?:${anyOf(words.orders)}(?![\\p{L}\\p{N}])|${anyOf(words.facts)}\\s{0,99}(?:$|[,./][^\\d]{0,200}$))`,
)
const picture = lazily(`^${anyOf(words.pictures)}$`)

/** Placeholders of a template that nobody filled in, and lines that stood beside a picture. */
export const check: Check = ({posting}) => [
  ...placeholdersIn(posting),
  ...posting.blocks.filter(isOfPicture).map(({span}): Hit => ({message: 'bilde', span})),
]

const placeholdersIn = (posting: Posting): Hit[] => {
  const {text} = posting
  const lower = inLowerCase(text)
  const brackets = matchesIn(lower, bracket()).filter(([, square, other]) => isToFillIn(square ?? other!))
  const inBrackets = ({index}: RegExpExecArray): boolean =>
    brackets.some((match) => match.index <= index && index < match.index + match[0].length)
  const bare = [...matchesIn(lower, placeholder()), ...matchesIn(text, capitals())]
  const prompts = promptsIn(posting)
  const inPrompt = ({index}: RegExpExecArray): boolean =>
    prompts.some(({start, end}) => start <= index && index < end)
  const found = [...brackets, ...bare.filter((match) => !inBrackets(match))].filter(
    (match) => !inPrompt(match),
  )
  return [...prompts, ...found.map(spanOf)].map((span) => ({
    message: 'plassholder',
    span,
    data: {ord: text.slice(span.start, span.end)},
  }))
}

const spanOf = ({0: found, index}: RegExpExecArray): Span => ({start: index, end: index + found.length})

const isToFillIn = (inside: string): boolean => {
  placeholder().lastIndex = 0
  return toFillIn().test(inside) || placeholder().test(inside)
}

const longestLine = 80

const isOfPicture = ({kind, text}: Block): boolean =>
  kind !== 'item' && text.length <= longestLine && picture().test(inLowerCase(text))
