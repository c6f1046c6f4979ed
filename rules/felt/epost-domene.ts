import type {Check, Hit} from '../../src/engine/types.ts'
import {addressLetters} from '../../src/fields/grammar/address-letters.ts'
import type {Fields} from '../../src/fields/types.ts'
import type {Posting, Span} from '../../src/posting/types.ts'

const municipal = '.kommune.no'

/** A shorter name in a domain may be short for anything. */
const shortestName = 4

/** Addresses of the ad that clearly belong to somebody else than the employer. */
export const check: Check = ({fields, posting, options}) => {
  const employer = fields.arbeidsgiver[0]?.value.value
  if (employer === undefined) return []
  const providers = new Set(options.leverandører as string[])
  return addressesOf(fields).flatMap(({address, span}): Hit[] => {
    const domain = address.slice(address.lastIndexOf('@') + 1)
    const message = providers.has(domain)
      ? 'privat'
      : isOtherMunicipality(domain, employer, posting)
        ? 'kommune'
        : undefined
    const data = {domene: domain, arbeidsgiver: employer}
    return message ? [{message, span: placeOf(address, posting) ?? span, data}] : []
  })
}

interface Address {
  /** In lower case. */
  address: string
  /** Of the field that it was found in. */
  span: Span
}

/** Whom to ask and where to apply, each address once. */
const addressesOf = ({kontakt, søknadsmåte}: Fields): Address[] => {
  const all = [
    ...kontakt.flatMap(({value, span}) => value.epost.map((epost) => ({address: epost, span}))),
    ...søknadsmåte.flatMap(({value, span}) => (value.mål?.includes('@') ? [{address: value.mål, span}] : [])),
  ].map(({address, span}) => ({address: address.replace(/^mailto:/i, '').toLowerCase(), span}))
  return [...new Map(all.toReversed().map((one) => [one.address, one])).values()].toReversed()
}

const placeOf = (address: string, posting: Posting): Span | undefined => {
  const start = posting.text.toLowerCase().indexOf(address)
  if (start >= 0) return {start, end: start + address.length}
  return posting.links.find(({url}) => url.toLowerCase().includes(address))?.span
}

const isOtherMunicipality = (domain: string, employer: string, posting: Posting): boolean => {
  const name = /^(.+?) (?:fylkes)?kommune(?!\p{L})/iu.exec(employer)?.[1]
  if (name === undefined || !domain.endsWith(municipal)) return false
  const labels = domain.slice(0, -municipal.length).split('.')
  const owner = plain(labels.at(-1)!)
  if (owner.length < shortestName || labels.some((label) => isShortFor(label, name))) return false
  const withoutAddresses = posting.text.replace(/(?<!\S)\S*@\S*|(?:https?:|www\.)\S*/g, ' ')
  return !plain(withoutAddresses).includes(owner)
}

/** Whether a label of a domain has the name of the municipality, a word of it or its letters in order. */
const isShortFor = (label: string, name: string): boolean => {
  const [short, full] = [plain(label), plain(name)]
  if (full.includes(short) || short.startsWith(full)) return true
  if (name.split(/[ -]/).some((word) => word.length >= shortestName && short.includes(plain(word))))
    return true
  return short.length <= shortestName && isInOrder(short, `${full}kommune`)
}

const isInOrder = (letters: string, text: string): boolean => {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at++
  return text[0] === letters[0] && at === letters.length
}

/** The letters of a name or a domain, without what stands between them. */
const plain = (text: string): string => addressLetters(text).replace(/[^a-z]/g, '')
