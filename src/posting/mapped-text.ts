import {matchesIn} from '../vocabulary/pattern.ts'

/** Stands for the end of a run whose units each have one of the source, in its order. */
const oneForOne = -1

/** Normalised text in which every UTF-16 unit knows the source range that it came from. */
export class MappedText {
  readonly text: string
  /**
   * Three numbers for each run of units: where it begins in the text; where its source range begins; and where that
   * ends, or `oneForOne`. Nearly every line is one run.
   */
  readonly #runs: readonly number[]

  /** By `MappedTextWriter`. */
  constructor(text: string, runs: readonly number[]) {
    this.text = text
    this.#runs = runs
  }

  /** Where the source range of a unit starts. */
  fromAt(unit: number): number {
    const run = this.#runAt(unit)
    const from = this.#runs[run + 1]!
    return this.#runs[run + 2] === oneForOne ? from + unit - this.#runs[run]! : from
  }

  /** Where it ends. */
  toAt(unit: number): number {
    const run = this.#runAt(unit)
    const to = this.#runs[run + 2]!
    return to === oneForOne ? this.#runs[run + 1]! + unit - this.#runs[run]! + 1 : to
  }

  /** Where the source range of the text starts; undefined when there is no text. */
  get start(): number | undefined {
    return this.text === '' ? undefined : this.fromAt(0)
  }

  /** Where it ends. */
  get end(): number | undefined {
    return this.text === '' ? undefined : this.toAt(this.text.length - 1)
  }

  slice(start: number, end = this.text.length): MappedText {
    const text = this.text.slice(start, end)
    if (text === '') return emptyMappedText
    if (text.length === this.text.length) return this
    const runs: number[] = []
    for (let run = this.#runAt(start); run < this.#runs.length && this.#runs[run]! < end; run += 3) {
      const [at, from, to] = [this.#runs[run]!, this.#runs[run + 1]!, this.#runs[run + 2]!]
      const left = Math.max(0, start - at)
      runs.push(at + left - start, to === oneForOne ? from + left : from, to)
    }
    return new MappedText(text, runs)
  }

  /** Takes the runs one by one: their units, and their source range, whose end is undefined where each has one unit of it. */
  eachRun(take: (start: number, end: number, from: number, to: number | undefined) => void): void {
    for (let run = 0; run < this.#runs.length; run += 3) {
      const to = this.#runs[run + 2]!
      const end = this.#runs[run + 3] ?? this.text.length
      take(this.#runs[run]!, end, this.#runs[run + 1]!, to === oneForOne ? undefined : to)
    }
  }

  /** The run that holds a unit, by its place in the list; found by halving. */
  #runAt(unit: number): number {
    let low = 0
    let high = this.#runs.length / 3 - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#runs[middle * 3]! <= unit) low = middle
      else high = middle - 1
    }
    return low * 3
  }
}

export const emptyMappedText = new MappedText('', [])

/** Puts a mapped text together. */
export class MappedTextWriter {
  readonly #parts: string[] = []
  readonly #runs: number[] = []
  #length = 0

  /** Units that each have a unit of the source, from an offset on. */
  copy(text: string, from: number): void {
    const last = this.#runs.length - 3
    const goesOn =
      last >= 0 &&
      this.#runs[last + 2] === oneForOne &&
      this.#runs[last + 1]! + this.#length - this.#runs[last]! === from
    if (!goesOn) this.#runs.push(this.#length, from, oneForOne)
    this.#add(text)
  }

  /** Units that all have one source range. */
  put(text: string, from: number, to: number): void {
    if (text.length === 1 && to - from === 1) this.copy(text, from)
    else if (text !== '') {
      this.#runs.push(this.#length, from, to)
      this.#add(text)
    }
  }

  /** @param text stands in the place of the units */
  add(mapped: MappedText, text = mapped.text): void {
    mapped.eachRun((start, end, from, to) => {
      const part = text.slice(start, end)
      if (to === undefined) this.copy(part, from)
      else this.put(part, from, to)
    })
  }

  written(): MappedText {
    return this.#length === 0 ? emptyMappedText : new MappedText(this.#parts.join(''), this.#runs)
  }

  #add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

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
export const identity = (slice: string, start = 0): MappedText =>
  slice === '' ? emptyMappedText : new MappedText(slice, [0, start, oneForOne])

const normaliseUnits = (slice: string, start: number): MappedText => {
  const writer = new MappedTextWriter()
  for (let i = 0; i < slice.length; ) {
    const end = clusterEnd(slice, i)
    writer.put(normaliseCluster(slice.slice(i, end)), start + i, start + end)
    i = end
  }
  return writer.written()
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

export const trimMapped = (mapped: MappedText): MappedText => {
  const start = mapped.text.length - mapped.text.trimStart().length
  const end = mapped.text.trimEnd().length
  return mapped.slice(start, Math.max(start, end))
}

/** Removes every match of a global expression. */
export const removeMapped = (mapped: MappedText, pattern: RegExp): MappedText => {
  const keep: MappedText[] = []
  let last = 0
  for (const match of matchesIn(mapped.text, pattern)) {
    keep.push(mapped.slice(last, match.index))
    last = match.index + match[0].length
  }
  return last === 0 ? mapped : concatMapped([...keep, mapped.slice(last)])
}

export const concatMapped = (parts: readonly MappedText[]): MappedText => {
  if (parts.length === 1) return parts[0]!
  const writer = new MappedTextWriter()
  for (const part of parts) writer.add(part)
  return writer.written()
}

/** Units that stand for a range of the source that holds no words, such as a line break. */
export const filler = (text: string, from: number, to: number): MappedText => {
  const writer = new MappedTextWriter()
  writer.put(text, from, to)
  return writer.written()
}

/** `inner` is made of the text of `outer`, and gets the places that `outer` has. */
export const throughMap = (inner: MappedText, outer: MappedText): MappedText => {
  const last = outer.text.length - 1
  const writer = new MappedTextWriter()
  inner.eachRun((start, end, from, to) => {
    const text = inner.text.slice(start, end)
    if (to === undefined) writer.add(outer.slice(from, from + end - start), text)
    else writer.put(text, outer.fromAt(Math.min(from, last)), outer.toAt(Math.max(to - 1, 0)))
  })
  return writer.written()
}
