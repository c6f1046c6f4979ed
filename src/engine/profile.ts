import {fullDate} from '../fields/grammar/published.ts'
import type {Fields} from '../fields/types.ts'
import type {Posting} from '../posting/types.ts'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import profileData from './profile.yml'
import type {Condition, Profile, ProfileEntry, Text} from './types.ts'

interface Inference {
  value: string
  pattern?: string
  caseSensitive?: boolean
  in?: readonly Where[]
  when?: Condition
}

type Where = 'arbeidsgiver' | 'stillingstittel' | 'arbeidssted' | 'text'

const {reasons, ...inferences} = profileData as {reasons: Record<string, Text>} & Record<string, Inference[]>

/** The keys of a profile that can be read out of an ad. */
const inferredKeys = Object.keys(inferences)

const expressions = new Map<Inference, RegExp>()

const expressionOf = (inference: Inference): RegExp => {
  const expression = expressions.get(inference) ?? compile(wholeWord(inference.pattern ?? ''))
  expressions.set(inference, expression)
  return expression
}

/** Whether a profile meets a condition; an absent condition is always met. */
export const meets = (profile: Profile, condition: Condition | undefined): boolean =>
  Object.entries(condition ?? {}).every(([key, values]) => values.includes(profile[key]?.value ?? ''))

/**
 * The profile of an ad: what is given counts; the rest is inferred, each entry with its reason.
 *
 * @param given profile keys of the configuration, overridden by those of the front matter
 */
export const profileOf = (
  posting: Posting,
  fields: Fields,
  given: Readonly<Record<string, string>>,
): Profile => {
  const profile: Record<string, ProfileEntry> = {}
  for (const [key, value] of Object.entries({...given, ...posting.profile}))
    profile[key] = {value: key === 'publisert' ? (fullDate(value) ?? value) : value, inferred: false}
  for (const key of inferredKeys) profile[key] ??= infer(key, posting, fields, profile)
  profile.målform ??= {value: writtenStandard(posting), inferred: true}
  return profile
}

const infer = (key: string, posting: Posting, fields: Fields, profile: Profile): ProfileEntry => {
  const all = (inferences as Record<string, Inference[]>)[key]!
  for (const isWeak of [false, true]) {
    for (const inference of all) {
      const why = evidence(inference, isWeak, posting, fields, profile)
      if (why) return {value: inference.value, inferred: true, why}
    }
  }
  return {
    value: 'ukjent',
    inferred: true,
    ...(key === 'arbeidsgivertype' && {why: {text: reasons.none!, data: {}}}),
  }
}

/** What is mentioned somewhere in the text is weak evidence, which counts when there is no other. */
const evidence = (
  inference: Inference,
  isWeak: boolean,
  posting: Posting,
  fields: Fields,
  profile: Profile,
): ProfileEntry['why'] | undefined => {
  if (inference.when) {
    if (isWeak || !meets(profile, inference.when)) return
    return {text: reasons.when!, data: {ord: profile[Object.keys(inference.when)[0]!]!.value}}
  }
  for (const where of inference.in ?? []) {
    if ((where === 'text') !== isWeak) continue
    const ord = find(inference, where, posting, fields)
    if (ord) return {text: reasons[where]!, data: {ord}}
  }
  return
}

const find = (inference: Inference, where: Where, posting: Posting, fields: Fields): string | undefined => {
  const expression = expressionOf(inference)
  const cased = inference.caseSensitive ? (text: string) => text : inLowerCase
  if (where !== 'text')
    return fields[where].map(({value}) => value.value).find((value) => expression.test(cased(value)))
  const match = expression.exec(cased(posting.text))
  return match ? posting.text.slice(match.index, match.index + match[0].length) : undefined
}

const writtenStandard = ({language}: Posting): string =>
  language === 'nb' ? 'bokmål' : language === 'nn' ? 'nynorsk' : 'ukjent'
