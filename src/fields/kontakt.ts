import {type ContactPart, partsOf} from './grammar/contact-parts.ts'
import {contactPassages, type Passage} from './grammar/contact-passages.ts'
import {findEmails} from './grammar/emails.ts'
import {isSame, merged, ownership} from './grammar/same-person.ts'
import type {Kontakt, Occurrence, Recogniser} from './types.ts'

type Found = Occurrence<Kontakt>

export const kontakt: Recogniser<'kontakt'> = {
  name: 'kontakt',
  recognise(posting) {
    const {runs, rest} = contactPassages(posting)
    const people = runs.flatMap(peopleIn).filter(isContact)
    const distinct = people.reduce(addPerson, [])
    for (const passage of rest) for (const {value} of findEmails(passage.text)) addOwn(distinct, value)
    return distinct
  },
}

/**
 * The people of a run of passages: each name, or a role, opens one; numbers belong to the last, and so do
 * addresses, unless they have somebody else's name.
 */
const peopleIn = (run: readonly Passage[]): Found[] => {
  const parts = inTurn(run.flatMap(partsOf))
  const opened = new Map(parts.filter(opensPerson).map((part) => [part, newPerson(part)]))
  const named = [...opened.values()]
  const desk = nobody()
  const found = new Set<Found>()
  let current: Found | undefined
  for (const part of parts) {
    if (part.kind === 'desk') current = desk
    else if (part.kind === 'role' && lacksRole(current)) addRole(current, part)
    else current = opened.get(part) ?? current ?? newPerson(part)
    if (part.kind === 'phone' || part.kind === 'email') {
      const owner = part.kind === 'email' ? ownerOf(part.value, named) : undefined
      addPart(owner ?? current, part, owner === undefined || owner === current)
    }
    found.add(current)
  }
  found.delete(desk)
  return [...found]
}

/** No ad names more people in one breath. */
const mostInTurn = 6

/** After "Kari Lie / Ola Berg, 400 00 000 / 400 00 001" the first number belongs to the first name. */
const inTurn = (parts: readonly ContactPart[]): ContactPart[] => {
  const ordered: ContactPart[] = []
  parts.forEach((part, i) => {
    ordered.push(part)
    if (part.kind !== 'phone' || parts[i + 1]?.kind === 'phone') return
    const phones = runOf(ordered, ordered.length, 'phone')
    const people = runOf(ordered, ordered.length - phones, 'person')
    if (phones < 2 || phones !== people) return
    const first = ordered.length - phones
    const pairs = ordered.slice(first).flatMap((phone, n) => [ordered[first - people + n]!, phone])
    ordered.splice(first - people, people + phones, ...pairs)
  })
  return ordered
}

/** How many parts of a kind stand right before a place. */
const runOf = (parts: readonly ContactPart[], end: number, kind: ContactPart['kind']): number => {
  let start = end
  while (start > 0 && end - start <= mostInTurn && parts[start - 1]!.kind === kind) start--
  return end - start
}

/** Named and not yet given a role or number: a line with a role that follows is hers. */
const lacksRole = (person: Found | undefined): person is Found =>
  person?.value.navn !== undefined && !person.value.rolle && !hasChannel(person)

const addRole = (person: Found, {value}: ContactPart): void => {
  person.value = {...person.value, rolle: value}
}

const hasChannel = ({value}: Found): boolean => value.telefon.length > 0 || value.epost.length > 0

const opensPerson = ({kind}: ContactPart): boolean => kind === 'person' || kind === 'role'

const newPerson = ({kind, value, rolle, start, end}: ContactPart): Found => ({
  value: {
    ...(kind === 'person' && {navn: value}),
    ...(rolle && {rolle}),
    telefon: [],
    epost: [],
  },
  span: {start, end},
})

/** Takes the numbers of a desk that is no contact. */
const nobody = (): Found => ({value: {telefon: [], epost: []}, span: {start: 0, end: 0}})

const ownerOf = (email: string, people: readonly Found[]): Found | undefined => {
  const rated = people.map((person) => ({
    person,
    rate: person.value.navn ? ownership(email, person.value.navn) : 0,
  }))
  return rated.filter(({rate}) => rate > 0).toSorted((a, b) => b.rate - a.rate)[0]?.person
}

const addPart = (person: Found, {kind, value, end}: ContactPart, adjacent: boolean): void => {
  const list = kind === 'phone' ? person.value.telefon : person.value.epost
  if (!list.includes(value)) list.push(value)
  if (adjacent) person.span.end = Math.max(person.span.end, end)
}

const isContact = (person: Found): boolean => person.value.navn !== undefined || hasChannel(person)

const addPerson = (people: Found[], person: Found): Found[] => {
  const same = people.find(({value}) => isSame(value, person.value))
  if (!same) return [...people, person]
  same.value = merged(same.value, person.value)
  return people
}

/** An address elsewhere in the ad that has the person's full name is hers. */
const addOwn = (people: readonly Found[], email: string): void => {
  const owner = people.find(({value}) => value.navn && ownership(email, value.navn) === 2)
  if (owner) owner.value = merged(owner.value, {telefon: [], epost: [email]})
}
