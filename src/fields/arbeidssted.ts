import type {Posting, Span} from '../posting/types.ts'
import {compile, inLowerCase, wholeWord} from '../vocabulary/pattern.ts'
import workplaceData from '../vocabulary/workplaces.yml'
import {type Expressions, expressions} from './grammar/expressions.ts'
import {firstOfEach, labelled, trimmedSpan} from './grammar/occurrences.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import type {StemList} from './grammar/stems.ts'
import {anyOf, matchesOf} from './grammar/words.ts'
import type {Arbeidssted, Occurrence, Recogniser} from './types.ts'

type Found = Occurrence<Arbeidssted>

const vocabulary = workplaceData as unknown as Record<string, string[]> & {otherWork: string; is: string}
const list = (name: string): string[] => vocabulary[name] as string[]

const capital = "\\p{Lu}[\\p{L}\\d'.-]{0,40}"
const name = `${capital}(?: (?:(?:og|i|på|skole- og) )?${capital}){0,3}`
const street = `(?:${capital} ){0,3}\\p{Lu}?[\\p{L}.]{0,40}${anyOf(list('streets'))} \\d{1,4} ?[A-Z]?(?![\\p{L}\\d])`
const post = '\\d{4} \\p{Lu}[\\p{L}-]{1,30}(?: (?:(?:i|på) )?\\p{Lu}[\\p{L}-]{1,30}){0,2}'
const unit = `(?:${name} ${anyOf(list('units'))}|${anyOf(list('unitHeads'))} (?:(?:i|på) )?${name}|\\p{Lu}\\p{L}{2,40}${anyOf(list('unitTails'))})(?!\\p{L})`

const address = compile(`(?<![\\p{L}\\d])(?:${street}(?:, ?${post})?|(?<=(?:^|[,:;(]) ?)${post})`)
const units = compile(`(?<![\\p{L}\\d.@-])${unit}`, 'gu')
const isUnit = compile(
  `(?:${anyOf(list('unitHeads'))} |${anyOf(list('units'))}|${anyOf(list('unitTails'))})(?:s|et|en|a)?(?![\\p{L}])`,
)
const stated = expressions(list('stated').map((words) => words.replace('<is>', vocabulary.is)))
const place = compile(
  `^(?:(?:det |den |vår |våre |nye |en |the )?(?:${street}(?:, ?${post})?|${unit}|${name}(?: sentrum)?(?:,? (?:${post}|(?:i|på|ved|eller|og|or|in) ${capital}|${capital})){0,6}))`,
)
const weak = expressions(list('weak'))
const district = compile(`${capital}(?:(?:,| og)? ${capital}){0,4} ${anyOf(list('districts'))}(?!\\p{L})`)
const otherWork = compile(`${vocabulary.otherWork}$`)
const townInCountry = compile(`(?<![\\p{L}\\d])${capital}, ${anyOf(list('countries'))}(?!\\p{L})`)
const isElsewhere = expressions(list('notStated')).test
const isOfPost = expressions(list('adverts')).test
const notBefore = compile(`${wholeWord(anyOf(list('notBefore')))} $`)
const offers = compile(`^(?<name>${name}(?: \\p{Ll}{4,})?) ${wholeWord(anyOf(list('offers')))}`)
const notUnit = compile(`(?:${list('notUnits').join('|')})$`)
const notPlace = compile(`^(?:${list('notPlaces').join('|')})(?!\\p{L})`)
const notPlaceEnd = `(?<!(?<!\\p{L})(?:\\p{Lu}|${anyOf(list('abbreviated'))}))`
const placeEnd = compile(`,? ${anyOf(list('placeEnds'))} |(?:;|${notPlaceEnd}\\.) `)

/**
 * Where the work is done: the values of labels, else a place that the text names as such ("stillingen er
 * plassert i Lillevik", a street address), else the institution that has the post ("Solbakken barnehage
 * har ledig …"). A department, the employer and the place of the service desk are none.
 */
export const arbeidssted: Recogniser<'arbeidssted'> = {
  name: 'arbeidssted',
  recognise(posting) {
    const named = firstOfEach(labelled(posting, 'arbeidssted').flatMap(inValue), ({value}) =>
      value.toLowerCase(),
    )
    if (named.length > 0) return named
    for (const find of [statedPlaces, institutions, weakPlaces]) {
      const found = firstOfEach(find(posting), ({value}) => value.toLowerCase())
      if (found.length > 0) return found.slice(0, 1)
    }
    return []
  },
}

const longest = 120

const inValue = ({value, text}: {value: Span; text: string}): Found[] => {
  const words = withoutEnd(text)
  return words.length > longest || !/\p{L}{2}/u.test(words)
    ? []
    : [occurrence(words, 0, words.length, value.start)]
}

/** What is said beside the place stands on its line; where another line follows, that is the rest of an address. */
const withoutEnd = (text: string): string => {
  const last = text.lastIndexOf('\n') + 1
  const end = placeEnd.exec(text.slice(last))
  return end ? text.slice(0, last + end.index) : text
}

const occurrence = (text: string, start: number, end: number, from: number): Found => {
  const span = trimmedSpan(text, start, end, from)
  const value = text.slice(span.start - from, span.end - from).replace(/(?<!\s)\s*\n\s*/gu, ', ')
  return {value: {value, kind: kindOf(value)}, span}
}

const kindOf = (value: string): Arbeidssted['kind'] => {
  if (address.test(value)) return 'adresse'
  return isUnit.test(value) ? 'enhet' : 'sted'
}

const isAbout = ({block: {sections}}: Sentence): boolean =>
  !sections.some((section) => section === 'kvalifikasjoner' || section === 'søknad' || section === 'kontakt')

interface Named {
  sentence: Sentence
  places: Found[]
}

/** The places that the sentences with a stem name, but for those of sentences about another place. */
const placesIn = (posting: Posting, stems: StemList, find: (sentence: Sentence) => Found[]): Named[] =>
  sentencesWith(posting, stems)
    .filter(isAbout)
    .map((sentence) => ({sentence, places: find(sentence)}))
    .filter(({sentence, places}) => places.length > 0 && !isElsewhere(sentence.lower))

const allOf = (named: readonly Named[]): Found[] =>
  named.toSorted((a, b) => a.sentence.span.start - b.sentence.span.start).flatMap(({places}) => places)

/** "Stillingen er plassert i Lillevik", "Lillevik, Norge", "Storgata 1, 0001 Lillevik" */
const statedPlaces = (posting: Posting): Found[] =>
  allOf([
    ...placesIn(posting, 'arbeidssted', (sentence) => after(sentence, stated)),
    ...placesIn(posting, 'land', (sentence) => first(sentence, townInCountry)),
    ...placesIn(posting, 'siffer', (sentence) => first(sentence, address)),
  ])

const first = ({text, span}: Sentence, pattern: RegExp): Found[] => {
  const match = pattern.exec(text)
  return match ? [occurrence(text, match.index, match.index + match[0].length, span.start)] : []
}

/** The places that stand after the matches of an expression. */
const after = ({text, lower, span}: Sentence, leads: Expressions): Found[] =>
  leads
    .all(lower)
    .filter(
      ({start, end}) => lower[end] === ' ' && !otherWork.test(lower.slice(Math.max(0, start - 50), start)),
    )
    .flatMap(({end}) => {
      const start = end + 1
      const words = place.exec(text.slice(start, start + longest))?.[0]
      return words && !notPlace.test(words) && !notUnit.test(inLowerCase(words))
        ? [occurrence(text, start, start + words.length, span.start)]
        : []
    })

/** "Lillevik og omegn", "hovedkontoret ligger i Lillevik" */
const weakPlaces = (posting: Posting): Found[] =>
  allOf(placesIn(posting, 'område', (sentence) => [...first(sentence, district), ...after(sentence, weak)]))

/** "Solbakken barnehage", first where the sentence speaks of the post. */
const institutions = (posting: Posting): Found[] => {
  const offered = placesIn(posting, 'utlysning', (sentence) =>
    isOfPost(sentence.lower) ? offering(sentence) : [],
  )
  if (offered.length > 0) return allOf(offered)
  const units = placesIn(posting, 'institusjon', unitsIn)
  const inAdverts = units.filter(({sentence}) => isOfPost(sentence.lower))
  return allOf(inAdverts.length > 0 ? inAdverts : units)
}

const unitsIn = ({text, span}: Sentence): Found[] =>
  matchesOf(text, units)
    .filter(({index}) => !notBefore.test(text.slice(Math.max(0, index - 12), index)))
    .map((match) => occurrence(text, match.index, match.index + match[0].length, span.start))

/** "Solbakken har ledig …" */
const offering = ({text, span}: Sentence): Found[] => {
  const unitName = offers.exec(text)?.groups?.name
  if (!unitName || notUnit.test(inLowerCase(unitName))) return []
  return [{...occurrence(text, 0, unitName.length, span.start), value: {value: unitName, kind: 'enhet'}}]
}
