/** Texts of which every match of an expression holds at least one. */
export type Literals = readonly string[]

/** A set with more texts than this costs more to look for than it spares. */
const mostLiterals = 16
const shortest = 2

/**
 * What the matches of an expression are sure to hold: sets of texts, the most telling first. To look for them
 * takes a fraction of the time that it takes to compile the expression.
 *
 * @param source of a regular expression
 */
export const literalsOf = (source: string): Literals[] => readAlternatives({source, at: 0})

interface Reader {
  readonly source: string
  at: number
}

/** What all alternatives up to the end of the group hold: of several, the best of each together. */
const readAlternatives = (reader: Reader): Literals[] => {
  const first = readSequence(reader)
  if (reader.source[reader.at] !== '|') return first
  const all = [first]
  while (reader.source[reader.at] === '|') {
    reader.at++
    all.push(readSequence(reader))
  }
  const best = all.map((literals) => literals[0])
  const union = best.flatMap((literals) => literals ?? [])
  return best.every(Boolean) && union.length <= mostLiterals ? [union] : []
}

const readSequence = (reader: Reader): Literals[] => {
  const found: Literals[] = []
  let run = ''
  const endRun = (): void => {
    if (run.length >= shortest) found.push([run])
    run = ''
  }
  for (let char = next(reader); char !== undefined; char = next(reader)) {
    const part = readPart(reader, char)
    const repeat = readQuantifier(reader)
    const isSure = repeat === '' || repeat === '+' || (repeat[0] === '{' && repeat[1] !== '0')
    if (typeof part === 'string' && isSure) run += part
    if (typeof part !== 'string' || repeat !== '') endRun()
    if (typeof part === 'object' && isSure && part[0]) found.push(part[0])
  }
  endRun()
  return found.length > 1 ? found.toSorted((a, b) => worth(b) - worth(a)) : found
}

/** The character that a part of the sequence begins with; none at its end. */
const next = ({source, at}: Reader): string | undefined => {
  const char = source[at]
  return char === '|' || char === ')' ? undefined : char
}

/** A letter, or what a group holds; undefined for what stands for several letters or none. */
const readPart = (reader: Reader, char: string): string | Literals[] | undefined => {
  if (char === '(') return readGroup(reader)
  if (char === '[') return readClass(reader)
  if (char === '\\') return readEscape(reader)
  reader.at++
  return '^$.'.includes(char) ? undefined : char
}

const lookaround = /\?<?[=!]/y
const groupStart = /\?(?::|<\w+>)/y

const readGroup = (reader: Reader): Literals[] | undefined => {
  reader.at++
  const isAround = skip(reader, lookaround)
  skip(reader, groupStart)
  const literals = readAlternatives(reader)
  reader.at++
  return isAround ? undefined : literals
}

const skip = (reader: Reader, pattern: RegExp): boolean => {
  if (reader.source[reader.at] !== '?') return false
  pattern.lastIndex = reader.at
  if (!pattern.test(reader.source)) return false
  reader.at = pattern.lastIndex
  return true
}

const readClass = (reader: Reader): undefined => {
  const {source} = reader
  for (reader.at++; source[reader.at] !== ']'; reader.at++) if (source[reader.at] === '\\') reader.at++
  reader.at++
}

const readEscape = (reader: Reader): string | undefined => {
  const {source} = reader
  const char = source[reader.at + 1]!
  reader.at = char === 'p' ? source.indexOf('}', reader.at) + 1 : reader.at + 2
  return /\w/.test(char) ? undefined : char
}

const readQuantifier = (reader: Reader): string => {
  const {source, at} = reader
  const char = source[at]
  if (char !== '?' && char !== '*' && char !== '+' && char !== '{') return ''
  reader.at = char === '{' ? source.indexOf('}', at) + 1 : at + 1
  const end = reader.at
  if (source[end] === '?') reader.at++
  return source.slice(at, end)
}

/** Long texts are rare, and few are soon looked for. */
const worth = (literals: Literals): number =>
  Math.min(...literals.map(({length}) => length)) - literals.length / 4
