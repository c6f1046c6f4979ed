import {readFile} from 'node:fs/promises'
import {text as textOf} from 'node:stream/consumers'
import {parse} from 'yaml'
import {nearest} from '../../src/config/nearest.ts'
import type {Settings} from '../../src/engine/settings.ts'
import {Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {type Answers, introductionOf, writtenIn} from './draft.ts'
import type {Judge, Judgement} from './judge.ts'
import {
  fieldKeys,
  fieldSteps,
  formChoices,
  profileChoices,
  profileKeys,
  type StatementChoice,
  statementSteps,
  statementsIn,
} from './steps.ts'
import {sayNew} from './texts.ts'

/** Answers of a file that will not do, each told in one line. */
export class WrongAnswers extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'WrongAnswers'
  }
}

interface Reading {
  /** The name of the file, for what is said of it. */
  path: string
  judge: Judge
  settings: Settings
  lang: Lang
}

type Raw = Readonly<Record<string, unknown>>

/** What a file of answers is called in messages. */
export const nameOf = (file: string, lang: Lang): string =>
  file === '-' ? sayNew(lang, 'answers.stdin') : file

/** The answers of a file, or of standard input, as YAML or JSON. @throws Problem */
export const readAnswers = async (file: string, lang: Lang): Promise<Raw> => {
  const text = await (file === '-' ? textOf(process.stdin) : readFile(file, 'utf8')).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new Problem('missing', {path: file})
      throw new Problem('unreadable', {path: file, reason: error.code ?? error.message})
    },
  )
  const answers = parsed(text, nameOf(file, lang), lang)
  if (!isMap(answers)) throw new WrongAnswers([sayNew(lang, 'answers.notMap', {path: nameOf(file, lang)})])
  return answers
}

const parsed = (text: string, path: string, lang: Lang): unknown => {
  try {
    return parse(text, {maxAliasCount: 10})
  } catch (error) {
    const reason = (error as Error).message.split('\n', 1)[0]!
    throw new WrongAnswers([sayNew(lang, 'answers.yaml', {path, reason})])
  }
}

const isMap = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Judges all answers of a file at once.
 *
 * @throws WrongAnswers with a line for each that will not do, and one for those that are missing
 */
export const judgeAnswers = async (
  raw: Raw,
  given: Answers['profile'],
  reading: Reading,
): Promise<Answers> => {
  const problems: string[] = []
  const wrong = (key: string, text: string): void => {
    problems.push(sayNew(reading.lang, 'answers.wrong', {path: reading.path, key, text}))
  }
  const profile = profileIn(raw, given, wrong, reading.lang)
  const choices = statementsIn(reading.settings, writtenIn({profile, fields: {}, statements: {}}))
  problems.push(...unknownKeys(raw, choices, reading))
  const fields = await fieldsIn(raw, profile, wrong, reading)
  const statements = await statementsOf(raw, {profile, fields, statements: {}}, choices, wrong, reading)
  const answers = withOpening({profile, fields, statements})
  const missing = await missingKeys(raw, answers, reading)
  if (missing.length > 0)
    problems.push(sayNew(reading.lang, 'answers.missing', {path: reading.path, keys: missing.join(', ')}))
  if (problems.length > 0) throw new WrongAnswers(problems)
  return answers
}

type Wrong = (key: string, text: string) => void

const unknownKeys = (raw: Raw, choices: readonly StatementChoice[], {path, lang}: Reading): string[] => {
  const known = ['profil', ...profileKeys, ...fieldKeys, ...choices.map(({key}) => key)]
  return Object.keys(raw)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const {forslag} = nearest(key, known)
      return forslag === undefined
        ? sayNew(lang, 'answers.unknown', {path, key, known: known.join(', ')})
        : sayNew(lang, 'answers.nearest', {path, key, forslag})
    })
}

/** What the file says of the employer, below `profil` or beside the fields. */
const profileAnswer = (raw: Raw, key: string): unknown =>
  (isMap(raw.profil) ? raw.profil[key] : undefined) ?? raw[key]

const profileIn = (raw: Raw, given: Answers['profile'], wrong: Wrong, lang: Lang): Answers['profile'] => {
  const profile: Record<string, string> = {...given}
  for (const key of profileKeys) {
    const answer = profileAnswer(raw, key)
    if (answer === undefined) continue
    const known = profileChoices(key)
    if (known.includes(String(answer))) profile[key] = String(answer)
    else wrong(key, sayNew(lang, 'flaw.value', {svar: String(answer), kjente: known.join(', ')}))
  }
  return {...profile, målform: profile.målform ?? 'bokmål'}
}

const fieldsIn = async (
  raw: Raw,
  profile: Answers['profile'],
  wrong: Wrong,
  {judge, lang}: Reading,
): Promise<Answers['fields']> => {
  const fields: Record<string, string> = {}
  for (const key of fieldKeys) {
    if (raw[key] === undefined || raw[key] === null) continue
    const answer = textIn(raw[key])
    if (answer === undefined) wrong(key, sayNew(lang, 'flaw.shape'))
    else if (key === 'ansettelsesform' && !formChoices.includes(answer.toLowerCase()))
      wrong(key, sayNew(lang, 'flaw.value', {svar: answer, kjente: formChoices.join(', ')}))
    else if (key === 'ansettelsesform') fields[key] = answer.toLowerCase()
    else
      fields[key] = accepted(
        key,
        await judge.field({profile, fields, statements: {}}, key, answer, true),
        wrong,
      )
  }
  return fields
}

const accepted = (key: string, {value, flaw}: Judgement, wrong: Wrong): string => {
  if (flaw !== undefined) wrong(key, flaw)
  return value
}

/** A text, a number, or a list of them or of persons: one line for each. */
const textIn = (answer: unknown): string | undefined => {
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer)
  if (isMap(answer)) return personIn(answer)
  if (!Array.isArray(answer)) return
  const lines = answer.map((item) => (Array.isArray(item) ? undefined : textIn(item)))
  return lines.includes(undefined) ? undefined : lines.join('\n')
}

const personIn = ({navn, rolle, telefon, epost, ...others}: Raw): string | undefined => {
  const parts = [navn, rolle, telefon && `tlf. ${telefon}`, epost].filter(Boolean)
  return Object.keys(others).length > 0 || parts.length === 0 ? undefined : parts.join(', ')
}

/** `true` takes the ready text, `false` leaves it out; what the law asks for is there unless it is left out. */
const statementsOf = async (
  raw: Raw,
  answers: Answers,
  choices: readonly StatementChoice[],
  wrong: Wrong,
  {judge, lang}: Reading,
): Promise<Answers['statements']> => {
  const statements: Record<string, string> = {}
  const required = new Map(
    statementSteps(await judge.inspect(answers), choices).map((step) => [
      step.key,
      step.kind === 'statement' && step.isRequired,
    ]),
  )
  for (const {key, rule, ready} of choices) {
    const answer = raw[key] ?? required.get(key) ?? false
    if (answer === false && required.get(key))
      wrong(key, rule.messages.mangler?.[lang] ?? sayNew(lang, 'flaw.without'))
    else if (answer === true && ready === undefined) wrong(key, sayNew(lang, 'flaw.noText'))
    else if (answer === true) statements[key] = ready!
    else if (typeof answer === 'string')
      statements[key] = accepted(key, await judge.statement(answers, key, rule.id, answer), wrong)
    else if (answer !== false) wrong(key, sayNew(lang, 'flaw.shape'))
  }
  return statements
}

const withOpening = (answers: Answers): Answers => ({
  ...answers,
  fields: {innledning: introductionOf(answers), ...answers.fields},
})

const missingKeys = async (raw: Raw, answers: Answers, {judge}: Reading): Promise<string[]> => {
  const {profile} = answers
  const empty = await judge.inspect({profile, fields: {}, statements: {}})
  const isMissing = (key: string): boolean => raw[key] === undefined || raw[key] === null
  return [
    ...(profile.arbeidsgivertype === undefined && profileAnswer(raw, 'arbeidsgivertype') === undefined
      ? ['profil.arbeidsgivertype']
      : []),
    ...fieldSteps(empty, answers)
      .filter(
        (step) => (step.kind === 'form' || (step.kind === 'field' && step.isRequired)) && isMissing(step.key),
      )
      .map(({key}) => key),
  ]
}
