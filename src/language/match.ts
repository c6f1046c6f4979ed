import type {Node} from './pattern.ts'

/** No word is longer, so that no expression can run on. */
export const longestWord = 60

/** A node that knows what follows it; the alternatives of a group lead on to what follows the group. */
export type Step =
  | {type: 'end'}
  | (Exclude<Node, {type: 'group'}> & {next: Step})
  | {type: 'group'; alternatives: Step[]}
  | {type: 'choice'; byUnit: Map<number, Step[]>}

/** Links the nodes of an expression, so that they can be walked without looking back. */
export const linked = (nodes: readonly Node[], next: Step = {type: 'end'}): Step =>
  nodes.reduceRight<Step>(
    (rest, node) =>
      node.type === 'group'
        ? choice(node.alternatives.map((inner) => linked(inner, rest)))
        : {...node, next: rest},
    next,
  )

/** Alternatives that all begin with letters of their own are told apart by the first. */
const choice = (alternatives: Step[]): Step => {
  const byUnit = new Map<number, Step[]>()
  for (const step of alternatives) {
    if (step.type !== 'text') return {type: 'group', alternatives}
    const unit = step.value.charCodeAt(0)
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), step])
  }
  return {type: 'choice', byUnit}
}

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
      return text.startsWith(step.value, at) ? endOfMatch(step.next, text, at + step.value.length) : undefined
    case 'space': {
      const end = afterBlanks(text, at)
      return end > at ? endOfMatch(step.next, text, end) : undefined
    }
    case 'choice':
      return afterGroup(step.byUnit.get(text.charCodeAt(at)) ?? none, text, at)
    case 'group':
      return afterGroup(step.alternatives, text, at)
    case 'dash':
      return afterPlaces(afterDash(text, at, step.optional), step.next, text)
    case 'letters':
      return afterLetters(step.next, text, at)
    case 'digits':
      return fits(step, text, at) ? endOfMatch(step.next, text, numberEnd(text, at)) : undefined
    case 'gap':
      return afterGap(step, text, at)
  }
}

const none: readonly Step[] = []

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
const fits = (
  {min, max, shortest, longest}: Extract<Node, {type: 'digits'}>,
  text: string,
  at: number,
): boolean => {
  const end = numberEnd(text, at)
  const value = Number(text.slice(at, end))
  return !isDigit(text, at - 1) && end - at >= shortest && end - at <= longest && value >= min && value <= max
}

/** After no word, one word, … up to so many. */
const afterGap = (
  {words, next}: Extract<Step, {type: 'gap'}>,
  text: string,
  at: number,
): number | undefined => {
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
