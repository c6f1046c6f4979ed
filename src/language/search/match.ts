import type {Node} from './node.ts'

/** No word is longer, so that no expression can run on. */
const longestWord = 60

const none: readonly Step[] = []

/**
 * A node that knows what follows it; the alternatives of a group lead on to what follows the group. All steps have
 * all properties, whatever their type: V8 makes and reads them several times as fast when they are alike.
 */
export class Step {
  /** Of a text. */
  value = ''
  /** Of a group or choice. */
  alternatives = none
  /** Of a choice: alternatives that begin with letters of their own, by the first of them. */
  byUnit: ReadonlyMap<number, readonly Step[]> | undefined = undefined
  /** Of digits: the range, and how many there may be. Of a gap: how many words. */
  min = 0
  max = 0
  shortest = 0
  longest = 0
  /** Of a dash. */
  optional = false
  readonly type: Node['type'] | 'choice' | 'end'
  readonly next: Step | undefined

  constructor(type: Step['type'], next?: Step) {
    this.type = type
    this.next = next
  }
}

/** Links the nodes of an expression, so that they can be walked without looking back. */
export const linked = (nodes: readonly Node[], next: Step = new Step('end')): Step => {
  let step = next
  for (let i = nodes.length - 1; i >= 0; i--) step = stepOf(nodes[i]!, step)
  return step
}

const stepOf = (node: Node, next: Step): Step => {
  if (node.type === 'group') return choice(node.alternatives.map((inner) => linked(inner, next)))
  const step = new Step(node.type, next)
  switch (node.type) {
    case 'text':
      step.value = node.value
      break
    case 'dash':
      step.optional = node.optional
      break
    case 'gap':
      step.longest = node.words
      break
    case 'digits':
      step.min = node.min
      step.max = node.max
      step.shortest = node.shortest
      step.longest = node.longest
  }
  return step
}

/** Stands for all white space where alternatives are told apart. */
const blankUnit = -1

const digitUnits = [...'0123456789'].map((digit) => digit.charCodeAt(0))

/** The letters, digits and signs that a match can begin with, or undefined where it is not told. */
const unitsOf = (first: Step): readonly number[] | undefined => {
  if (first.type === 'text') return [first.value.charCodeAt(0)]
  if (first.type === 'space') return [blankUnit]
  if (first.type === 'digits') return digitUnits
  return first.type === 'choice' ? [...first.byUnit!.keys()] : undefined
}

/** Alternatives that are told apart by the first letter are tried only where they can fit. */
const choice = (alternatives: readonly Step[]): Step => {
  const byUnit = new Map<number, Step[]>()
  const isTold = alternatives.every((alternative) => {
    const units = unitsOf(alternative)
    for (const unit of units ?? []) {
      const known = byUnit.get(unit)
      if (known) known.push(alternative)
      else byUnit.set(unit, [alternative])
    }
    return units !== undefined
  })
  const step = new Step(isTold ? 'choice' : 'group')
  step.alternatives = alternatives
  if (isTold) step.byUnit = byUnit
  return step
}

/** In how many ways a text might be walked from a step on, at the worst. */
export const waysThrough = (first: Step, known = new Map<Step, number>()): number => {
  const before = known.get(first)
  if (before !== undefined) return before
  const sum = (steps: readonly Step[]): number =>
    steps.reduce((ways, one) => ways + waysThrough(one, known), 0)
  const onwards = first.next ? waysThrough(first.next, known) : 1
  const ways = {
    end: 1,
    text: onwards,
    space: onwards,
    digits: onwards,
    dash: first.optional ? onwards * 4 : onwards,
    gap: onwards * (first.longest + 1),
    letters: first.next && mayGoOnWithLetter(first.next) ? onwards * longestWord : onwards,
    group: sum(first.alternatives),
    choice: Math.max(0, ...[...(first.byUnit?.values() ?? [])].map(sum)),
  }[first.type]
  known.set(first, ways)
  return ways
}

/** Letters before a space or sign can be passed in one way only. */
const mayGoOnWithLetter = (next: Step): boolean =>
  next.type !== 'end' && (unitsOf(next)?.some((unit) => letters[unit] === 1) ?? true)

const letter = /[a-zß-öø-ɏ]/
const letterOrDigit = /[a-zß-öø-ɏ\d]/
const dash = /[-‐‑–—]/
const blank = /\s/

/** Which of the first units of Unicode are of a kind; the rest are asked for one by one. */
const tableOf = (kind: RegExp): Uint8Array =>
  Uint8Array.from({length: 0x250}, (_, code) => (kind.test(String.fromCharCode(code)) ? 1 : 0))

const letters = tableOf(letter)
const lettersAndDigits = tableOf(letterOrDigit)
const blanks = tableOf(blank)

const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < blanks.length ? blanks[code] === 1 : blank.test(text.charAt(at))
}
const isLetter = (text: string, at: number): boolean => letters[text.charCodeAt(at)] === 1
const isDash = (text: string, at: number): boolean => at < text.length && dash.test(text[at]!)
const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

const afterBlanks = (text: string, at: number): number => {
  let end = at
  while (end < text.length && isBlank(text, end)) end++
  return end
}

/**
 * Where a match of an expression that begins at `at` of a text in lower case ends; it ends with a whole word.
 * Undefined when there is none. Expressions are walked and not compiled: a check of one ad asks for hundreds of
 * them, each a few times.
 */
export const endOfMatch = (step: Step, text: string, at: number): number | undefined => {
  switch (step.type) {
    case 'end':
      return lettersAndDigits[text.charCodeAt(at)] === 1 ? undefined : at
    case 'text':
      return text.startsWith(step.value, at)
        ? endOfMatch(step.next!, text, at + step.value.length)
        : undefined
    case 'space': {
      const end = afterBlanks(text, at)
      return end > at ? endOfMatch(step.next!, text, end) : undefined
    }
    case 'choice':
      return afterGroup(step.byUnit!.get(unitAt(text, at)) ?? none, text, at)
    case 'group':
      return afterGroup(step.alternatives, text, at)
    case 'dash':
      return afterPlaces(afterDash(text, at, step.optional), step.next!, text)
    case 'letters':
      return afterLetters(step.next!, text, at)
    case 'digits':
      return fits(step, text, at) ? endOfMatch(step.next!, text, numberEnd(text, at)) : undefined
    case 'gap':
      return afterGap(step.next!, step.longest, text, at)
  }
}

const unitAt = (text: string, at: number): number => (isBlank(text, at) ? blankUnit : text.charCodeAt(at))

const afterGroup = (alternatives: readonly Step[], text: string, at: number): number | undefined => {
  for (const alternative of alternatives) {
    const end = endOfMatch(alternative, text, at)
    if (end !== undefined) return end
  }
  return undefined
}

const afterPlaces = (places: readonly number[], next: Step, text: string): number | undefined => {
  for (const place of places) {
    const end = endOfMatch(next, text, place)
    if (end !== undefined) return end
  }
  return undefined
}

/** After a dash with a space on either side, a dash, a space or nothing, in this order. */
const afterDash = (text: string, at: number, optional: boolean): number[] => {
  if (!optional) return isDash(text, at) ? [at + 1] : []
  const blankFirst = isBlank(text, at)
  const before = blankFirst ? at + 1 : at
  const places = blankFirst ? [at + 1, at] : [at]
  if (!isDash(text, before)) return places
  return isBlank(text, before + 1) ? [before + 2, before + 1, ...places] : [before + 1, ...places]
}

/** After as many letters as there are, then fewer. */
const afterLetters = (next: Step, text: string, at: number): number | undefined => {
  let end = at
  while (end - at < longestWord && isLetter(text, end)) end++
  for (; end >= at; end--) {
    const reached = endOfMatch(next, text, end)
    if (reached !== undefined) return reached
  }
  return undefined
}

const numberEnd = (text: string, at: number): number => {
  let end = at
  while (isDigit(text, end)) end++
  return end
}

/** A whole number of so many digits stands here, and is within the range. */
const fits = ({min, max, shortest, longest}: Step, text: string, at: number): boolean => {
  const end = numberEnd(text, at)
  const value = Number(text.slice(at, end))
  return !isDigit(text, at - 1) && end - at >= shortest && end - at <= longest && value >= min && value <= max
}

/** After no word, one word, … up to so many. */
const afterGap = (next: Step, words: number, text: string, at: number): number | undefined => {
  let place = at
  for (let passed = 0; ; passed++) {
    const reached = endOfMatch(next, text, place)
    if (reached !== undefined || passed === words) return reached
    let end = place
    while (end < text.length && !isBlank(text, end)) end++
    const start = afterBlanks(text, end)
    if (end === place || end - place > longestWord || start === end) return undefined
    place = start
  }
}
