import type {Block, Posting, Span} from '../posting/types.ts'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import payData from '../vocabulary/pay.yml'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {type Amount, findAmounts} from './grammar/money.ts'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {
  blocksWith,
  type Sentence,
  sentencesMatching,
  sentencesOf,
  sentencesWith,
} from './grammar/sentences.ts'
import {anyOf} from './grammar/words.ts'
import type {Lønn, Occurrence, Recogniser} from './types.ts'

type Period = NonNullable<Lønn['periode']>
type Found = Occurrence<Lønn>

const vocabulary = payData as unknown as Record<string, string[]> & {periods: Record<Period, string[]>}
const list = (name: string): string[] => vocabulary[name] as string[]
const source = (name: string): string => wholeWord(anyOf(list(name)))

const payWords = expressions(list('words'))
const offersTo = expressions(list('offersTo'))
const otherMoney = expressions(list('otherMoney'))
const otherMoneyAfter = compile(
  `^(?! i tillegg til (?!\\p{L}*løn))(?: (?:i|som|per|pr\\.?|in|as)(?: \\p{L}+)?)? ?${source('otherMoney')}`,
)
const hasAgreement = expressions(list('agreements')).test
const isFirm = expressions(list('firm')).test
const periods = (['år', 'måned', 'time'] as const).map((period) => ({
  period,
  named: expressions(vocabulary.periods[period]),
  follows: compile(`^(?: brutto| gross| i)?,? ?${wholeWord(anyOf(vocabulary.periods[period]))}`),
}))
const leads = expressions(list('leads'))
const objects = expressions([...list('firm'), ...list('vague')])
const onlyFillers = compile(`^,?(?: ?${source('fillers')}){0,7} ?$`)
const firmPhrases = expressions(list('firmPhrases'))
const notSum = compile(`${wholeWord(anyOf(list('notSums')))}[ :]{0,2}$`)
const vaguePhrases = expressions(list('vaguePhrases'))
const sumStem = /\d{2}[ .,]\d{3}|\d ?(?:kr|nok|,[-–]|\.-)|(?:kr|nok|kroner)\.? ?\d|\dk|\d'/g

/** How far before a sum the words that tell what it is may stand. */
const farthest = 250

/** The least and greatest sum that is someone's pay for a period, in kroner. */
const plausible: Record<Period, readonly [number, number]> = {
  år: [20_000, 5_000_000],
  måned: [2_000, 400_000],
  time: [50, 3_000],
}

/**
 * The pay: a sum or a range with its period ("kr 40 800 pr måned"), or a reference to what decides it
 * ("lønn etter tariff"). A reference is vague when nothing in it can be looked up ("lønn etter avtale",
 * "konkurransedyktige betingelser"). Supplements, budgets and prices are none. Gives each range, the first
 * firm and the first vague reference.
 */
export const lønn: Recogniser<'lønn'> = {
  name: 'lønn',
  recognise(posting) {
    const found = [...inLabels(posting), ...inText(posting)].toSorted((a, b) => a.span.start - b.span.start)
    return firstOfEach(found, ({kind, min, max, periode, vag}) => `${kind} ${min} ${max} ${periode} ${vag}`)
  },
}

/** "Utbetale lønn etter tariff" as a task says nothing of the pay of the post; "Lønn etter tariff" does. */
const isDuty = ({kind, sections, text}: Block): boolean =>
  kind === 'item' &&
  (sections.includes('arbeidsoppgaver') || sections.includes('kvalifikasjoner')) &&
  !beginsWithPay(inLowerCase(text))

const beginsWithPay = (lower: string): boolean =>
  payWords.first(lower)?.start === 0 || vaguePhrases.first(lower)?.start === 0

const inLabels = (posting: Posting): Found[] =>
  labelled(posting, 'lønn').flatMap(({label, value, text}) => {
    const lower = inLowerCase(text)
    const name = `${inLowerCase(posting.text.slice(label.start, label.end))} `
    const found = sumsBeside(lower).filter((sum) => !isOther(lower, sum))
    const amounts = found.flatMap((sum) => amount(sum, lower, name, value.start))
    if (amounts.length > 0) return amounts
    const words = /^[^.;\n]{1,100}/u.exec(lower)?.[0]
    return words && /\p{L}/u.test(words) ? [reference(words, 0, words.length, value.start)] : []
  })

/** How far from the word for pay a sum without "kr" may stand, and the least that it is then. */
const farthestBare = 40
const leastBare = 100_000

/** The least that is pay and no benefit where an ad offers it without a word for pay. */
const leastOffered: Record<Period, number> = {år: 250_000, måned: 15_000, time: 150}

/** The sums of running text; without "kr" only large ones, or with a period, right after a word for pay. */
const sumsIn = (lower: string): Amount[] =>
  findAmounts(lower, true).filter((sum) => {
    const lead = lower.slice(Math.max(0, sum.start - farthestBare), sum.start)
    if (sum.inKroner) return true
    const isLarge = sum.min >= leastBare || periodAfter(lower.slice(sum.end, sum.end + 30)) !== undefined
    return isLarge && !notSum.test(lead) && lastEnd(lead, payWords) >= 0
  })

/** The sums beside a label; where some have "kr", the other numbers are something else. */
const sumsBeside = (lower: string): Amount[] => {
  const all = findAmounts(lower, true)
  const inKroner = all.filter((sum) => sum.inKroner)
  return inKroner.length > 0 ? inKroner : all.filter(({start}) => !notSum.test(lower.slice(0, start)))
}

const inText = (posting: Posting): Found[] => {
  const headings = payHeadings(posting)
  const under = [...headings.keys()].flatMap((block) => sentencesOf(posting, block))
  const found = [
    ...sentencesMatching(posting, sumStem).map((sentence) => ({
      sentence,
      found: amountsIn(sentence, headings.get(sentence.block) ?? ''),
    })),
    ...sentencesWith(posting, 'lønn').map((sentence) => ({sentence, found: referencesIn(sentence)})),
    ...under.map((sentence) => ({sentence, found: hasAgreement(sentence.lower) ? [whole(sentence)] : []})),
  ]
  return found.flatMap(({sentence, found}) => (found.length > 0 && isDuty(sentence.block) ? [] : found))
}

/** The blocks right under "Hvordan er lønnen?" or "Vi tilbyr god lønn:", each with that heading in lower case. */
const payHeadings = (posting: Posting): Map<Block, string> => {
  const ofPay = blocksWith(posting, 'lønn')
  return new Map(
    posting.blocks.flatMap((block, i) => {
      const next = posting.blocks[i + 1]
      if (!next || block.kind !== 'heading' || !ofPay.has(block)) return []
      const lower = inLowerCase(block.text)
      return payWords.test(lower) ? [[next, `${lower} `]] : []
    }),
  )
}

/** Sums of which pay is the last money spoken of before: here, in the sentence before or in the heading. */
const amountsIn = (sentence: Sentence, heading: string): Found[] => {
  const {block, lower, siblings, span} = sentence
  const context = siblings[siblings.indexOf(sentence) - 1]?.lower ?? heading
  const isOffer = heading !== '' || block.sections.includes('vilkår')
  return sumsIn(lower)
    .filter(
      (sum) =>
        isPay(before(lower, sum.start, context), lower.slice(sum.end, sum.end + 50)) ||
        isOffered(sum, lower, isOffer),
    )
    .filter((sum) => !isOther(lower, sum))
    .flatMap((sum) => amount(sum, lower, '', span.start))
}

const before = (lower: string, at: number, context: string): string =>
  (context + lower.slice(Math.max(0, at - farthest), at)).slice(-farthest)

const isPay = (before: string, after: string): boolean => {
  const pay = lastEnd(before, payWords)
  return pay >= 0
    ? pay > lastEnd(before, otherMoney)
    : /^[^.;]{0,30} i (?:års|måneds|månads|time)?løn{1,2}(?!\p{L})/u.test(after)
}

/** "Kr 550 000–650 000 per år" among what is offered, or "du får 220 kr i timen", needs no word for pay. */
const isOffered = ({min, inKroner, start, end}: Amount, lower: string, isOffer: boolean): boolean => {
  const period = inKroner ? periodAfter(lower.slice(end, end + 30)) : undefined
  if (!period || min < leastOffered[period] || otherMoney.test(lower)) return false
  return isOffer || offersTo.test(lower.slice(Math.max(0, start - farthestBare), start))
}

const isOther = (text: string, {start, end}: Amount): boolean =>
  otherMoneyAfter.test(text.slice(end, end + 50)) ||
  isRightAfter(otherMoney, text.slice(Math.max(0, start - 60), start))

const lastEnd = (text: string, words: Expressions): number => words.all(text).at(-1)?.end ?? -1

/** "Tillegg på inntil 40 000" */
const isRightAfter = (words: Expressions, text: string): boolean => {
  const end = lastEnd(text, words)
  return end >= 0 && /^[^.;]{0,12}$/u.test(text.slice(end))
}

/** @param label the words that stand before the text */
const amount = ({min, max, start, end}: Amount, lower: string, label: string, from: number): Found[] => {
  const periode =
    periodAfter(lower.slice(end, end + 30)) ?? lastPeriod(before(lower, start, label)) ?? periodOfSize(max)
  if (!periode || min < plausible[periode][0] || max > plausible[periode][1]) return []
  return [{value: {kind: 'beløp', min, max, periode}, span: trimmedSpan(lower, start, end, from)}]
}

const periodAfter = (lower: string): Period | undefined =>
  periods.find(({follows}) => follows.test(lower))?.period

const lastPeriod = (lower: string): Period | undefined => {
  const ends = periods.map(({period, named}) => ({period, end: lastEnd(lower, named)}))
  return ends.filter(({end}) => end >= 0).toSorted((a, b) => b.end - a.end)[0]?.period
}

const periodOfSize = (sum: number): Period | undefined =>
  sum >= leastBare
    ? 'år'
    : (['time', 'måned'] as const).find(
        (period) => sum >= plausible[period][0] && sum <= plausible[period][1],
      )

const referencesIn = ({lower, span}: Sentence): Found[] => [
  ...[...byRule(lower), ...vaguePhrases.all(lower)].map(({start, end}) =>
    reference(lower, start, end, span.start),
  ),
  ...firmPhrases
    .all(lower)
    .map(({start, end}) => reference(lower, start, afterWords(lower, end), span.start)),
]

/** "Lønn fastsettes etter gjeldende tariff": pay, what leads to the rule, and the rule with those that follow. */
const byRule = (lower: string): Span[] => {
  const ruling = leads.all(lower)
  if (ruling.length === 0) return []
  const rules = objects.all(lower)
  return payWords.all(lower).flatMap((pay) => {
    const lead = ruling.find(({start}) => start >= pay.end)
    if (!lead || lead.start - pay.end > longestGap) return []
    if (!onlyFillers.test(lower.slice(pay.end, lead.start))) return []
    const first = rules.findIndex(({start}) => start >= lead.end)
    return first >= 0 && isNear(lower, lead, rules[first]!)
      ? [{start: pay.start, end: endOfList(lower, rules, first)}]
      : []
  })
}

const longestGap = 120

/** At most a few words apart: "etter | statens gjeldende | regulativ". */
const isNear = (lower: string, {end}: Span, {start}: Span): boolean =>
  /^ ?(?:[\p{L}-]+ ){0,4}$/u.test(lower.slice(end, Math.min(start, end + longestGap)))

/** The end of "kvalifikasjoner, ansvar og erfaring" that begins with a rule. */
const endOfList = (lower: string, rules: readonly Span[], first: number): number => {
  let {end} = rules[first]!
  for (const {start, end: next} of rules.slice(first + 1)) {
    if (!/^(?:,| og| eller| and)? (?:[\p{L}-]+ ){0,2}$/u.test(lower.slice(end, start))) break
    end = next
  }
  return end
}

const whole = ({lower, span}: Sentence): Found => ({
  value: {kind: 'referanse'},
  span: trimmedSpan(lower, 0, lower.length, span.start),
})

/** Where a few more words of the clause end: "stillingen lønnes etter | statens regulativ". */
const afterWords = (lower: string, at: number): number =>
  at + /^(?:[ .]{0,2}[\p{L}-]+){0,3}/u.exec(lower.slice(at, at + 80))![0].length

/** A reference is vague when neither it nor what follows in its clause can be looked up. */
const reference = (lower: string, start: number, found: number, from: number): Found => {
  const end = openEnd.test(lower.slice(start, found)) ? endOfClause(lower, found) : found
  const clause = lower.slice(start, Math.max(end, endOfClause(lower, found)))
  const value: Lønn =
    isFirm(clause) || firmPhrases.test(clause) ? {kind: 'referanse'} : {kind: 'referanse', vag: true}
  return {value, span: trimmedSpan(lower, start, end, from)}
}

/** "Lønn iht. avtale om" goes on: "lønns- og arbeidsvilkår for toppledere". */
const openEnd = / (?:om|for|i|med|av|til|ved)$/u

const endOfClause = (lower: string, at: number): number =>
  at + /^[^.;,]{0,60}(?:\p{L}*)/u.exec(lower.slice(at))![0].length
