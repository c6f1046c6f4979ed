import type {Block, Posting, Span} from '../posting/types.ts'
import organisationData from '../vocabulary/organisations.yml'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import {isRole} from './grammar/job-titles.ts'
import {labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type FoundOrganisation, findLegalNames, findOtherNames} from './grammar/organisations.ts'
import {type Sentence, sentencesOf} from './grammar/sentences.ts'
import {anyOf} from './grammar/words.ts'
import type {Occurrence, Recogniser, Simple} from './types.ts'

const vocabulary = organisationData as Record<
  'advertises' | 'employs' | 'onBehalf' | 'about' | 'is',
  string[]
>
const advertises = compile(`^s?,? ${wholeWord(anyOf(vocabulary.advertises))}`)
const describes = compile(`^,? (?:\\([^)]{1,20}\\) )?${wholeWord(anyOf(vocabulary.is))}`)
const employs = compile(`${wholeWord(anyOf(vocabulary.employs))} $`)
const asRole = compile(`(?<!\\p{L})(?:som|as an?|as the) (?<role>[\\p{L}-]{3,40}) (?:i|hos|ved|at|in|for) $`)
const onBehalf = compile(`${anyOf(vocabulary.onBehalf)}$`)
const clientHint = /vegn|oppdragsgi|oppdragsgj|kunde|behalf/
const about = compile(`${wholeWord(anyOf(vocabulary.about))} $`)
const mail = /@(?:[\p{L}\d-]+\.)*?(?<owner>[\p{L}\d-]+)(?<kommune>\.kommune)?\.\p{L}{2,6}(?!\p{L})/giu

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
      inLowerCase(first).replace(/,? \(?org(?:anisasjons)?\.? ?(?:nr|nummer).*$/u, '').length,
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
  const sentences = posting.blocks
    .filter(({kind, sections}) => kind === 'heading' || !sections.includes('kontakt'))
    .flatMap((block) => sentencesOf(block).map((sentence) => ({sentence, block})))
  const client = ({lower, text}: Sentence) => (clientHint.test(lower) ? findOtherNames(text) : [])
  const legal = best(posting, sentences, (sentence) => [
    ...findLegalNames(sentence.text),
    ...client(sentence),
  ])
  return legal ?? best(posting, sentences, ({text}) => findOtherNames(text)) ?? []
}

type InBlock = {sentence: Sentence; block: Block}

/** The name whose mentions weigh most, if they weigh enough. */
const best = (
  posting: Posting,
  sentences: readonly InBlock[],
  find: (sentence: Sentence) => FoundOrganisation[],
): Occurrence<Simple>[] | undefined => {
  const candidates = new Map<string, Candidate>()
  for (const {sentence, block} of sentences) weigh(find(sentence), sentence, block, candidates)
  const owners = mailOwners(posting.text)
  const ranked = [...candidates]
    .map(([key, candidate]) => ({...candidate, weight: candidate.weight + (owners.has(key) ? 4 : 0)}))
    .filter(({kind, weight}) => weight >= enough[kind])
    .toSorted((a, b) => b.weight + rank[b.kind] - a.weight - rank[a.kind])
  return ranked[0] && [ranked[0].first]
}

const weigh = (
  names: readonly FoundOrganisation[],
  {text, lower, span}: Sentence,
  block: Block,
  candidates: Map<string, Candidate>,
): void => {
  for (const found of names) {
    const key = simplified(found.name)
    const weight = weightOf(found, text, lower, block)
    const known = candidates.get(key)
    if (known) known.weight += weight
    else {
      const place = {start: span.start + found.start, end: span.start + found.end}
      candidates.set(key, {kind: found.kind, weight, first: {value: {value: found.name}, span: place}})
    }
  }
}

/** How much a mention tells of the employer. */
const weightOf = (
  {start, end, kind}: FoundOrganisation,
  text: string,
  lower: string,
  block: Block,
): number => {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  if (onBehalf.test(before)) return 20
  if (isWorkThere(lower.slice(Math.max(0, start - 60), start))) return 3
  if (isStart(before) && kind === 'name' && !isNameAlone(text.slice(start, end))) return 0.5
  if (advertises.test(after)) return 4
  if (describes.test(after) && isStart(before)) return kind === 'name' ? 2 : 3
  if (block.kind === 'heading') return kind === 'name' ? 0 : 3
  if (isStart(before)) return kind === 'name' ? 0.5 : 2
  if (/(?:^|\s)(?:Hos|At|Ved) $/u.test(before)) return 3
  if (/^s \p{Ll}/u.test(after) && kind === 'legal') return 1
  if (about.test(before)) return 0.3
  return kind === 'name' ? 0.2 : 1
}

/** "jobb hos", "som sykepleier i" */
const isWorkThere = (before: string): boolean => {
  const role = asRole.exec(before)?.groups?.role
  return employs.test(before) || (role !== undefined && isRole(role))
}

/** A capital at the start of a sentence makes no name; capitals throughout do, and two words with one each. */
const isNameAlone = (words: string): boolean => /^\p{Lu}{2,}$|\p{Lu}\S* \p{Lu}/u.test(words)

const isStart = (before: string): boolean => /^["«“*–\s-]*$/u.test(before)

/** "Lillevik kommune" for …@lillevik.kommune.no, "Lillevikdirektoratet" for …@lillevikdirektoratet.no. */
const mailOwners = (text: string): Set<string> =>
  new Set([...text.matchAll(mail)].map(({groups}) => simplified(groups!.owner! + (groups!.kommune ?? ''))))
