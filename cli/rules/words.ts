import configSchema from '../../schemas/config.schema.json'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import type {Condition, Rule, Severity} from '../../src/engine/types.ts'
import {safe} from '../../src/report/safe.ts'
import {profileLabel, translate} from '../../src/report/texts.ts'
import {type Catalogue, type Lang, sayFrom} from '../texts.ts'
import texts from './texts.yml'

/** A text about rules. */
export const word = sayFrom(texts as Catalogue)

const has = (key: string): boolean => key in (texts as Catalogue)

/** The folder that a rule lies in. */
export const packOf = ({id}: Pick<Rule, 'id'>): string => id.slice(0, id.lastIndexOf('/'))

/** What a folder of rules is about; empty for an employer's own that is not among the packs. */
export const packTitle = (lang: Lang, folder: string, packs: readonly Pack[] = []): string => {
  if (has(`pack.${folder}`)) return word(lang, `pack.${folder}`)
  const own = packs.find(({id}) => id === folder)
  if (own) return safe(own.title[lang])
  return isPack(folder)
    ? word(lang, 'pack.off', {title: packNamed(folder)!.title[lang], name: packName(folder)})
    : ''
}

/** What `policy:` calls a pack that comes with the program. */
export const packName = (id: string): string => id.replace(/^policy\//, '')

/** Whether the rules of a folder are off until an employer switches them on. */
const isPack = (folder: string): boolean => packIds.includes(folder)

/** `feil`, `advarsel`, `råd`. */
export const severityWord = (lang: Lang, severity: Severity): string =>
  translate(lang, `severity.${severity}`).toLowerCase()

/** `a, b og c`, or with `eller`. */
export const listOf = (lang: Lang, joint: 'and' | 'or', items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : word(lang, joint, {first: items.slice(0, -1).join(', '), last: items.at(-1)!})

const profileValues: Record<string, {enum: string[]}> = configSchema.$defs.profile.properties

/** The known values that a condition leaves out, when they are few and the condition is the longer list. */
const leftOut = (key: string, wanted: readonly string[]): string[] | undefined => {
  const others = profileValues[key]?.enum.filter((value) => !wanted.includes(value)) ?? []
  return others.length > 0 && others.length < 3 && others.length < wanted.length / 2 ? others : undefined
}

/** Whom a rule applies to, in a few words: `alle`, `kommune, stat`, `alle unntatt privat`. */
export const appliesTo = (lang: Lang, condition: Condition | undefined): string => {
  const parts = Object.entries(condition ?? {}).map(([key, wanted]) => {
    const others = leftOut(key, wanted)
    return others ? word(lang, 'allBut', {list: listOf(lang, 'and', others)}) : wanted.join(', ')
  })
  return parts.length === 0 ? word(lang, 'all') : parts.join('; ')
}

/** The name of a profile key within a sentence. */
export const profileKey = (lang: Lang, key: string): string => profileLabel(lang, key).toLowerCase()

/** A condition as a clause: `arbeidsgivertype er kommune eller stat`. */
export const conditionClause = (lang: Lang, condition: Condition): string =>
  listOf(
    lang,
    'and',
    Object.entries(condition).map(([name, wanted]) => {
      const others = leftOut(name, wanted)
      const key = profileKey(lang, name)
      return word(lang, others ? 'isNot' : 'is', {key, list: listOf(lang, 'or', others ?? wanted)})
    }),
  )
