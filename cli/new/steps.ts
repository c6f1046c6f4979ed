import configSchema from '../../schemas/config.schema.json'
import type {Inspection} from '../../src/engine/check.ts'
import {commonRules} from '../../src/engine/packs.ts'
import {type Settings, templateFor} from '../../src/engine/settings.ts'
import type {Rule, StatementRule} from '../../src/engine/types.ts'
import {type Answers, forms, type Written} from './draft.ts'

/** A question of the guided draft. */
export type Step =
  | {kind: 'profile'; key: string; choices: readonly string[]}
  | {kind: 'form'; key: 'ansettelsesform'; choices: readonly string[]}
  | {kind: 'field'; key: string; isRequired: boolean}
  | (StatementChoice & {kind: 'statement'; isRequired: boolean})

/** What is asked of the employer, in this order. */
export const profileKeys = ['arbeidsgivertype', 'tariffområde', 'sektor', 'målform'] as const

const profileSchema: Record<string, {enum: string[]}> = configSchema.$defs.profile.properties

/** What a profile key may be; an ad is drafted in one written standard. */
export const profileChoices = (key: string): string[] =>
  profileSchema[key]!.enum.filter((value) => value !== 'begge')

export const formChoices: readonly string[] = Object.keys(forms)

const order = [
  ...['stillingstittel', 'arbeidsgiver', 'arbeidssted', 'ansettelsesform', 'grunnlag', 'stillingsprosent'],
  ...['arbeidstid', 'lønn', 'pensjon', 'tiltredelse', 'frist', 'arbeidsoppgaver', 'kvalifikasjoner'],
  ...['egenskaper', 'vilkår', 'kontakt', 'søknadsmåte'],
]

const optional = ['egenskaper', 'vilkår']

/** Asked last, when the facts for its first sentence are there. */
const opening = 'innledning'

/** Every field that can be answered. */
export const fieldKeys: readonly string[] = [...order, opening]

export const needsGround = ({fields}: Answers): boolean =>
  forms[fields.ansettelsesform ?? '']?.ground !== undefined

/** The questions about the employer, without those that are answered beforehand. */
export const profileSteps = (given: Readonly<Record<string, string>>): Step[] =>
  profileKeys
    .filter((key) => given[key] === undefined)
    .map((key) => ({kind: 'profile', key, choices: profileChoices(key)}))

/** The questions about the post: a field that the schema requires of this employer, and a few that it does not. */
export const fieldSteps = ({context}: Inspection, answers: Answers): Step[] => {
  const missing = context.violations.filter(({message}) => message === 'mangler').map(({field}) => field)
  const required = new Set([...missing, ...(needsGround(answers) ? ['grunnlag'] : [])])
  const keys = [...order, ...missing.filter((field) => !order.includes(field))]
  return keys
    .filter((key) => required.has(key) || optional.includes(key))
    .map((key) =>
      key === 'ansettelsesform'
        ? {kind: 'form', key, choices: formChoices}
        : {kind: 'field', key, isRequired: required.has(key)},
    )
}

export const openingStep: Step = {kind: 'field', key: opening, isRequired: true}

const firstStatements = ['mangfoldserklæring', 'tilrettelegging', 'søkerliste']

const rank = ({key}: {key: string}): number => {
  const place = firstStatements.indexOf(key)
  return place < 0 ? firstStatements.length : place
}

/** A rule that asks for a statement, with the key of its answer and the text that stands ready. */
export interface StatementChoice {
  key: string
  rule: StatementRule
  ready: string | undefined
}

/** The statements of all rules that may be switched on here, whomever they bind. */
export const statementsIn = (settings: Settings, written: Written): StatementChoice[] => {
  const rules: readonly Rule[] = [...commonRules, ...settings.packs.flatMap((pack) => pack.rules)]
  return rules.filter(isStatement).map((rule) => ({
    key: statementKey(rule),
    rule,
    ready: templateFor(rule, written, settings.templates) ?? rule.insert?.[written],
  }))
}

/** The texts that rules ask for in this ad, and those that an employer may choose to have. */
export const statementSteps = (
  {report, obstaclesTo}: Inspection,
  choices: readonly StatementChoice[],
): Step[] =>
  choices
    .filter(({rule}) => obstaclesTo(rule).every(({kind}) => kind === 'optional'))
    .map((choice) => ({
      kind: 'statement' as const,
      ...choice,
      isRequired: report.findings.some(
        ({ruleId, severity}) => ruleId === choice.rule.id && severity === 'error',
      ),
    }))
    .toSorted((one, other) => rank(one) - rank(other))

/** A rule about the parts of a statement whose presence another rule asks for has no text to insert. */
const isStatement = (rule: Rule): rule is StatementRule =>
  rule.kind === 'erklæring' && rule.insert !== undefined

const statementKey = ({id, field}: StatementRule): string => field ?? id.slice(id.lastIndexOf('/') + 1)
