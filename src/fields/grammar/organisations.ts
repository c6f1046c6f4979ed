import type {Span} from '../../posting/types.ts'
import organisationData from '../../vocabulary/organisations.yml'
import {compile} from '../../vocabulary/pattern.ts'
import {isRole} from './job-titles.ts'
import {anyOf, matchesOf} from './words.ts'

interface OrganisationVocabulary {
  publicSuffixes: string[]
  companySuffixes: string[]
  tails: string[]
  unitTails: string[]
  prefixes: string[]
  units: string[]
  leading: string
  otherParties: string[]
  recruiters: string[]
}

const data = organisationData as OrganisationVocabulary

/** How sure a name is to be that of an employer: a public body or company, an institution, any name. */
export type OrganisationKind = 'legal' | 'unit' | 'name'

export interface FoundOrganisation extends Span {
  name: string
  kind: OrganisationKind
}

const capital = "\\p{Lu}[\\p{L}\\d&.'/-]{0,40}"
const border = '(?<![\\p{L}\\p{N}.@/-])'
const capitals = `${capital}(?: (?:(?:og|i|for|på|&|-|–) )?${capital}){0,4}`
const genitive = 's?(?![\\p{L}\\p{N}@]|-\\p{L}|\\.\\p{Ll})'
const leadingWords = data.leading.split(' ')
const functionWord = `${anyOf(leadingWords.map((word) => word.toLowerCase()))}(?!\\p{L})`
const inCompany = `(?: (?:(?!${functionWord})\\p{Ll}[\\p{L}-]{1,40}|${capital}|&)){0,4}?`
const tail = anyOf(data.tails)

interface Form {
  kind: OrganisationKind
  /** Stands in every text that has such a name. */
  hint: RegExp
  pattern: RegExp
}

const form = (kind: OrganisationKind, hint: RegExp, name: string): Form => ({
  kind,
  hint,
  pattern: compile(`${border}(?<name>${name})${genitive}`, 'gu'),
})

const legalForms = [
  form(
    'legal',
    /kommune|fylkesting|råd|redning|byggj?elag/,
    `${capitals} ${anyOf(data.publicSuffixes)}(?: ${anyOf(data.companySuffixes)}(?!\\p{L}))?`,
  ),
  form(
    'legal',
    compile(` ${anyOf(data.companySuffixes)}(?!\\p{L})`),
    `${capital}${inCompany} ${anyOf(data.companySuffixes)}`,
  ),
  form('legal', compile(tail), `(?:\\p{Lu}\\p{L}{1,40}- og \\p{Ll}{1,40}|\\p{Lu}\\p{L}{0,40})${tail}`),
  form('legal', compile(anyOf(data.prefixes.map((prefix) => prefix.split(' ')[0]!))), anyOf(data.prefixes)),
]
const otherForms = [
  form('unit', / /, `${capitals}(?: \\p{Ll}{3,20}(?:ske|ale|lige|lege))? ${anyOf(data.units)}`),
  form(
    'unit',
    compile(anyOf(data.unitTails)),
    `\\p{Lu}\\p{L}{2,40}${anyOf(data.unitTails)}(?: (?:(?:i|og|for) )?\\p{Lu}[\\p{L}-]+){0,3}`,
  ),
  form('name', /./, `${capital}(?: (?:og )?${capital}){0,3}`),
]

const leading = new Set(leadingWords)
const others = compile(`^${anyOf([...data.otherParties, ...data.recruiters])}$`)

/** A name stands early in its sentence; what is longer is a damaged text. */
const longestSentence = 2000

/** The names of public bodies and companies in a sentence; pension funds, portals and recruiters are left out. */
export const findLegalNames = (sentence: string): FoundOrganisation[] => find(sentence, legalForms)

/** The names of institutions and all other names in a sentence, with the same left out. */
export const findOtherNames = (sentence: string): FoundOrganisation[] => find(sentence, otherForms)

const find = (sentence: string, forms: readonly Form[]): FoundOrganisation[] => {
  const text = sentence.slice(0, longestSentence)
  const found: FoundOrganisation[] = []
  for (const {kind, hint, pattern} of forms) {
    if (!hint.test(text)) continue
    for (const match of matchesOf(text, pattern)) {
      const organisation = withoutLead(match.groups!.name!, match.index, kind)
      if (organisation && found.every((other) => isApart(organisation, other))) found.push(organisation)
    }
  }
  return found.filter(({name}) => !others.test(name))
}

const isApart = (a: Span, b: Span): boolean => a.end <= b.start || a.start >= b.end

/** Without the words that begin the sentence, "Hos Lillevik kommune", or a title, "Rådgiver for Lillevik …". */
const withoutLead = (words: string, at: number, kind: OrganisationKind): FoundOrganisation | undefined => {
  const all = words.split(' ')
  const first = all.findIndex(
    (word, i) => i >= afterTitle(all) && /^\p{Lu}/u.test(word) && !leading.has(word),
  )
  const name = all.slice(Math.max(first, 0)).join(' ')
  if (first < 0 || name.length < 3) return
  const start = at + words.length - name.length
  return {name, kind, start, end: start + name.length}
}

const afterTitle = ([first, second]: readonly string[]): number =>
  second === 'for' && isRole(first!.toLowerCase()) ? 2 : 0
