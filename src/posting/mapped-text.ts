import {matchesIn} from '../vocabulary/pattern.ts'
/** Normalised text in which every UTF-16 unit knows the source range that it came from. */
export interface MappedText {
  text: string
  /** Source offset where the unit's source range starts. */
  from: readonly number[]
  /** Source offset where it ends. */
  to: readonly number[]
}

export const emptyMappedText: MappedText = {text: '', from: [], to: []}

const dropped =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const spaces = /[\t\n\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/u
const hyphens = /[\u2010\u2011\u2212]/u
const dashes = /[\u2012\u2014\u2015]/u
const mark = /\p{M}/u
const anySpecial =
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u2012\u2014\u2015\u2028-\u202F\u205F-\u2069\u2212\u3000\uFEFF\p{M}]/u

/**
 * Normalises a range of the source: NFC; soft hyphens, zero-width and control characters gone; every
 * space, tab or line feed a plain space; every hyphen `-` and every dash `–`.
 */
export const normalise = (source: string, start: number, end: number): MappedText => {
  const slice = source.slice(start, end)
  const isPlain = !anySpecial.test(slice) && slice.normalize('NFC') === slice
  return isPlain ? identity(slice, start) : normaliseUnits(slice, start)
}

/** A text whose units are the source's own, from an offset on. */
export const identity = (slice: string, start = 0): MappedText => {
  const from = new Array<number>(slice.length)
  const to = new Array<number>(slice.length)
  for (let i = 0; i < slice.length; i++) {
    from[i] = start + i
    to[i] = start + i + 1
  }
  return {text: slice, from, to}
}

const normaliseUnits = (slice: string, start: number): MappedText => {
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  const push = (text: string, unitStart: number, unitEnd: number): void => {
    for (const unit of text.split('')) {
      units.push(unit)
      from.push(unitStart)
      to.push(unitEnd)
    }
  }
  let i = 0
  while (i < slice.length) {
    const end = clusterEnd(slice, i)
    const text = normaliseCluster(slice.slice(i, end))
    push(text, start + i, start + end)
    i = end
  }
  return {text: units.join(''), from, to}
}

/** The end of the code point at `i` with the combining marks that follow it. */
const clusterEnd = (text: string, i: number): number => {
  let end = i + (text.codePointAt(i)! > 0xffff ? 2 : 1)
  while (end < text.length && mark.test(text[end]!)) end++
  return end
}

const normaliseCluster = (cluster: string): string => {
  if (dropped.test(cluster)) return ''
  if (spaces.test(cluster)) return ' '
  if (hyphens.test(cluster)) return '-'
  if (dashes.test(cluster)) return '–'
  return cluster.normalize('NFC')
}

export const sliceMapped = (mapped: MappedText, start: number, end = mapped.text.length): MappedText => ({
  text: mapped.text.slice(start, end),
  from: mapped.from.slice(start, end),
  to: mapped.to.slice(start, end),
})

export const trimMapped = (mapped: MappedText): MappedText => {
  const start = mapped.text.length - mapped.text.trimStart().length
  const end = mapped.text.trimEnd().length
  return start === 0 && end === mapped.text.length ? mapped : sliceMapped(mapped, start, Math.max(start, end))
}

/** Removes every match of a global expression. */
export const removeMapped = (mapped: MappedText, pattern: RegExp): MappedText => {
  const keep: MappedText[] = []
  let last = 0
  for (const match of matchesIn(mapped.text, pattern)) {
    keep.push(sliceMapped(mapped, last, match.index))
    last = match.index + match[0].length
  }
  return last === 0 ? mapped : concatMapped([...keep, sliceMapped(mapped, last)])
}

export const concatMapped = (parts: readonly MappedText[]): MappedText => {
  if (parts.length === 1) return parts[0]!
  const text = parts.map((part) => part.text).join('')
  const from = new Array<number>(text.length)
  const to = new Array<number>(text.length)
  let at = 0
  for (const part of parts) {
    for (let i = 0; i < part.text.length; i++) {
      from[at] = part.from[i]!
      to[at] = part.to[i]!
      at++
    }
  }
  return {text, from, to}
}

/** A unit that stands for a range of the source that holds no words, such as a line break. */
export const filler = (text: string, from: number, to: number): MappedText => ({
  text,
  from: text.split('').map(() => from),
  to: text.split('').map(() => to),
})
