import type {Posting, Span} from '../posting/types.ts'
import {compile, inLowerCase} from '../vocabulary/pattern.ts'
import {labelled} from './grammar/occurrences.ts'
import {firstLine, headings, listedPosts} from './grammar/title-lines.ts'
import {
  addressingYou,
  compounds,
  postsAs,
  prose,
  seekingOne,
  seekingSeveral,
  subjects,
  withCode,
} from './grammar/title-sentences.ts'
import {isSlogan, occurrence, type Title, type TitleFinder, titled, vocabulary} from './grammar/titles.ts'
import type {Recogniser} from './types.ts'

const weakLabels = new Set(vocabulary.weakLabels)
const notTitle = compile(`^${vocabulary.notTitle}$`)
const extent =
  /(?:\s?[,–(-])?\s{0,5}(?:i |ca\.? )?(?:\d ?x ?)?\d{1,3}(?:[,.]\d{1,2})?(?:\s?[–-]\s?\d{1,3})?\s?(?:%|prosent)[\s\S]*$/u
const form = /(?<![\s,–-])[\s,–-]+(?:faste?|midlertidig|vikariat|mellombels)(?:[^\p{L}][\s\S]*)?$/u

/**
 * The title of the post: every distinct title that a label, a heading or "stilling som …" states; without
 * those, the first that the text gives in another way, the most direct way first ("vi søker …",
 * "som … vil du", "…stillingen"). Two titles of which one contains the other are one. "Medarbeider",
 * "kollega", "person" and the like name no post.
 */
export const stillingstittel: Recogniser<'stillingstittel'> = {
  name: 'stillingstittel',
  recognise(posting) {
    const stated = distinct([...strongLabels(posting), ...statedPosts(posting), ...weakLabelled(posting)])
    if (stated.length > 0) return stated
    for (const find of finders) {
      const found = find(posting)
      if (found.length > 0) return found.slice(0, 1)
    }
    return []
  },
}

/** No ad states more titles than this. */
const most = 50

/** Titles of which none contains another; the earlier in the list is kept. */
const distinct = (found: readonly Title[]): Title[] => {
  const kept: {key: string; occurrence: Title}[] = []
  for (const occurrence of found.slice(0, most)) {
    const key = occurrence.value.value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
    if (kept.every((other) => !other.key.includes(key) && !key.includes(other.key)))
      kept.push({key, occurrence})
  }
  return kept.map(({occurrence}) => occurrence)
}

const strongLabels: TitleFinder = (posting) => inLabels(posting, false)
const weakLabelled: TitleFinder = (posting) => inLabels(posting, true)

const inLabels = (posting: Posting, weak: boolean): Title[] =>
  labelled(posting, 'stillingstittel').flatMap(({label, value, text}) => {
    const name = posting.text
      .slice(label.start, label.end)
      .replace(/(?<!\s)\s*:$/u, '')
      .toLowerCase()
    if (weakLabels.has(name) !== weak) return []
    return weak ? titled(text, 0, value.start, {anyNoun: true}) : wholeValue(text, value)
  })

/** A value without the size and form that may follow: "Rektor, 100 % fast stilling". */
const wholeValue = (text: string, {start}: Span): Title[] => {
  const line = text.split('\n', 1)[0]!
  const lower = inLowerCase(line)
  if (notTitle.test(lower) || /^[\p{L} /-]{2,30}:/u.test(line)) return []
  if (isSlogan(lower)) return prose({text: line, lower, span: {start, end: start + line.length}})
  const title = line.slice(0, lower.replace(extent, '').replace(form, '').length)
  return title.length > 120 || !/\p{L}{2}/u.test(title) ? [] : [occurrence(title, 0, title.length, start)]
}

/** "ledig stilling som …", "Ledig stilling: …", and the headings of the ad, which come first. */
const statedPosts: TitleFinder = (posting) => [
  ...headings(posting),
  ...listedPosts(posting),
  ...postsAs(posting),
]

const finders: TitleFinder[] = [
  seekingOne,
  addressingYou,
  withCode,
  seekingSeveral,
  compounds,
  subjects,
  firstLine,
]
