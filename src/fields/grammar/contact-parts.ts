import type {Link, Span} from '../../posting/types.ts'
import contactData from '../../vocabulary/contact.yml'
import type {Passage} from './contact-passages.ts'
import {findEmails} from './emails.ts'
import {expressions} from './expressions.ts'
import {type FoundName, findNames, roleAfter, roleBefore} from './persons.ts'
import {type FoundText, findPhones} from './phones.ts'
import {ownership} from './same-person.ts'

/** One piece of a contact, with its range in `Posting.text`. */
export interface ContactPart extends FoundText {
  kind: 'person' | 'role' | 'desk' | 'phone' | 'email'
  /** The role of a person, or of somebody without a name. */
  rolle?: string
}

const desks = expressions((contactData as Record<string, string[]>).desks!)

/** How near a number stands to a name that has no other sign. */
const near = 60

/** The pieces of a passage in order: persons with their roles, desks, phone numbers, e-mail addresses. */
export const partsOf = (passage: Passage): ContactPart[] => {
  const {text, lower, start, links} = passage
  const linked = links.flatMap((link) => linkedChannel(link, start))
  const phones = findPhones(text)
  const emails = findEmails(text, phones)
  const channels = [
    ...phones.map((phone) => ({...phone, kind: 'phone' as const})),
    ...emails.map((email) => ({...email, kind: 'email' as const})),
    ...linked.filter(({value}) => ![...phones, ...emails].some((shown) => shown.value === value)),
  ]
  const signs = [...channels, ...desks.all(lower).map((span) => desk(lower, span))]
  const persons = personsIn(passage, channels)
  const roles = persons.length === 0 ? roleAlone(text, channels) : []
  return [...persons, ...roles, ...signs]
    .toSorted((a, b) => a.start - b.start)
    .map((part) => ({...part, start: part.start + start, end: part.end + start}))
}

const desk = (lower: string, {start, end}: Span): ContactPart => ({
  kind: 'desk',
  value: lower.slice(start, end),
  start,
  end,
})

/** `mailto:` and `tel:` links whose words do not show the address. */
const linkedChannel = ({span, url}: Link, offset: number): ContactPart[] => {
  const scheme = /^(mailto|tel):([^?]+)/i.exec(url)
  if (!scheme) return []
  const place = {start: span.start - offset, end: span.end - offset}
  const written = decoded(scheme[2]!)
  const isMail = scheme[1]!.toLowerCase() === 'mailto'
  const found = isMail ? findEmails(written) : findPhones(written)
  return found.slice(0, 1).map(({value}) => ({kind: isMail ? 'email' : 'phone', value, ...place}))
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const personsIn = (
  {text, start, links, labelled}: Passage,
  channels: readonly ContactPart[],
): ContactPart[] => {
  const taken: ContactPart[] = []
  for (const name of findNames(text)) {
    if (
      channels.some(({start: from, end}) => name.start < end && from < name.end && !isOn(links, from + start))
    )
      continue
    const from = Math.max(
      0,
      ...[...taken, ...channels].map(({end}) => end).filter((end) => end <= name.start),
    )
    const before = roleBefore(text.slice(from, name.start))
    const next = channels.find(({start: at}) => at >= name.end)
    const after = before ? undefined : roleAfter(text.slice(name.end, next?.start))
    const rolle = before ?? after
    const isLinked = isOn(links, name.start + start)
    if (!isPerson(name, {labelled, isLinked, rolle, channels})) continue
    taken.push({kind: 'person', value: name.value, start: name.start, end: name.end, ...(rolle && {rolle})})
  }
  return taken
}

const isOn = (links: readonly Link[], at: number): boolean =>
  links.some(({span, url}) => span.start === at && /^mailto:/i.test(url))

interface Signs {
  labelled: boolean
  isLinked: boolean
  rolle: string | undefined
  channels: readonly ContactPart[]
}

const isPerson = (name: FoundName, {labelled, isLinked, rolle, channels}: Signs): boolean => {
  if (isLinked) return true
  const next = channels.find(({start}) => start >= name.end && start - name.end <= near)
  const hasOwnAddress = channels.some(({kind, value}) => kind === 'email' && ownership(value, name.value) > 0)
  if (name.single) return name.led && (hasOwnAddress || (labelled && name.start === 0 && rolle !== undefined))
  return (
    hasOwnAddress ||
    (name.led
      ? labelled || rolle !== undefined || next !== undefined || name.start > 0
      : rolle !== undefined && next !== undefined)
  )
}

/** "Fagperson, 400 00 000", "Rektor": somebody without a name, or the role of the one named before. */
const roleAlone = (text: string, channels: readonly ContactPart[]): ContactPart[] => {
  const end = channels[0]?.start ?? text.length
  const rolle = roleBefore(text.slice(0, end))
  if (!rolle) return []
  const start = text.lastIndexOf(rolle, end)
  return [{kind: 'role', value: rolle, rolle, start, end: start + rolle.length}]
}
