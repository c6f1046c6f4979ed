import type {Span} from '../../posting/types.ts'
import organisationData from '../../vocabulary/organisations.yml'
import {compile, sourceInLowerCase} from '../../vocabulary/pattern.ts'
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
  pattern: RegExp
  /** Stands in every text that has such a name; without one, any text may. */
  hint?: RegExp
}

const form = (kind: OrganisationKind, name: string, hint?: string): Form => ({
  kind,
  pattern: compile(`${border}(?<name>${name})${genitive}`, 'gu'),
  ...(hint && {hint: compile(hint)}),
})

const legalHints = {
  public: 'kommune|fylkesting|råd|redning|byggj?elag',
  company: ` ${anyOf(data.companySuffixes)}(?!\\p{L})`,
  tail,
  prefix: anyOf(data.prefixes.map((prefix) => prefix.split(' ')[0]!)),
}
const legalForms = [
  form(
    'legal',
    `${capitals} ${anyOf(data.publicSuffixes)}(?: ${anyOf(data.companySuffixes)}(?!\\p{L}))?`,
    legalHints.public,
  ),
  form('legal', `${capital}${inCompany} ${anyOf(data.companySuffixes)}`, legalHints.company),
  form('legal', `(?:\\p{Lu}\\p{L}{1,40}- og \\p{Ll}{1,40}|\\p{Lu}\\p{L}{0,40})${tail}`, legalHints.tail),
  form('legal', anyOf(data.prefixes), legalHints.prefix),
]
const otherForms = [
  form('unit', `${capitals}(?: \\p{Ll}{3,20}(?:ske|ale|lige|lege))? ${anyOf(data.units)}`),
  form(
    'unit',
    `\\p{Lu}\\p{L}{2,40}${anyOf(data.unitTails)}(?: (?:(?:i|og|for) )?\\p{Lu}[\\p{L}-]+){0,3}`,
    anyOf(data.unitTails),
  ),
  form('name', `${capital}(?: (?:og )?${capital}){0,3}`),
]

/** What stands in every sentence that names a public body or company; the source of an expression in lower case. */
export const legalStem = sourceInLowerCase(Object.values(legalHints).join('|'))

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
    if (hint && !hint.test(text)) continue
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
