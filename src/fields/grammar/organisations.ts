import type {Span} from '../../posting/types.ts'
import organisationData from '../../vocabulary/organisations.yml'
import {anyOf} from './words.ts'

interface OrganisationVocabulary {
  publicSuffixes: string[]
  companySuffixes: string[]
  tails: string[]
  prefixes: string[]
  units: string[]
  leading: string[]
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

const capital = "\\p{Lu}[\\p{L}\\d&.'/-]*"
const border = '(?<![\\p{L}\\p{N}.@/-])'
const capitals = `${capital}(?: (?:(?:og|i|for|på|&|-|–) )?${capital}){0,4}`
const genitive = 's?(?![\\p{L}\\p{N}@]|-\\p{L}|\\.\\p{Ll})'

const forms: {kind: OrganisationKind; pattern: RegExp}[] = [
  {
    kind: 'legal',
    pattern: new RegExp(`${border}(?<name>${capitals} ${anyOf(data.publicSuffixes)})${genitive}`, 'gu'),
  },
  {
    kind: 'legal',
    pattern: new RegExp(
      `${border}(?<name>${capital}(?: (?:\\p{Ll}[\\p{L}-]+|${capital}|&)){0,4}? ${anyOf(data.companySuffixes)})${genitive}`,
      'gu',
    ),
  },
  {
    kind: 'legal',
    pattern: new RegExp(
      `${border}(?<name>(?:\\p{Lu}\\p{L}+- og )?(?:\\p{Lu}\\p{L}*|(?<=- og )\\p{Ll}+)${anyOf(data.tails)}|\\p{Lu}\\p{L}+- og \\p{Ll}+${anyOf(data.tails)})${genitive}`,
      'gu',
    ),
  },
  {kind: 'legal', pattern: new RegExp(`${border}(?<name>${anyOf(data.prefixes)})${genitive}`, 'gu')},
  {kind: 'unit', pattern: new RegExp(`${border}(?<name>${capitals} ${anyOf(data.units)})${genitive}`, 'gu')},
  {kind: 'name', pattern: new RegExp(`${border}(?<name>${capital}(?: ${capital}){0,3})${genitive}`, 'gu')},
]

const leading = new Set(data.leading)
const others = new RegExp(`^${anyOf([...data.otherParties, ...data.recruiters])}$`, 'u')

/** The names of possible employers in a text; pension funds, portals and recruiters are left out. */
export const findOrganisations = (text: string): FoundOrganisation[] => {
  const found: FoundOrganisation[] = []
  for (const {kind, pattern} of forms) {
    for (const match of text.matchAll(pattern)) {
      const organisation = withoutLead(match.groups!.name!, match.index, kind)
      if (
        organisation &&
        found.every((other) => organisation.end <= other.start || organisation.start >= other.end)
      )
        found.push(organisation)
    }
  }
  return found.filter(({name}) => !others.test(name))
}

/** Without a word that begins the sentence: "Hos Lillevik kommune". */
const withoutLead = (words: string, at: number, kind: OrganisationKind): FoundOrganisation | undefined => {
  let name = words
  for (
    let space = name.indexOf(' ');
    space > 0 && leading.has(name.slice(0, space));
    space = name.indexOf(' ')
  )
    name = name.slice(space + 1)
  if (leading.has(name) || !/^\p{Lu}/u.test(name) || name.length < 3) return
  const start = at + words.length - name.length
  return {name, kind, start, end: start + name.length}
}
