import type {Posting, Span} from '../posting/types.ts'
import {compile, inLowerCase} from '../vocabulary/pattern.ts'
import referenceData from '../vocabulary/reference.yml'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const {
  names,
  marks,
  value: shape,
  portals,
} = referenceData as Record<'names' | 'marks' | 'portals', string[]> & {
  value: string
}
const value = compile(`^(?:${shape})`)
const named = expressions(names)
const marked = expressions(marks)
const sign = /[ :#.]{1,3}/y
const marking = /[ :]{1,2}[«"“”']?(?=\d{1,6}[/-]\d|\d{5})/y
const portal = portals.map((pattern) => compile(pattern))
const longest = 50
const dateLike = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/

type Found = Occurrence<Simple>

export const referanse: Recogniser<'referanse'> = {
  name: 'referanse',
  recognise(posting) {
    const labelled = posting.pairs
      .filter(({field}) => field === 'referanse')
      .flatMap(({value}) => afterLabel(posting, value))
    const seen = new Set(labelled.map(({span}) => span.start))
    const told = sentencesWith(posting, 'referanse')
      .filter(({lower}) => /\d/.test(lower))
      .flatMap(inSentence)
    const found = [...labelled, ...told.filter(({span}) => !seen.has(span.start))]
    return found.length > 0 ? found : inAddresses(posting)
  },
}

const afterLabel = ({text}: Posting, {start, end}: Span): Found[] =>
  reference(text.slice(start, Math.min(end, start + longest)), start)

const inSentence = (sentence: Sentence): Found[] => {
  const told = behind(sentence, named, sign)
  return told.length > 0 ? told : behind(sentence, marked, marking)
}

/** What follows a name and the signs after it. */
const behind = ({text, lower, span}: Sentence, names: Expressions, signs: RegExp): Found[] =>
  names.all(lower).flatMap(({end}) => {
    signs.lastIndex = end
    const between = signs.exec(lower)?.[0]
    if (!between) return []
    const start = end + between.length
    return reference(text.slice(start, start + longest), span.start + start)
  })

/** The reference that a text begins with; it holds a digit and is no date. */
const reference = (text: string, offset: number): Found[] => {
  const match = value.exec(text)
  if (!match) return []
  const {value: first, more = ''} = match.groups as {value: string; more?: string}
  const written = (first + more).replace(/(?<![.,/-])[.,/-]+$/, '')
  if (!/\d/.test(first) || dateLike.test(written)) return []
  return [found(written, offset + match[0].indexOf(first))]
}

/** The number in the address of the ad in a portal, when the ad gives no other. */
const inAddresses = ({blocks, links}: Posting): Found[] => {
  const shown = blocks
    .filter(({text}) => text.includes('/'))
    .flatMap(({text, span}) => inAddress(text).map(({value, start}) => found(value, span.start + start)))
  if (shown.length > 0) return shown.slice(0, 1)
  const linked = links.flatMap(({url, span}) => inAddress(url).map(({value}) => ({value: {value}, span})))
  return linked.slice(0, 1)
}

const found = (value: string, start: number): Found => ({
  value: {value},
  span: {start, end: start + value.length},
})

const inAddress = (text: string): {value: string; start: number}[] =>
  portal.flatMap((pattern) => {
    const match = pattern.exec(inLowerCase(text))
    const number = match?.groups?.value
    return match && number ? [{value: number, start: match.index + match[0].length - number.length}] : []
  })
