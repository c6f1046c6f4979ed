import {explicitLetters} from '../../../src/vocabulary/letters.ts'

/** An expression that a finite automaton can read. */
export interface Plain {
  source: string
  flags: string
}

/**
 * An expression without what recheck's automaton does not read, which takes at least as many steps on some text:
 *
 * - What may not stand before the first letter is read as a letter before it, and so is what may not follow the last one.
 * - Where anything else is looked at before or behind, that part is left out, and the whole made to fail in the end,
 *   so that every way through it is tried.
 * - A bounded repeat is one of few: a bound costs a factor, not growth.
 */
export const plain = (source: string, flags: string): Plain => {
  const reader = new Reader(explicitLetters(source))
  const read = reader.alternatives(true, true)
  const whole = reader.hasLeftOut ? `(?:${read})${never}` : read
  const kept = flags.replace(/[dgy]/g, '')
  return {
    source: flags.includes('y') ? `^(?:${whole})` : whole,
    flags: /\\[pu]\{/.test(whole) ? kept : kept.replace('u', ''),
  }
}

/** Whether an expression repeats something without end. */
export const isEndless = (source: string): boolean => /[*+]|\{\d+,\}/.test(bare(source))

/** Its operators. */
const bare = (source: string): string =>
  source
    .replace(/\\(?:[pu]\{\w+\}|k<\w+>|[\s\S])/gu, '.')
    .replace(/\[[^\]]*\]/g, '.')
    .replace(/\(\?<?[:=!]|\(\?<\w+>/g, '(')

/** A character that no text of the checker's alphabet holds by itself. */
const never = '\\uE000'
const mostRepeats = 1

/** Reads an expression from left to right. */
class Reader {
  hasLeftOut = false
  #at = 0
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** @param isFirst nothing is read before. @param isLast nothing is read after. */
  alternatives(isFirst: boolean, isLast: boolean): string {
    const all = [this.#sequence(isFirst, isLast)]
    while (this.#source[this.#at] === '|') {
      this.#at++
      all.push(this.#sequence(isFirst, isLast))
    }
    return all.join('|')
  }

  #sequence(isFirst: boolean, isLast: boolean): string {
    let read = ''
    let nothingBefore = isFirst
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const part = this.#part(nothingBefore, isLast)
      read += part
      if (part !== '' && part !== '^') nothingBefore = false
    }
    return read
  }

  #part(isFirst: boolean, isLast: boolean): string {
    const around = this.#take(/\(\?(<?)([=!])/y)
    if (around) return this.#around(around[1] === '<', around[2] === '!', isFirst, isLast)
    const open = this.#take(/\((?:\?:|\?<\w+>)?/y)
    if (open) return this.#group(isFirst, isLast)
    const [unit] = this.#take(
      /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|[\s\S])|[\s\S]/iuy,
    )!
    return unit + this.#repeat()
  }

  #group(isFirst: boolean, isLast: boolean): string {
    const isRepeated = /^[*+{]/.test(this.#source.slice(this.#endOfGroup() + 1))
    const endsHere = isLast && /^\)*$/.test(this.#source.slice(this.#endOfGroup()))
    const inner = this.alternatives(isFirst && !isRepeated, endsHere)
    this.#at++
    return `(?:${inner})${this.#repeat()}`
  }

  #around(isBehind: boolean, isNegative: boolean, isFirst: boolean, isLast: boolean): string {
    const end = this.#endOfGroup()
    const inner = this.#source.slice(this.#at, end)
    if (isEndless(inner)) throw new Error('looks around without an end')
    const isAtEdge = isBehind ? isFirst : isLast && /^[)]*(?:\||$)/.test(this.#source.slice(end + 1))
    this.#at = end + 1
    const isClass = /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\?[^\\[\]()|])$/u.test(inner)
    if (!isAtEdge || !isClass) {
      this.hasLeftOut = true
      return ''
    }
    const edge = isBehind ? '^' : '$'
    return isNegative ? `(?:${edge}|${without(inner)})` : inner
  }

  #repeat(): string {
    const taken = this.#take(/(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/y)
    if (!taken) return ''
    const [all, least, comma, most] = taken
    if (least === undefined) return all
    const min = Math.min(Number(least), mostRepeats)
    if (comma === '') return `{${min}}`
    return `{${min},${most === '' ? '' : Math.max(1, Math.min(Number(most), mostRepeats))}}`
  }

  #endOfGroup(): number {
    let depth = 1
    for (const {0: unit, index} of this.#source
      .slice(this.#at)
      .matchAll(/\[(?:\\[\s\S]|[^\]\\])*\]|\\[\s\S]|[()]/g)) {
      if (unit === '(') depth++
      if (unit === ')') depth--
      if (depth === 0) return this.#at + index
    }
    throw new Error('an open group')
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#source)
    if (!match) return undefined
    this.#at = pattern.lastIndex
    return match
  }
}

/** Every character but those of a class or but one. */
const without = (unit: string): string => {
  if (unit.startsWith('[^')) return `[${unit.slice(2)}`
  return unit.startsWith('[') ? `[^${unit.slice(1)}` : `[^${unit}]`
}
