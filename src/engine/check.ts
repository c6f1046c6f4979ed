import {recognise} from '../fields/index.ts'
import {type Nature, natureOf} from '../fields/nature.ts'
import type {Fields} from '../fields/types.ts'
import {analyse} from '../language/analyse.ts'
import type {EqualityHit} from '../language/equality.ts'
import type {Posting} from '../posting/types.ts'
import type {FileReport, Finding} from '../report/types.ts'
import {expressionsIn, lexiconOf} from './expressions.ts'
import {toFinding, type WeighedHit} from './finding.ts'
import {checkOf} from './kinds/index.ts'
import {fillText} from './message.ts'
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

/** Checks one posting against all rules that apply to it. */
export const checkPosting = async (
  posting: Posting,
  settings: Settings,
  {today, lang, nature: known}: CheckOptions,
): Promise<FileReport> => {
  const fields = recognise(posting, {today})
  const profile = profileOf(posting, fields, settings.profile)
  const nature = known ?? natureOf(posting, fields)
  const applied = builtIn.filter(
    (rule) => severityOf(rule, profile, settings) !== 'off' && applies(rule, profile, nature),
  )
  const equality = await englishHits(posting)
  const context = {...contextOf(posting, fields, profile, settings, today, applied), nature, equality}
  const results = applied.map((rule) => ({rule, hits: runRule(rule, context, settings)}))
  const findings = results.flatMap(({rule, hits}) => hits.map((hit) => toFinding(rule, hit, posting, lang)))
  return {
    path: posting.path,
    language: posting.language,
    profile: reportProfile(profile, lang),
    portal: [...settings.portal],
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

const severityOf = (rule: Rule, profile: Profile, settings: Settings): Severity | 'off' =>
  settings.rules.get(rule.id)?.severity ??
  (rule.optional ? 'off' : undefined) ??
  rule.severityWhen?.find((exception) => meets(profile, exception.profile))?.severity ??
  rule.severity

const contextOf = (
  posting: Posting,
  fields: Fields,
  profile: Profile,
  settings: Settings,
  today: string,
  applied: readonly Rule[],
): Omit<RuleContext, 'options' | 'nature' | 'equality'> => {
  const analysis = analyse(posting, lexicon)
  return {
    posting,
    fields,
    profile,
    analysis,
    today,
    violations: violationsOf(fields, profile, settings.portal),
    expressions: expressionsIn(analysis, applied),
    language: posting.language === 'unknown' ? 'nb' : posting.language,
  }
}

const runRule = (rule: Rule, context: Omit<RuleContext, 'options'>, settings: Settings): WeighedHit[] => {
  const setting = settings.rules.get(rule.id)
  const defaults = Object.entries(rule.options ?? {}).map(([name, schema]) => [name, schema.default])
  const options = {...Object.fromEntries(defaults), ...setting?.options}
  const raised = raisedSeverity(rule, options, context.today)
  const severity = raised ?? (severityOf(rule, context.profile, settings) as Severity)
  const isChosen = (raised ?? setting?.severity) !== undefined
  return [...checkOf(rule)({...context, options})].map((hit) => ({
    ...hit,
    severity: weightOf(hit, rule, severity, isChosen),
  }))
}

/** The severity of a rule whose day has come. */
const raisedSeverity = (
  {raisedFrom}: Rule,
  options: Readonly<Record<string, unknown>>,
  today: string,
): Severity | undefined => {
  const from = raisedFrom && options[raisedFrom.option]
  return typeof from === 'string' && from <= today ? raisedFrom?.severity : undefined
}

/** Advice stays advice; else a severity that the employer has chosen goes before the rule's own gradation. */
const weightOf = (hit: Hit, rule: Rule, severity: Severity, isChosen: boolean): Severity => {
  if (hit.advice) return 'info'
  if (isChosen) return severity
  return hit.severity ?? rule.messageSeverity?.[hit.message] ?? severity
}

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
