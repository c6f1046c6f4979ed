import type {Paragraph, Root, Sentence, SentenceContent} from 'nlcst'
import type {Processor} from 'unified'
import lists from './abbreviations.yml'

const split = (list: string): Set<string> => new Set(list.split(/\s+/u))

const {never, numeric, either, letterAfter, months} = Object.fromEntries(
  Object.entries(lists as Record<string, string>).map(([name, list]) => [name, split(list)]),
) as Record<'never' | 'numeric' | 'either' | 'letterAfter' | 'months', Set<string>>

/** An unknown abbreviation is short; a longer word before a full stop and a digit ends its sentence. */
const longestAbbreviation = 3

const isDigit = (text: string): boolean => /^\d/u.test(text)
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)
const isLower = (text: string): boolean => /^\p{Ll}/u.test(text)

const numberGoesOn = (isFirst: boolean, next: string): boolean =>
  isFirst || isLower(next) || months.has(next.toLowerCase())

const letterGoesOn = (before: string, next: string): boolean =>
  isLower(next) || isDigit(next) || !(letterAfter.has(before) || isDigit(before))

/** True when the sentence goes on after a word with a full stop. */
const goesOn = (before: string, word: string, next: string): boolean => {
  if (never.has(word)) return true
  if (numeric.has(word)) return isDigit(next) || isLower(next)
  if (either.has(word)) return !isCapital(next)
  if (/^\d{1,4}$/u.test(word)) return numberGoesOn(before === '', next)
  if (/^\p{L}$/u.test(word)) return letterGoesOn(before, next)
  if (/^\p{L}{1,4}(?:\.\p{L}{1,4})+$/u.test(word)) return true
  return isLower(next) || (isDigit(next) && word.length <= longestAbbreviation)
}

const textOf = (node: SentenceContent): string =>
  'children' in node ? node.children.map((child) => child.value).join('') : node.value

const wordOf = (text: string): string => text.toLowerCase().replace(/\.$/u, '')

/** The word whose full stop comes last, and the one before it, or nothing when something else comes last. */
const lastWords = (nodes: readonly SentenceContent[]): [before: string, word: string] | undefined => {
  const solid = nodes.filter((node) => node.type !== 'WhiteSpaceNode').slice(-3)
  const last = solid.at(-1)
  if (!last) return undefined
  const text = textOf(last)
  const stopped = text === '.' ? solid.at(-2) : text.endsWith('.') ? last : undefined
  if (stopped?.type !== 'WordNode') return undefined
  const previous = solid[solid.indexOf(stopped) - 1]
  return [previous ? wordOf(textOf(previous)) : '', wordOf(textOf(stopped))]
}

const firstWord = (nodes: readonly SentenceContent[], from: number): string => {
  const node = nodes.slice(from, from + 4).find(({type}) => type === 'WordNode')
  return node ? textOf(node) : ''
}

const isBoundary = (current: readonly SentenceContent[], latinBreak: boolean, next: string): boolean => {
  const words = lastWords(current)
  if (!words) return latinBreak
  return next !== '' && !goesOn(...words, next)
}

const sentenceOf = (children: SentenceContent[]): Sentence => ({
  type: 'SentenceNode',
  children,
  position: {start: children[0]!.position!.start, end: children.at(-1)!.position!.end},
})

const regroup = (paragraph: Paragraph): void => {
  const starts = new Set<SentenceContent>()
  const nodes: SentenceContent[] = []
  for (const child of paragraph.children) {
    const content = child.type === 'SentenceNode' ? child.children : [child as SentenceContent]
    if (child.type === 'SentenceNode' && content[0]) starts.add(content[0])
    nodes.push(...content)
  }
  const result: Paragraph['children'] = []
  let current: SentenceContent[] = []
  nodes.forEach((node, index) => {
    const space = current.at(-1)
    const parted = starts.has(node) || space?.type === 'WhiteSpaceNode'
    if (
      node.type !== 'WhiteSpaceNode' &&
      parted &&
      isBoundary(current, starts.has(node), firstWord(nodes, index))
    ) {
      if (space?.type === 'WhiteSpaceNode') current.pop()
      if (current.length) result.push(sentenceOf(current))
      if (space?.type === 'WhiteSpaceNode') result.push(space)
      current = []
    }
    current.push(node)
  })
  if (current.length) result.push(sentenceOf(current))
  paragraph.children = result
}

const norwegianSentences = (root: Root): void => {
  for (const child of root.children) if (child.type === 'ParagraphNode') regroup(child)
}

/**
 * Makes retext-latin part sentences as Norwegian does: after abbreviations (tlf., bl.a.), dates and ordinals the
 * sentence goes on; after "osv." and the like a capital starts a new one. Use it beside `retext-latin`.
 */
export default function retextSentences(this: Processor): void {
  const data = this.data() as {nlcstRootExtensions?: ((root: Root) => void)[]}
  data.nlcstRootExtensions = [...(data.nlcstRootExtensions ?? []), norwegianSentences]
}
