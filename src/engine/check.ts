import {recognise} from '../fields/index.ts'
import {type Nature, natureOf} from '../fields/nature.ts'
import type {Fields} from '../fields/types.ts'
import {analyse} from '../language/analyse.ts'
import type {EqualityHit} from '../language/equality.ts'
import type {Analysis} from '../language/types.ts'
import {type Meter, unmeasured} from '../meter.ts'
import type {Posting} from '../posting/types.ts'
import type {FileReport, Finding} from '../report/types.ts'
import {withClauses} from './clauses.ts'
import {expressionsOf, lexiconOf} from './expressions.ts'
import {toFinding, type WeighedHit} from './finding.ts'
import {checkOf} from './kinds/index.ts'
import {fillText} from './message.ts'
import {
  type Circumstances,
  chosenSeverity,
  type Obstacle,
  obstaclesOf,
  type Packs,
  packsFor,
  severityOf,
} from './obstacles.ts'
import {commonRules} from './packs.ts'
import {profileOf} from './profile.ts'
import {rules as builtIn} from './rules.ts'
import {type Settings, templateFor} from './settings.ts'
import type {Hit, MessageLanguage, Profile, Rule, RuleContext, Severity} from './types.ts'
import {violationsOf} from './violations.ts'
import {waive} from './waive.ts'
import {wordsInFile} from './words-in-file.ts'

export interface CheckOptions {
  /** ISO date of the check. */
  today: string
  /** Language of the messages. */
  lang: MessageLanguage
  /** What the text is, when that is known and need not be told from the text. */
  nature?: Nature
  /** Measures what the fields, the wording and each rule cost. */
  meter?: Meter
}

const lexicon = lexiconOf(builtIn)

/** Checks one posting against all rules that apply to it. */
export const checkPosting = async (
  posting: Posting,
  settings: Settings,
  options: CheckOptions,
): Promise<FileReport> => (await inspectPosting(posting, settings, options)).report

export interface Inspection {
  report: FileReport
  /** What keeps a rule from being run on the posting; nothing for one that was run. */
  obstaclesTo(rule: Rule): readonly Obstacle[]
  /** What the rules have seen of it. */
  context: Omit<RuleContext, 'options'>
}

/** Checks one posting, and tells why the other rules were not run. */
export const inspectPosting = async (
  posting: Posting,
  settings: Settings,
  {today, lang, nature: known, meter = unmeasured}: CheckOptions,
): Promise<Inspection> => {
  const fields = meter('fields', () => recognise(posting, {today}))
  const profile = profileOf(posting, fields, settings.profile)
  const nature = known ?? natureOf(posting, fields)
  const packs = packsFor(settings, fields, profile)
  const circumstances = {settings, profile, nature, packs}
  const obstaclesTo = (rule: Rule): Obstacle[] => obstaclesOf(rule, circumstances)
  const applied = [...commonRules, ...packs.binding.flatMap(({rules}) => rules)].filter(
    (rule) => obstaclesTo(rule).length === 0,
  )
  const equality = await meter('words', () => englishHits(posting))
  const context = {
    ...contextOf(posting, fields, circumstances, applied, {today, lang, meter}),
    nature,
    equality,
  }
  const withoutOptions = {...context, options: noOptions}
  const results = applied.map((rule) => ({
    rule,
    hits: meter(rule.id, () => runRule(rule, withoutOptions, circumstances)),
  }))
  const findings = results.flatMap(({rule, hits}) =>
    hits.map((hit) => withClauses(toFinding(rule, hit, posting, lang), packs.binding, lang)),
  )
  const appliedIds = new Set(applied.map(({id}) => id))
  const isApplied = ({ruleId}: Finding): boolean => appliedIds.has(ruleId)
  const report: FileReport = {
    path: posting.path,
    ...(posting.ad !== undefined && {ad: posting.ad}),
    ...(posting.line !== undefined && {line: posting.line}),
    ...(posting.id !== undefined && {id: posting.id}),
    ...(posting.unit && {unit: posting.unit}),
    ...(posting.readOnly && {readOnly: posting.readOnly}),
    language: posting.language,
    profile: reportProfile(profile, lang),
    portal: [...settings.portal],
    ...(settings.packs.length > 0 && {packs: reportPacks(packs, lang)}),
    fields: reportFields(posting, fields),
    missing: results.flatMap(({rule, hits}) => missingField(rule, hits)),
    findings: waive(withoutRepeats(findings), {posting, settings, applied, today, lang})
      .filter(isApplied)
      .toSorted(byPlace),
  }
  return {report, obstaclesTo, context}
}

/** Data that is read both as a form field and as text gives the same words twice, at the same place. */
const withoutRepeats = (findings: readonly Finding[]): Finding[] => {
  const told = new Set<string>()
  return findings.filter(({ruleId, place, message}) => {
    if (!place) return true
    const key = `${ruleId} ${place.start.offset} ${place.end.offset} ${message}`
    return !told.has(key) && told.add(key)
  })
}

/** retext-equality is loaded when the first English block is read: it costs more than all the rest. */
const englishHits = async (posting: Posting): Promise<EqualityHit[]> =>
  posting.blocks.some(({language}) => language === 'en')
    ? (await import('../language/equality.ts')).equalityIn(posting)
    : []

const contextOf = (
  posting: Posting,
  fields: Fields,
  {profile, settings, packs}: Circumstances,
  applied: readonly Rule[],
  {today, lang, meter}: CheckOptions & {meter: Meter},
): Omit<RuleContext, 'options' | 'nature' | 'equality'> => {
  const analysis = measured(analyse(posting, lexicon), meter)
  const expressions = expressionsOf(posting, analysis, packs.binding)
  const isApplied = new Set(applied.map(({id}) => id))
  return {
    posting,
    fields,
    profile,
    analysis,
    today,
    lang,
    violations: violationsOf(fields, profile, settings.portal),
    expressions: (ruleId) => (isApplied.has(ruleId) ? meter('words', () => expressions(ruleId)) : []),
    language: posting.language === 'unknown' ? 'nb' : posting.language,
  }
}

/** What all rules share is not laid on the first that asks for it. */
const measured = (analysis: Analysis, meter: Meter): Analysis => ({
  get sentences() {
    return meter('words', () => analysis.sentences)
  },
  get sentencesWithHits() {
    return meter('words', () => analysis.sentencesWithHits)
  },
})

const noOptions: Readonly<Record<string, unknown>> = {}

const optionsOf = ({id, options}: Rule, {settings}: Circumstances): Readonly<Record<string, unknown>> => {
  if (!options) return settings.rules.get(id)?.options ?? noOptions
  const defaults = Object.entries(options).map(([name, schema]) => [name, schema.default])
  return {...Object.fromEntries(defaults), ...settings.rules.get(id)?.options}
}

/** @param context that of a rule without options; to make one for each rule takes longer than most rules do */
const runRule = (rule: Rule, context: RuleContext, circumstances: Circumstances): WeighedHit[] => {
  const options = optionsOf(rule, circumstances)
  const hits = [...checkOf(rule)(options === noOptions ? context : {...context, options})]
  if (hits.length === 0) return []
  const raised = raisedSeverity(rule, options, context.today)
  const severity = raised ?? severityOf(rule, circumstances)
  const isChosen = (raised ?? chosenSeverity(rule, circumstances)) !== undefined
  const template = templateFor(rule, context.language, circumstances.settings.templates)
  return hits.map((hit) => ({
    ...hit,
    ...(template !== undefined && hit.insert !== undefined && {insert: template}),
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
          text: wordsInFile(posting, span),
          place: posting.place(span),
        })),
      ]),
  )
