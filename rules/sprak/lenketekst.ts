import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {promptsIn} from '../../src/language/prompts.ts'
import type {Span} from '../../src/posting/types.ts'
import data from '../../src/vocabulary/link-texts.yml'
import {inLowerCase, lazily, matchesIn, wholeWord} from '../../src/vocabulary/pattern.ts'

const words = data as Record<'whole' | 'spoken', string[]>
const whole = lazily(`^[^\\p{L}]{0,60}(?:${words.whole.join('|')})[^\\p{L}]{0,60}$`)
const spoken = lazily(wholeWord(words.spoken.join('|')), 'g')

/** Links whose words do not say where they lead. */
export const check: Check = (context) => {
  const {links, text} = context.posting
  const linked = links.map(({span}) => span)
  const vague = linked.filter((span) => whole().test(inLowerCase(wordsAt(span, text))))
  const told = toldOf(context)
  const passedOver = [...(told ? [told] : []), ...promptsIn(context.posting)]
  const lost = outside(linked, spokenIn(text)).filter(
    (span) => !passedOver.some((other) => overlap(other, span)),
  )
  return [...vague.map((span) => hit('lenke', span, text)), ...lost.map((span) => hit('tekst', span, text))]
}

const spokenIn = (text: string): Span[] =>
  matchesIn(inLowerCase(text), spoken()).map(({0: {length}, index: start}) => ({start, end: start + length}))

/** The spans that overlap none of the linked words; both stand in the order of the text. */
const outside = (linked: readonly Span[], spans: readonly Span[]): Span[] => {
  let next = 0
  return spans.filter((span) => {
    while (next < linked.length && linked[next]!.end <= span.start) next++
    return next === linked.length || !overlap(linked[next]!, span)
  })
}

const wordsAt = ({start, end}: Span, text: string): string => text.slice(start, end)

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** Where the rule on how to apply says already that the address is missing. */
const toldOf = ({fields, violations}: RuleContext): Span | undefined =>
  violations.some(({field, message}) => field === 'søknadsmåte' && message === 'uten-lenke')
    ? fields.søknadsmåte[0]?.span
    : undefined

const hit = (message: string, span: Span, text: string): Hit => ({
  message,
  span,
  data: {ord: wordsAt(span, text)},
})
