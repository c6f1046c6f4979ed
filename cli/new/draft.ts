import {stringify} from 'yaml'
import {formatDate} from '../../src/report/texts.ts'
import data from './draft.yml'

/** The languages that an ad is drafted in. */
export type Written = 'nb' | 'nn'

type Words = Readonly<Record<Written, string>>

/** What a person has answered so far; an answer of several points or persons has a line for each. */
export interface Answers {
  /** Keys of the profile. */
  profile: Readonly<Record<string, string>>
  /** Fields of the schema, and `innledning` and `grunnlag`. */
  fields: Readonly<Record<string, string>>
  /** Texts that a rule asks for, by the last part of its id or its field. */
  statements: Readonly<Record<string, string>>
}

interface Part {
  heading?: Words
  list?: string
  lines?: readonly string[]
  text?: 'innledning' | 'søknadsmåte'
  first?: 'statements'
  last?: 'statements'
}

interface Form {
  fact: Words
  post: Words
  /** What the sentence on why and how long is; absent for posts that need none. */
  ground?: Words
  example?: Words
}

interface DraftData {
  facts: Record<string, Words>
  parts: readonly Part[]
  firstStatements: readonly string[]
  lines: Record<string, Words>
  apply: {url: Words; email: Words}
  payPerYear: Words
  introduction: Words
  forms: Record<string, Form>
  examples: Record<string, Words>
  ready: Record<string, Words>
}

const draftData = data as unknown as DraftData

export const {forms} = draftData

export const exampleOf = (field: string, written: Written): string | undefined =>
  draftData.examples[field]?.[written]

export const readyOf = (field: string, written: Written): string | undefined =>
  draftData.ready[field]?.[written]

/** An amount of pay as a yearly pay. */
export const perYear = (amount: string, written: Written): string =>
  fill(draftData.payPerYear[written], {svar: amount})

export const writtenIn = ({profile}: Answers): Written => (profile.målform === 'nynorsk' ? 'nn' : 'nb')

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\p{L}+)\}/gu, (match, name: string) => values[name] ?? match)

/** «Renholder» within a sentence; a title that begins with an abbreviation stays as it is. */
const withinSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The sentence that an ad begins with when the person writes no other. */
export const introductionOf = (answers: Answers): string => {
  const {
    stillingstittel: tittel = '',
    ansettelsesform = '',
    arbeidsgiver = '',
    stillingsprosent = '',
  } = answers.fields
  const written = writtenIn(answers)
  const stilling = forms[ansettelsesform]?.post[written] ?? ansettelsesform
  const values = {arbeidsgiver, stillingsprosent, stilling, tittel: withinSentence(tittel)}
  return capitalised(fill(draftData.introduction[written], values).replace(/ {2,}/g, ' '))
}

/** The sentence that says why a post is not permanent and how long it lasts. */
export const groundOf = ({fields}: Answers, written: Written): string | undefined => {
  const ground = forms[fields.ansettelsesform ?? '']?.ground?.[written]
  return ground && fields.grunnlag
    ? fill(ground, {grunnlag: fields.grunnlag}).replace(/\.\.$/, '.')
    : undefined
}

/** The draft as Markdown: the facts as front matter, then the text. What is not answered is left out. */
export const compose = (answers: Answers): string => {
  const {fields} = answers
  const title = fields.stillingstittel
  const body = [
    ...(title ? [`# ${capitalised(title)}`] : []),
    ...draftData.parts.flatMap((part) => partOf(part, answers)),
  ]
  return `---\n${stringify(factsOf(answers), {lineWidth: 0})}---\n\n${body.join('\n\n')}\n`
}

const factsOf = (answers: Answers): Record<string, string> => {
  const written = writtenIn(answers)
  const facts = Object.entries(draftData.facts).flatMap(([name, label]) => {
    const value = factOf(name, answers)
    return value ? [[label[written], value]] : []
  })
  return {...answers.profile, ...Object.fromEntries(facts)}
}

/** An answer as a fact: a form of employment has a name of its own in each language. */
const factOf = (name: string, answers: Answers): string | undefined => {
  const value = answers.fields[name]
  return name === 'ansettelsesform' ? (forms[value ?? '']?.fact[writtenIn(answers)] ?? value) : value
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '')

const partOf = (part: Part, answers: Answers): string[] => {
  const written = writtenIn(answers)
  const items = [
    ...(part.lines ?? []).flatMap((name) => labelled(name, answers)),
    ...linesOf(part.list ? answers.fields[part.list] : undefined),
  ]
  const {first, others} = statementsOf(answers)
  const texts = [
    ...(part.first ? first : []),
    ...(items.length > 0 ? [items.map((item) => `- ${item}`).join('\n')] : []),
    ...(part.text === 'innledning' ? opening(answers, written) : []),
    ...(part.text === 'søknadsmåte' ? applying(answers.fields.søknadsmåte, written) : []),
    ...(part.last ? others : []),
  ]
  return texts.length > 0 && part.heading ? [`## ${part.heading[written]}`, ...texts] : texts
}

const labelled = (name: string, answers: Answers): string[] => {
  const written = writtenIn(answers)
  return linesOf(factOf(name, answers)).map((line) =>
    fill(draftData.lines[name]![written], {svar: name === 'frist' ? formatDate(line, written) : line}),
  )
}

const opening = (answers: Answers, written: Written): string[] => {
  const {innledning = ''} = answers.fields
  const ground = groundOf(answers, written)
  const isTold = !ground || innledning.includes(ground)
  return isTold ? linesOf(innledning) : [[...linesOf(innledning), ground].join(' ')]
}

const applying = (answer: string | undefined, written: Written): string[] => {
  if (!answer) return []
  if (/^[^@\s]+@[^@\s]+$/.test(answer)) return [fill(draftData.apply.email[written], {svar: answer})]
  return [
    /^(?:https?:\/\/|www\.)\S+$/.test(answer) ? fill(draftData.apply.url[written], {svar: answer}) : answer,
  ]
}

const statementsOf = ({statements}: Answers): {first: string[]; others: string[]} => {
  const given = Object.entries(statements).filter(([, text]) => text !== '')
  const textsOf = (isFirst: boolean): string[] =>
    given.filter(([key]) => draftData.firstStatements.includes(key) === isFirst).map(([, text]) => text)
  return {first: textsOf(true), others: textsOf(false)}
}
