import type {Posting, Span} from '../posting/types.ts'
import {compile, inLowerCase, matchesIn} from '../vocabulary/pattern.ts'
import {cueLength, weightOf} from './grammar/employer-cues.ts'
import {labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type FoundOrganisation, findLegalNames, findOtherNames, legalStem} from './grammar/organisations.ts'
import {type Sentence, sentencesIn, sentencesMatching} from './grammar/sentences.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const client = /vegn|oppdragsgi|oppdragsgj|kunde|behalf/
const legalOrClient = compile(`${legalStem}|${client.source}`, 'g')
const nameWithin = compile(
  '(?<=[\\p{Ll},] )(?<!(?<!\\p{L})(?:i|på|til|fra|frå|rundt|in|at|from|og|and) )\\p{Lu}[\\p{L}\\d&-]{2,40}',
  'gu',
)
const mail =
  /(?:@|www\.|:\/\/)(?:[\p{L}\d-]{1,63}\.){0,6}?(?<owner>[\p{L}\d-]{1,63})(?<kommune>\.kommune)?\.\p{L}{2,6}(?!\p{L})/giu

/** The least that the mentions of a name must weigh together for it to be the employer's. */
const enough: Record<FoundOrganisation['kind'], number> = {legal: 1, unit: 2, name: 3}

/** A public body or company is taken before an institution, and that before any other name. */
const rank: Record<FoundOrganisation['kind'], number> = {legal: 8, unit: 3, name: 0}

/**
 * The employer: every distinct name beside a label, else the one name of which the ad speaks as the
 * employer, by what its mentions tell: who seeks, whose client it is, where one will work, whose ad it is by
 * the mail addresses. Partners, pension funds, portals and recruiters are none.
 */
export const arbeidsgiver: Recogniser<'arbeidsgiver'> = {
  name: 'arbeidsgiver',
  recognise(posting) {
    const named = inLabels(posting)
    return named.length > 0 ? named : inText(posting)
  },
}

const inLabels = (posting: Posting): Occurrence<Simple>[] => {
  const found = labelled(posting, 'arbeidsgiver').flatMap(({value, text}) => {
    const first = text.split('\n', 1)[0]!
    const line = first.slice(
      0,
      inLowerCase(first).replace(/,? \(?org(?:anisasjons)?\.? ?(?:nr|nummer)[\s\S]*$/u, '').length,
    )
    return line.length > 80 || !/\p{L}{2}/u.test(line) ? [] : [occurrence(line, value)]
  })
  return found.filter(
    ({value}, i) => found.findIndex((other) => sameName(other.value.value, value.value)) === i,
  )
}

const occurrence = (text: string, {start}: Span): Occurrence<Simple> => {
  const span = trimmedSpan(text, 0, text.length, start)
  return {value: {value: text.slice(span.start - start, span.end - start)}, span}
}

const simplified = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const sameName = (a: string, b: string): boolean => {
  const [x, y] = [simplified(a), simplified(b)]
  return x.includes(y) || y.includes(x)
}

interface Candidate {
  kind: FoundOrganisation['kind']
  weight: number
  first: Occurrence<Simple>
}

const inText = (posting: Posting): Occurrence<Simple>[] => {
  const legal = sentencesMatching(posting, legalOrClient).filter(isRead)
  return (
    best(posting, legal, ({text, lower}) => [
      ...findLegalNames(text),
      ...(client.test(lower) ? findOtherNames(text) : []),
    ]) ??
    best(posting, sentencesIn(posting).filter(isRead), ({text}) => findOtherNames(text)) ??
    []
  )
}

const isRead = ({block: {kind, sections}}: Sentence): boolean =>
  kind === 'heading' || !sections.includes('kontakt')

/** The name whose mentions weigh most, if they weigh enough. */
const best = (
  posting: Posting,
  sentences: readonly Sentence[],
  find: (sentence: Sentence) => FoundOrganisation[],
): Occurrence<Simple>[] | undefined => {
  const candidates = new Map<string, Candidate>()
  let names: Set<string> | undefined
  const proven = () => {
    names ??= namesWithin(posting.text)
    return names
  }
  for (const sentence of sentences) weigh(find(sentence), sentence, proven, candidates)
  const owners = mailOwners(posting.text)
  const ranked = [...candidates]
    .map(([key, candidate]) => ({...candidate, weight: candidate.weight + (owners.has(key) ? 4 : 0)}))
    .filter(({kind, weight}) => weight >= enough[kind])
    .toSorted((a, b) => b.weight + rank[b.kind] - a.weight - rank[a.kind])
  return ranked[0] && [ranked[0].first]
}

const weigh = (
  names: readonly FoundOrganisation[],
  {block, text, span}: Sentence,
  proven: () => Set<string>,
  candidates: Map<string, Candidate>,
): void => {
  for (const found of names) {
    const key = simplified(found.name)
    const weight = weightOf({
      kind: found.kind,
      isSure: isNameAlone(found.name) || proven().has(found.name),
      before: text.slice(Math.max(0, found.start - cueLength.before), found.start),
      after: text.slice(found.end, found.end + cueLength.after),
      block: block.kind === 'heading' || block.kind === 'item' ? block.kind : 'other',
    })
    const known = candidates.get(key)
    if (known) known.weight += weight
    else {
      const place = {start: span.start + found.start, end: span.start + found.end}
      candidates.set(key, {kind: found.kind, weight, first: {value: {value: found.name}, span: place}})
    }
  }
}

/** A capital at the start of a sentence makes no name; capitals throughout do, and two words with one each. */
const isNameAlone = (words: string): boolean =>
  /^\p{Lu}{2,}$|\p{Lu}\S{0,60} (?:i |og |for |på )?\p{Lu}/u.test(words)

/** "Lillevik kommune" for …@lillevik.kommune.no, "Lillevikdirektoratet" for …@lillevikdirektoratet.no. */
const mailOwners = (text: string): Set<string> =>
  new Set(matchesIn(text, mail).map(({groups}) => simplified(groups!.owner! + (groups!.kommune ?? ''))))

/** Words with a capital within a sentence, after something else than what leads to a place ("i Lillevik"). */
const namesWithin = (text: string): Set<string> =>
  new Set(matchesIn(text, nameWithin).map(({0: word}) => word.replace(/s$/, '')))
