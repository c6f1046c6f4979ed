import type {Block, Pair, Posting, Span} from '../posting/types.ts'
import applicationData from '../vocabulary/application.yml'
import {compile, inLowerCase} from '../vocabulary/pattern.ts'
import {type Address, addressesIn} from './grammar/addresses.ts'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {blocksWith, type Sentence} from './grammar/sentences.ts'
import {anyOf} from './grammar/words.ts'
import type {Occurrence, Recogniser, Søknadsmåte} from './types.ts'

const data = applicationData as Record<'apply' | 'channel' | 'unless' | 'buttons' | 'portals', string[]>

const apply = expressions(data.apply)
const channel = expressions(data.channel)
const unless = expressions(data.unless)
const button = compile(`^[^\\p{L}]{0,60}${anyOf(data.buttons)}[^\\p{L}]{0,60}$`, '')
const portal = compile(`(?:^|[/.])${anyOf(data.portals)}`, '')

/** How and where to apply. */
export const søknadsmåte: Recogniser<'søknadsmåte'> = {
  name: 'søknadsmåte',
  recognise: (posting) => {
    const labelled = posting.pairs
      .filter(({field}) => field === 'søknadsmåte')
      .flatMap((pair) => inPair(posting, pair))
    const taken = new Set(labelled.flatMap(({pair}) => [pair.label.start, pair.value.start]))
    const telling = blocksWith(posting, 'søknadsmåte')
    const said = posting.blocks.flatMap((block, i) => {
      const sentences = telling.get(block)
      return sentences && !taken.has(block.span.start)
        ? inBlock(posting, block, sentences, posting.blocks[i + 1])
        : []
    })
    return [...labelled.map(({found}) => found), ...said]
  },
}

const occurrence = (posting: Posting, span: Span, address?: Address): Occurrence<Søknadsmåte> => ({
  value: {value: posting.text.slice(span.start, span.end), ...(address && {mål: address.target})},
  span,
})

const longestValue = 80

/** What stands after a label such as "Søknad sendes:"; a longer text is read as any other. */
const inPair = (posting: Posting, pair: Pair): {pair: Pair; found: Occurrence<Søknadsmåte>}[] => {
  const {start, end} = pair.value
  const lower = inLowerCase(posting.text.slice(start, end))
  const address = addressesIn(posting, pair.value)[0]
  const names = address || button.test(lower) || channel.test(lower)
  return end - start <= longestValue && names ? [{pair, found: occurrence(posting, pair.value, address)}] : []
}

/** At most one of a block: the sentence with an address, or else the first that names a channel. */
const inBlock = (
  posting: Posting,
  block: Block,
  sentences: readonly Sentence[],
  next: Block | undefined,
): Occurrence<Søknadsmåte>[] => {
  if (button.test(inLowerCase(block.text)))
    return [occurrence(posting, block.span, addressesIn(posting, block.span)[0])]
  if (block.kind === 'heading') return next && block.text.endsWith(':') ? below(posting, block, next) : []
  const found = sentences.flatMap((sentence) => inSentence(posting, sentence))
  const best = found.find(({value}) => value.mål !== undefined) ?? found[0]
  return best ? [best] : []
}

/** "Send søknad og CV til:" with the address on the line below. */
const below = (posting: Posting, {text}: Block, next: Block): Occurrence<Søknadsmåte>[] => {
  const lower = inLowerCase(text)
  if (!apply.test(lower) || unless.test(lower)) return []
  const address = addressesIn(posting, next.span)[0]
  return address ? [occurrence(posting, address.span, address)] : []
}

const inSentence = (posting: Posting, {lower, span}: Sentence): Occurrence<Søknadsmåte>[] => {
  const addresses = addressesIn(posting, span)
  const onPortal = addresses.find(({target}) => portal.test(inLowerCase(target)))
  const applying = unless.test(lower) ? undefined : placeOf(apply, lower, span)
  const address = onPortal ?? (applying && addresses[0])
  if (address) return [occurrence(posting, applying ? around(applying, address.span) : address.span, address)]
  const named = applying && placeOf(channel, lower, span)
  return named ? [occurrence(posting, around(applying, named))] : []
}

const placeOf = (words: Expressions, lower: string, {start}: Span): Span | undefined => {
  const match = words.first(lower)
  return match && {start: start + match.start, end: start + match.end}
}

const around = (a: Span, b: Span): Span => ({start: Math.min(a.start, b.start), end: Math.max(a.end, b.end)})
