/**
 * The plain texts that the source of a simple expression stands for: letters, `(a|b)`, `(…)?`, `[ab]`, `x?`
 * and `\.`. Undefined for an expression that uses more than that.
 */
export const expand = (source: string): string[] | undefined => {
  if (plain.test(source)) return [source]
  const reader = {source, at: 0}
  const texts = readAlternatives(reader)
  return texts && reader.at === source.length ? texts : undefined
}

interface Reader {
  source: string
  at: number
}

const plain = /^[^\\^$.*+{}()[\]?|]*$/
const special = /[\\^$.*+{}]/

const readAlternatives = (reader: Reader): string[] | undefined => {
  const all: string[] = []
  for (;;) {
    const texts = readSequence(reader)
    if (!texts) return undefined
    all.push(...texts)
    if (reader.source[reader.at] !== '|') return all
    reader.at++
  }
}

const readSequence = (reader: Reader): string[] | undefined => {
  let texts = ['']
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const part = readPart(reader)
    if (!part) return undefined
    if (reader.source[reader.at] === '?') {
      reader.at++
      part.push('')
    }
    texts = texts.flatMap((text) => part.map((more) => text + more))
  }
  return texts
}

const readPart = (reader: Reader): string[] | undefined => {
  const char = reader.source[reader.at]!
  if (char === '\\') return readEscape(reader)
  if (special.test(char)) return undefined
  if (char === '(') return readGroup(reader)
  if (char === '[') {
    const close = reader.source.indexOf(']', reader.at)
    const inside = reader.source.slice(reader.at + 1, close)
    reader.at = close + 1
    return /[\\^-]/.test(inside) ? undefined : inside.split('')
  }
  return [readLetters(reader)]
}

/** "\." stands for a full stop; classes such as "\d" for more than a simple expression may. */
const readEscape = (reader: Reader): string[] | undefined => {
  const sign = reader.source[reader.at + 1] ?? 'end'
  reader.at += 2
  return /\w/.test(sign) ? undefined : [sign]
}

const letters = /[^\\^$.*+{}()[\]?|]+/y

/** As many letters as stand together; one before `?` stands alone. */
const readLetters = (reader: Reader): string => {
  letters.lastIndex = reader.at
  const [run] = letters.exec(reader.source)!
  const isOptional = run.length > 1 && reader.source[reader.at + run.length] === '?'
  const text = isOptional ? run.slice(0, -1) : run
  reader.at += text.length
  return text
}

const readGroup = (reader: Reader): string[] | undefined => {
  reader.at++
  if (reader.source.startsWith('?:', reader.at)) reader.at += 2
  else if (reader.source[reader.at] === '?') return undefined
  const texts = readAlternatives(reader)
  if (reader.source[reader.at] !== ')') return undefined
  reader.at++
  return texts
}
