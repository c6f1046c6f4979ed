import {dayOff} from '../../src/calendar/index.ts'
import {commonRules} from '../../src/engine/packs.ts'
import {type Settings, templateFor} from '../../src/engine/settings.ts'
import {formatDate} from '../../src/report/texts.ts'
import {type Asker, GoBack, type Question} from '../ask/types.ts'
import type {Lang} from '../texts.ts'
import {type Answers, exampleOf, forms, groundOf, introductionOf, readyOf, writtenIn} from './draft.ts'
import type {Judge, Judgement} from './judge.ts'
import {fieldSteps, openingStep, profileSteps, type Step, statementSteps, statementsIn} from './steps.ts'
import {hasText, sayNew} from './texts.ts'
import {longFields} from './tidy.ts'

export interface Interview {
  asker: Asker
  judge: Judge
  settings: Settings
  today: string
  lang: Lang
  /** What was remarked of which answer; nothing is remarked twice. */
  remarked: Map<string, string>
}

const step = {profile: 'profile', form: 'fields', field: 'fields', statement: 'statements'} as const

/** Asks for everything that a draft needs; who goes back answers once more. */
export const interview = async (run: Interview, given: Answers): Promise<Answers> => {
  let answers = given
  let at = 0
  for (;;) {
    const steps = await stepsFor(run, given, answers)
    const current = steps[at]
    if (!current) return answers
    const asked: Partial<Question> = {
      progress: sayNew(run.lang, 'progress', {n: String(at + 1), all: String(steps.length)}),
      canGoBack: at > 0,
    }
    try {
      const value = await ask(run, current, answers, asked)
      const group = step[current.kind]
      answers = {...answers, [group]: {...answers[group], [current.key]: value}}
      at++
    } catch (error) {
      if (!(error instanceof GoBack)) throw error
      at--
    }
  }
}

const stepsFor = async ({judge, settings}: Interview, given: Answers, answers: Answers): Promise<Step[]> => {
  const empty = await judge.inspect({...answers, fields: {}, statements: {}})
  const written = await judge.inspect({...answers, statements: {}})
  return [
    ...profileSteps(given.profile),
    ...fieldSteps(empty, answers),
    ...statementSteps(written, statementsIn(settings, writtenIn(answers))),
    openingStep,
  ]
}

const ask = (run: Interview, current: Step, answers: Answers, asked: Partial<Question>): Promise<string> => {
  if (current.kind === 'profile') return askProfile(run, current, answers, asked)
  if (current.kind === 'form') return askForm(run, current, answers, asked)
  if (current.kind === 'statement') return askStatement(run, current, answers, asked)
  return askField(run, current, answers, asked)
}

type Of<Kind extends Step['kind']> = Extract<Step, {kind: Kind}>

const askProfile = async (
  {asker, judge, lang}: Interview,
  {key, choices}: Of<'profile'>,
  answers: Answers,
  asked: Partial<Question>,
): Promise<string> => {
  const {context} = await judge.inspect({...answers, profile: without(answers.profile, key)})
  const ready = [answers.profile[key], guess(key, lang, context.profile[key]?.value)]
  return asker.choose({
    ...asked,
    label: sayNew(lang, `ask.${key}`),
    choices: choices.map((value) => ({value, label: sayNew(lang, `${key}.${value}`)})),
    ready: ready.filter((value) => value !== undefined && choices.includes(value)).slice(0, 1) as string[],
  })
}

const without = (profile: Answers['profile'], key: string): Answers['profile'] =>
  Object.fromEntries(Object.entries(profile).filter(([one]) => one !== key))

/** What the other answers make likely. */
const guess = (key: string, lang: Lang, inferred: string | undefined): string | undefined => {
  if (key === 'målform') return lang === 'nn' ? 'nynorsk' : 'bokmål'
  if (inferred !== undefined && inferred !== 'ukjent') return inferred
  return {arbeidsgivertype: 'kommune', sektor: 'annet', tariffområde: 'annen'}[key]
}

const askForm = (
  {asker, lang}: Interview,
  {key, choices}: Of<'form'>,
  answers: Answers,
  asked: Partial<Question>,
): Promise<string> => {
  const written = writtenIn(answers)
  return asker.choose({
    ...asked,
    label: sayNew(lang, `ask.${key}`),
    choices: choices.map((value) => ({value, label: forms[value]!.fact[written]})),
    ready: [answers.fields[key] ?? choices[0]!],
  })
}

const askField = async (
  run: Interview,
  {key, isRequired}: Of<'field'>,
  answers: Answers,
  asked: Partial<Question>,
): Promise<string> => {
  const {asker, judge, lang} = run
  const judged = remembered((answer) => judge.field(answers, key, answer, isRequired))
  const answer = await asker.text({
    ...asked,
    label: hasText(`ask.${key}`) ? sayNew(lang, `ask.${key}`) : key,
    ...hintFor(key, isRequired, answers, lang),
    ...valueFor(run, key, answers),
    isLong: longFields.includes(key),
    ...tellers(judged, key, run),
    understood: async (text) => {
      const {value} = await judged(text)
      return key === 'frist' ? formatDate(value, lang) : value
    },
  })
  return settled(await judged(answer), key, run)
}

/** The last judgement is asked for twice: what is wrong, and what there is to remark. */
const remembered = (
  judge: (answer: string) => Promise<Judgement>,
): ((answer: string) => Promise<Judgement>) => {
  let last: {answer: string; judging: Promise<Judgement>} | undefined
  return (answer) => {
    if (last?.answer !== answer) last = {answer, judging: judge(answer)}
    return last.judging
  }
}

const tellers = (
  judged: (answer: string) => Promise<Judgement>,
  key: string,
  {lang, remarked}: Interview,
) => ({
  flaw: async (answer: string) => (await judged(answer)).flaw,
  remark: async (answer: string) => {
    const {remark} = await judged(answer)
    const isNew = remark !== undefined && (remarked.get(remark) ?? key) === key
    return isNew ? sayNew(lang, 'remark', {text: remark}) : undefined
  },
})

/** The answer as it is to stand; what was remarked of it need not be said again. */
const settled = ({value, remark}: Judgement, key: string, {remarked}: Interview): string => {
  if (remark !== undefined && !remarked.has(remark)) remarked.set(remark, key)
  return value
}

const listFields = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper', 'vilkår']

const hintFor = (key: string, isRequired: boolean, answers: Answers, lang: Lang): {hint?: string} => {
  const written = writtenIn(answers)
  const form = forms[answers.fields.ansettelsesform ?? '']
  const example = key === 'grunnlag' ? form?.example?.[written] : exampleOf(key, written)
  const start = form?.ground?.[written].split(' {')[0] ?? ''
  const hints = [
    ...(hasText(`hint.${key}`) ? [sayNew(lang, `hint.${key}`, {start})] : []),
    ...(listFields.includes(key) ? [sayNew(lang, 'hint.items')] : []),
    ...(isRequired ? [] : [sayNew(lang, 'hint.optional')]),
    ...(example ? [sayNew(lang, 'example', {text: example})] : []),
  ]
  return hints.length > 0 ? {hint: hints.join(' ')} : {}
}

const valueFor = (run: Interview, key: string, answers: Answers): {value?: string} => {
  const written = writtenIn(answers)
  const value =
    answers.fields[key] ?? templateAnswer(run.settings, key, answers) ?? readyAnswer(run, key, answers)
  if (value === undefined) return {}
  return {value: key === 'frist' ? formatDate(value, written) : value}
}

const readyAnswer = ({today}: Interview, key: string, answers: Answers): string | undefined => {
  if (key === 'frist') return usualDeadline(today)
  if (key === 'innledning')
    return [introductionOf(answers), groundOf(answers, writtenIn(answers)) ?? ''].join(' ').trim()
  return readyOf(key, writtenIn(answers))
}

/** Three weeks from today, or the first working day after that. */
const usualDeadline = (today: string): string => {
  let date = addDays(today, 21)
  while (dayOff(date, 'nb')) date = addDays(date, 1)
  return date
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** The employer's own text for a field, without its label or heading; none that has blanks to fill in. */
const templateAnswer = ({templates}: Settings, key: string, answers: Answers): string | undefined => {
  const rule = commonRules.find((one) => one.kind === 'felt' && one.field === key)
  const template = rule && templateFor(rule, writtenIn(answers), templates)
  if (!template || /\[[^\]\n]{0,200}\]/.test(template)) return
  if (!longFields.includes(key)) return template.replace(/^[^:\n]{2,40}: (?!\/\/)/, '')
  const items = template.split('\n').filter((line) => /^[-*] /.test(line))
  return items.length > 0 ? items.map((line) => line.slice(2)).join('\n') : template
}

const askStatement = async (
  run: Interview,
  {key, rule, ready, isRequired}: Of<'statement'>,
  answers: Answers,
  asked: Partial<Question>,
): Promise<string> => {
  const {asker, judge, lang} = run
  const standing = answers.statements[key]
  const isOwn = standing !== undefined && standing !== '' && standing !== ready
  const choice = await asker.choose({
    ...asked,
    label: `${rule.title[lang]}?`,
    ...(ready !== undefined && {hint: `«${ready}»`}),
    choices: [
      ...(ready === undefined ? [] : [{value: 'use', label: sayNew(lang, 'statement.use')}]),
      {value: 'own', label: sayNew(lang, 'statement.own')},
      ...(isRequired ? [] : [{value: 'without', label: sayNew(lang, 'statement.without')}]),
    ],
    ready: [isOwn ? 'own' : standing === '' ? 'without' : 'use'],
  })
  if (choice === 'use') return ready!
  if (choice === 'without') return ''
  const judged = remembered((text) => judge.statement(answers, key, rule.id, text))
  const text = await asker.text({
    ...asked,
    label: sayNew(lang, 'ask.own', {title: rule.title[lang]}),
    value: isOwn ? standing : (ready ?? ''),
    isLong: true,
    ...tellers(judged, key, run),
  })
  return settled(await judged(text), key, run)
}
