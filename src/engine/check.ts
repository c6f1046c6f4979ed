import {recognise} from '../fields/index.ts'
import {type Nature, natureOf} from '../fields/nature.ts'
import type {Fields} from '../fields/types.ts'
import {analyse} from '../language/analyse.ts'
import type {EqualityHit} from '../language/equality.ts'
import type {Posting} from '../posting/types.ts'
import type {FileReport, Finding} from '../report/types.ts'
import {withClauses} from './clauses.ts'
import {expressionsOf, lexiconOf} from './expressions.ts'
import {toFinding, type WeighedHit} from './finding.ts'
import {checkOf} from './kinds/index.ts'
import {fillText} from './message.ts'
import {commonRules, type Pack, type Unbound, unboundBy} from './packs.ts'
import {meets, profileOf} from './profile.ts'
import {rules as builtIn} from './rules.ts'
import type {Settings} from './settings.ts'
import type {Hit, MessageLanguage, Profile, Rule, RuleContext, Severity} from './types.ts'
import {violationsOf} from './violations.ts'
import {waive} from './waive.ts'

export interface CheckOptions {
  /** ISO date of the check. */
  today: string
  /** Language of the messages. */
  lang: MessageLanguage
  /** What the text is, when that is known and need not be told from the text. */
  nature?: Nature
}

const lexicon = lexiconOf(builtIn)

/** The packs that are switched on, parted into those that bind the employer of an ad and those that do not. */
interface Packs {
  binding: readonly Pack[]
  others: readonly {pack: Pack; unbound: Unbound}[]
}

const packsFor = ({packs}: Settings, fields: Fields, profile: Profile): Packs => {
  const all = packs.map((pack) => ({pack, unbound: unboundBy(pack, fields, profile)}))
  return {
    binding: all.filter(({unbound}) => !unbound).map(({pack}) => pack),
    others: all.flatMap(({pack, unbound}) => (unbound ? [{pack, unbound}] : [])),
  }
}

/** Checks one posting against all rules that apply to it. */
export const checkPosting = async (
  posting: Posting,
  settings: Settings,
  {today, lang, nature: known}: CheckOptions,
): Promise<FileReport> => {
  const fields = recognise(posting, {today})
  const profile = profileOf(posting, fields, settings.profile)
  const nature = known ?? natureOf(posting, fields)
  const packs = packsFor(settings, fields, profile)
  const scope = {settings, profile, packs: packs.binding}
  const applied = [...commonRules, ...packs.binding.flatMap(({rules}) => rules)].filter(
    (rule) => severityOf(rule, scope) !== 'off' && applies(rule, profile, nature),
  )
  const equality = await englishHits(posting)
  const context = {...contextOf(posting, fields, scope, today), nature, equality}
  const results = applied.map((rule) => ({rule, hits: runRule(rule, context, scope)}))
  const findings = results.flatMap(({rule, hits}) =>
    hits.map((hit) => withClauses(toFinding(rule, hit, posting, lang), packs.binding, lang)),
  )
  return {
    path: posting.path,
    language: posting.language,
    profile: reportProfile(profile, lang),
    portal: [...settings.portal],
    ...(settings.packs.length > 0 && {packs: reportPacks(packs, lang)}),
    fields: reportFields(posting, fields),
    missing: results.flatMap(({rule, hits}) => missingField(rule, hits)),
    findings: waive(findings, {posting, settings, applied, today, lang}).toSorted(byPlace),
  }
}

/** retext-equality is loaded when the first English block is read: it costs more than all the rest. */
const englishHits = async (posting: Posting): Promise<EqualityHit[]> =>
  posting.blocks.some(({language}) => language === 'en')
    ? (await import('../language/equality.ts')).equalityIn(posting)
    : []

const applies = (rule: Rule, profile: Profile, nature: Nature): boolean =>
  meets(profile, rule.appliesTo) && (nature === 'ad' || rule.everyText === true)

/** What decides how much a rule weighs. */
interface Scope {
  settings: Settings
  profile: Profile
  /** The packs that bind the employer. */
  packs: readonly Pack[]
}

const severityOf = (rule: Rule, {settings, profile, packs}: Scope): Severity | 'off' =>
  settings.rules.get(rule.id)?.severity ??
  packs.map(({severities}) => severities?.[rule.id]).find((severity) => severity !== undefined) ??
  (rule.optional ? 'off' : undefined) ??
  rule.severityWhen?.find((exception) => meets(profile, exception.profile))?.severity ??
  rule.severity

const contextOf = (
  posting: Posting,
  fields: Fields,
  {profile, settings, packs}: Scope,
  today: string,
): Omit<RuleContext, 'options' | 'nature' | 'equality'> => {
  const analysis = analyse(posting, lexicon)
  return {
    posting,
    fields,
    profile,
    analysis,
    today,
    violations: violationsOf(fields, profile, settings.portal),
    expressions: expressionsOf(posting, analysis, packs),
    language: posting.language === 'unknown' ? 'nb' : posting.language,
  }
}

const runRule = (rule: Rule, context: Omit<RuleContext, 'options'>, scope: Scope): WeighedHit[] => {
  const setting = scope.settings.rules.get(rule.id)
  const defaults = Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default])
  const options = {...Object.fromEntries(defaults), ...setting?.options}
  const severity = severityOf(rule, scope) as Severity
  const isChosen =
    setting?.severity !== undefined || scope.packs.some(({severities}) => severities?.[rule.id] !== undefined)
  return [...checkOf(rule)({...context, options})].map((hit) => ({
    ...hit,
    severity: weightOf(hit, rule, severity, isChosen),
  }))
}

/** Advice stays advice; else a severity that the employer has chosen goes before the rule's own gradation. */
const weightOf = (hit: Hit, rule: Rule, severity: Severity, isChosen: boolean): Severity => {
  if (hit.advice) return 'info'
  if (isChosen) return severity
  return hit.severity ?? rule.messageSeverity?.[hit.message] ?? severity
}

const reportPacks = ({binding, others}: Packs, lang: MessageLanguage): NonNullable<FileReport['packs']> => [
  ...binding.map(({id, title}) => ({id, title: title[lang], applies: true})),
  ...others.map(({pack: {id, title}, unbound: {employer}}) => ({
    id,
    title: title[lang],
    applies: false,
    employer,
  })),
]

const missingField = (rule: Rule, hits: readonly Hit[]): string[] =>
  'field' in rule && rule.field !== undefined && hits.some(({message}) => message === 'mangler')
    ? [rule.field]
    : []

const byPlace = (one: Finding, other: Finding): number =>
  (one.place?.start.offset ?? -1) - (other.place?.start.offset ?? -1)

const reportProfile = (profile: Profile, lang: MessageLanguage): FileReport['profile'] =>
  Object.fromEntries(
    Object.entries(profile)
      .filter(([, {value}]) => value !== 'ukjent')
      .map(([key, {value, inferred, why}]) => [
        key,
        {value, inferred, ...(why && {why: fillText(why.text, lang, why.data)})},
      ]),
  )

const reportFields = (posting: Posting, fields: Fields): FileReport['fields'] =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, occurrences]) => occurrences.length > 0)
      .map(([name, occurrences]) => [
        name,
        occurrences.map(({value, span}) => ({
          ...value,
          text: posting.words(span),
          place: posting.place(span),
        })),
      ]),
  )
