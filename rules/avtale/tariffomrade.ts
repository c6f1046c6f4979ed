import type {Check, RuleContext} from '../../src/engine/types.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'
import {lazily} from '../../src/vocabulary/pattern.ts'

const agreement =
  '(?:[Hh]ov[eu]dtariffavtal[ea]|HTA|[Tt]ariffavtal[ea]|[Oo]verenskomst|[Tt]ariffområde)\\p{L}*'
const others = '(?:Spekter|Virke|KA|PBL|NHO|Samfunnsbedriftene|KS [Bb]edrift)(?!\\p{L})'
const chapter = '(?:[Kk]ap\\.?|[Kk]apittel) ?[345](?!\\d)'

/** How the agreements of each area are called. */
const agreements: Readonly<Record<string, () => RegExp>> = {
  KS: lazily(
    `${agreement} (?:i |for |med |mellom |til |hos |innen |under )?KS(?![\\p{L}-]| [Bb]edrift)|(?<!\\p{L})KS(?:['’]s?|s)?[ -](?:sin |sitt )?(?:[Hh]ov[eu]dtariff|tariff)\\p{L}*|(?<!\\p{L})KS-området|(?:HTA|[Hh]ov[eu]dtariffavtalen),? ${chapter}|${chapter}(?:\\.\\d){0,4} i (?:HTA|[Hh]ov[eu]dtariffavtalen)`,
  ),
  Oslo: lazily(
    '[Dd]ok(?:ument|\\.)? ?25(?!\\d)|Oslo kommunes? (?:lønnsregulativ|tariffavtale\\p{L}*|overenskomst\\p{L}*|avtaleverk)|(?:tariffavtale|overenskomst)\\p{L}* (?:i|for|med) Oslo kommune',
  ),
  stat: lazily(
    `[Ss]tatens (?:lønns|løns)?regulativ|${agreement} (?:i|for) [Ss]taten|[Ss]tatlege? (?:hov[eu]d)?tariff\\p{L}*|[Ss]tatlige? (?:hov[eu]d)?tariff\\p{L}*`,
  ),
  annen: lazily(
    `${agreement} (?:\\p{L}+ ){0,3}${others}|(?<!\\p{L})Spekter-(?:området|avtalen|overenskomst\\p{L}*)`,
  ),
}
const isOfConditions = lazily('lønn|løn|tariff|hta|arbeidsvilkår|overenskomst|tilset|ansett|ansatt|regulativ')
const isOfTravel = lazily('reise|diett|skyss|kjøregodt|køyregodt')
const isOfApplicant = ['krav', 'ønske', 'egenskap', 'oppgave', 'sitat']
const isPartnership = lazily('(?<!\\p{L})nav(?!\\p{L})')

/** A collective agreement that belongs to another area than the employer does. */
export const check: Check = (context) => {
  const område = areaOf(context)
  if (!område) return []
  for (const sentence of context.analysis.sentences.filter(isOfPost)) {
    for (const [area, pattern] of Object.entries(agreements)) {
      if (area === område) continue
      const span = spanOf(pattern(), sentence)
      if (span) return [{message: 'feil-omrade', span, data: {ord: context.posting.words(span), område}}]
    }
  }
  return []
}

/** A local office of Nav is both the state's and the municipality's, and other areas are too many to be inferred. */
const areaOf = ({profile, fields}: RuleContext): string | undefined => {
  const {value, inferred} = profile.tariffområde!
  if (!inferred) return value in agreements || value === 'ingen' ? value : 'annen'
  const isBoth = fields.arbeidsgiver.some((employer) =>
    isPartnership().test(employer.value.value.toLowerCase()),
  )
  return isBoth || value === 'annen' || value === 'ukjent' ? undefined : value
}

const isOfPost = ({lower, role, sections}: Sentence): boolean =>
  !isOfApplicant.includes(role) &&
  !sections.includes('kvalifikasjoner') &&
  isOfConditions().test(lower) &&
  !isOfTravel().test(lower)

const spanOf = (pattern: RegExp, {text, span}: Sentence): Span | undefined => {
  const match = pattern.exec(text)
  return match
    ? {start: span.start + match.index, end: span.start + match.index + match[0].length}
    : undefined
}
