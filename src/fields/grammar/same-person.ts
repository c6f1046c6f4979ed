import type {Kontakt} from '../types.ts'
import {addressLetters} from './address-letters.ts'

const shortest = 3

/**
 * How surely an e-mail address is a person's own: 2 when it has two of her names (or the first letter of
 * one and another), 1 when it has one, 0 when none.
 */
export const ownership = (email: string, name: string): 0 | 1 | 2 => {
  const local = plain(email.split('@')[0]!)
  const names = name
    .split(/[\s-]+/)
    .map(plain)
    .filter(Boolean)
  const parts = local.split(/[._+%\d-]+/).filter(Boolean)
  const joined = parts.join('')
  const inside = names.filter((part) => part.length >= shortest && joined.includes(part))
  if (inside.length >= 2) return 2
  const last = names.at(-1)!
  if (names.length > 1 && joined === names[0]![0]! + last) return 2
  return parts.some((part) => names.includes(part)) || abbreviates(joined, names) ? 1 : 0
}

/** "nilhof" for Nils Hoffmann. */
const abbreviates = (local: string, names: readonly string[]): boolean =>
  names.length > 1 &&
  local.length >= 4 &&
  local === names[0]!.slice(0, local.length - 3) + names.at(-1)!.slice(0, 3)

const plain = (text: string): string => addressLetters(text).replace(/[^a-z0-9._+%\s-]/g, '')

/** Whether two contacts are the same person: the same name, or one name in the other, or shared numbers. */
export const isSame = (a: Kontakt, b: Kontakt): boolean => {
  if (a.navn && b.navn) return a.navn === b.navn || isPartOf(a.navn, b.navn) || isPartOf(b.navn, a.navn)
  return shares(a.telefon, b.telefon) || shares(a.epost, b.epost)
}

/** "Kari Lie" is in "Kari Ås Lie". */
const isPartOf = (short: string, long: string): boolean => {
  const words = long.split(' ')
  return short.includes(' ') && short.split(' ').every((word) => words.includes(word))
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((item) => b.includes(item))

/** One contact with what is known of both. */
export const merged = (a: Kontakt, b: Kontakt): Kontakt => {
  const navn = a.navn ?? b.navn
  const rolle = a.rolle ?? b.rolle
  return {
    ...(navn && {navn}),
    ...(rolle && {rolle}),
    telefon: [...new Set([...a.telefon, ...b.telefon])],
    epost: distinct([...a.epost, ...b.epost]),
  }
}

/** Letter case does not tell addresses apart. */
const distinct = (addresses: readonly string[]): string[] =>
  [
    ...new Map(addresses.toReversed().map((address) => [address.toLowerCase(), address])).values(),
  ].toReversed()
