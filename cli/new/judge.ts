import {type Inspection, inspectPosting} from '../../src/engine/check.ts'
import type {Settings} from '../../src/engine/settings.ts'
import type {FieldName, FieldValues, Occurrence} from '../../src/fields/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import {fieldLabel, formatDate} from '../../src/report/texts.ts'
import type {Finding} from '../../src/report/types.ts'
import type {Lang} from '../texts.ts'
import {type Answers, compose, exampleOf, type Written, writtenIn} from './draft.ts'
import {sayNew} from './texts.ts'
import {tidy} from './tidy.ts'

/** What utlys makes of one answer. */
export interface Judgement {
  /** The answer as it is to stand in the draft. */
  value: string
  /** Why it will not do. */
  flaw?: string
  /** What the person should know, though it will do. */
  remark?: string
}

export interface JudgeOptions {
  settings: Settings
  today: string
  lang: Lang
}

export interface Judge {
  inspect(answers: Answers): Promise<Inspection>
  field(answers: Answers, key: string, answer: string, isRequired: boolean): Promise<Judgement>
  statement(answers: Answers, key: string, ruleId: string, text: string): Promise<Judgement>
}

/** Rules of which a finding is surely a slip of the pen, whatever they weigh in a finished ad; the most telling first. */
const slips = ['felt/telefonnummer', 'felt/frist-entydig', 'felt/kontakt', 'felt/soknadsmate']

/** What rules judge by the form of employment. */
const ofEmployment = ['grunnlag', 'stillingsprosent']

/** Judges each answer as a draft that has it alone: what is recognised, and what the rules say. */
export const createJudge = ({settings, today, lang}: JudgeOptions): Judge => {
  const say = (key: string, data: Record<string, string> = {}): string => sayNew(lang, key, data)

  const inspect = async (answers: Answers): Promise<Inspection> => {
    const bytes = new TextEncoder().encode(compose(answers))
    const posting = await readPosting('utkast.md', bytes, {language: writtenIn(answers)})
    return inspectPosting(posting, settings, {today, lang, nature: 'ad'})
  }

  const unknown = (key: string, written: Written): string =>
    say('flaw.unknown', {
      felt: fieldLabel(lang, key).toLowerCase(),
      eksempel: exampleOf(key, written) ?? '',
    })

  const told = (
    value: string,
    findings: readonly Finding[],
    isOfAnswer: (ruleId: string) => boolean,
  ): Judgement => {
    const about = findings.filter(({place, ruleId}) => place || isOfAnswer(ruleId))
    const slip = slips.map((id) => about.find(({ruleId}) => ruleId === id)).find(Boolean)
    const flaw = slip ?? about.find(({severity}) => severity === 'error')
    if (flaw) return {value, flaw: flaw.message}
    const remark = about.find(({severity}) => severity === 'warning')
    return remark ? {value, remark: remark.message} : {value}
  }

  return {
    inspect,

    async field(answers, key, answer, isRequired) {
      const written = writtenIn(answers)
      const value = tidy(key, answer, written)
      if (value === '') return isRequired ? {value, flaw: say('flaw.empty')} : {value}
      const slip = slipIn(key, value)
      if (slip) return {value, flaw: say(slip.key, {svar: slip.words})}
      const {profile, fields} = answers
      const beside = ofEmployment.includes(key) ? {ansettelsesform: fields.ansettelsesform ?? ''} : {}
      const {context, report} = await inspect({profile, fields: {...beside, [key]: value}, statements: {}})
      const found = context.fields[key as FieldName] as readonly Occurrence<unknown>[] | undefined
      if (found?.length === 0) return {value, flaw: unknown(key, written)}
      const judged = told(value, report.findings, () => false)
      return judged.flaw === undefined && key === 'frist'
        ? {...judged, value: dateOf(found as readonly Occurrence<FieldValues['frist']>[]) ?? value}
        : {...judged, value: key === 'tiltredelse' ? formatDate(value, written) : value}
    },

    async statement({profile}, key, ruleId, text) {
      const value = tidy(key, text, writtenIn({profile, fields: {}, statements: {}}))
      if (value === '') return {value, flaw: say('flaw.empty')}
      const {report} = await inspect({profile, fields: {}, statements: {[key]: value}})
      return told(value, report.findings, (id) => id === ruleId)
    },
  }
}

const dateOf = (found: readonly Occurrence<FieldValues['frist']>[]): string | undefined =>
  found.find(({value}) => value.value !== null)?.value.value ?? undefined

/** What no rule speaks of, since nothing is recognised where it stands. */
const slipIn = (key: string, value: string): {key: string; words: string} | undefined => {
  if (key === 'stillingsprosent' && (value.match(/\d+/g) ?? []).some((number) => Number(number) > 100))
    return {key: 'flaw.extent', words: value}
  if (key !== 'kontakt' && key !== 'søknadsmåte') return
  const half = value
    .split(/[\s,;]+/)
    .find((word) => word.includes('@') && !/^[^@]+@[^@]+\.\p{L}{2,}\.?$/u.test(word))
  return half === undefined ? undefined : {key: 'flaw.email', words: half}
}
