import type {Check, Hit} from '../../src/engine/types.ts'
import type {Posting, Span} from '../../src/posting/types.ts'
import {matchesIn} from '../../src/vocabulary/pattern.ts'

/** What programs put for a letter that they do not have; a question in Spanish begins otherwise. */
const lost = '\\ufffd|(?<=[a-zæøå])¿|¿(?= )'
const isLost = new RegExp(lost)
/** The letters that bytes 0x80 to 0xBF are read as in Windows-1252 and Latin-1. */
const continuing = '\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Letters of UTF-8 that were read one byte at a time: æøå and quotation marks, dashes, the euro sign, pictures. */
const misread = `[ÂÃ][${continuing}]|â[€‚„†\\x80\\x82\\x84\\x86][${continuing}]|ð[Ÿ\\x9f][${continuing}]{2}`
const isMisread = new RegExp(misread, 'u')
/**
 * Of capitals (Ã and a control character) and dashes that were read as Latin-1, normalising takes the control characters
 * away; the words of the file still have them.
 */
const halved = '[Ãâ]'
const isHalfCapital = /(?<!\p{L})Ã(?=\p{Ll})/u
const damaged = new RegExp(
  `[^\\s\\ufffd]{0,40}(?:${lost}|${misread}|${halved})(?:[^\\s]|[ÂÃ][${continuing}]){0,40}`,
  'gu',
)
/** Letters of DOS and of old Macs, read as Windows-1252. */
const codePages: readonly CodePage[] = [
  {
    isRead: /(?<!‹\p{L}{0,40})\p{Ll}[›†]\p{Ll}/u,
    words: /(?<![\p{L}›†‘])(?=[›†‘]?\p{L})[\p{L}›†‘]{0,40}[›†‘][\p{L}›†‘]{0,40}/gu,
    letters: {'›': 'ø', '†': 'å', '‘': 'æ'},
  },
  {
    isRead: /\p{L}¾|¾\p{Ll}|\p{Ll}Œ(?!\p{Lu})/u,
    words: /(?<![\p{L}¾¿])[\p{L}¾¿]{0,40}[¾¿Œ][\p{L}¾¿]{0,40}/gu,
    letters: {'¾': 'æ', '¿': 'ø', Œ: 'å'},
  },
]
/** A letter that a program had no sign for, within a word or at its start, and then also at the end of others. */
const isQuestioned = /(?<![^\s(«"–-])\p{L}{0,40}\?\p{Ll}[\p{L}?]{0,40}(?![^\s.,;:)»"–-])/gu
const questioned =
  /(?<![^\s(«"–-])(?:[\p{L}?]{0,40}\?\p{Ll}[\p{L}?]{0,40}(?![^\s.,;:)»"–-])|\p{L}{0,40}\?(?= \p{Ll}))/gu
/** One such word may be two that a space is missing between. */
const fewestQuestioned = 2

/** So many words tell that a text is damaged as a whole. */
const most = 50
/** When there are so many, what seems to be missing may be there. */
const several = 4

interface CodePage {
  isRead: RegExp
  words: RegExp
  letters: Readonly<Record<string, string>>
}

/** Words with signs in the place of letters, which nobody wrote. */
export const check: Check = ({posting}) => {
  const {text} = posting
  const found = /[\ufffd¿Ãâ]/.test(text) || isMisread.test(text) ? matchesIn(text, damaged) : []
  const ofCodePages = codePages.flatMap((page) => hitsOf(page, text))
  const isTaken = ({span}: Hit): boolean =>
    ofCodePages.some((hit) => hit.span.start < span!.end && span!.start < hit.span.end)
  const hits: Hit[] = [
    ...found.flatMap((match) => hitOf(match, posting)).filter((hit) => !isTaken(hit)),
    ...ofCodePages,
    ...questionMarksIn(text),
  ].slice(0, most)
  return hits.length < several ? hits : withWarning(hits)
}

/** The first in the text says what the damage means for the rest. */
const withWarning = (hits: readonly Hit[]): Hit[] => {
  const [first, ...rest] = hits.toSorted((one, other) => one.span!.start - other.span!.start)
  return [{...first!, message: `${first!.message}Mange`}, ...rest]
}

const hitsOf = ({isRead, words, letters}: CodePage, text: string) =>
  isRead.test(text)
    ? matchesIn(text, words).map((match) => {
        const riktig = match[0].replace(/\P{ASCII}/gu, (sign) => letters[sign] ?? sign)
        return misreadHit(spanOf(match), match[0], riktig)
      })
    : []

const questionMarksIn = (text: string): Hit[] =>
  text.includes('?') && matchesIn(text, isQuestioned, fewestQuestioned).length === fewestQuestioned
    ? matchesIn(text, questioned).map((match) => ({
        message: 'tapt',
        span: spanOf(match),
        data: {ord: match[0], tegn: '?'},
      }))
    : []

const spanOf = ({0: found, index}: RegExpExecArray): Span => ({start: index, end: index + found.length})

const hitOf = (match: RegExpExecArray, posting: Posting): Hit[] => {
  const [found] = match
  const span = spanOf(match)
  const ord = posting.words(span)
  const [tegn] = isLost.exec(`${found} `) ?? []
  if (tegn !== undefined) return [{message: 'tapt', span, data: {ord, tegn}}]
  const whole = ord + controlsAfter(span, ord, posting)
  if (!isMisread.test(whole))
    return isHalfCapital.test(found) ? [{message: 'tapt', span, data: {ord, tegn: 'Ã'}}] : []
  const riktig = repaired(whole)
  if (riktig === undefined) return [{message: 'tapt', span, data: {ord, tegn: '�'}}]
  const hit = misreadHit(span, ord, riktig)
  return [whole === ord ? hit : {message: hit.message, span, data: hit.data}]
}

/** Those that belong to the last letter of a word are no part of it, so that it cannot be exchanged as a whole. */
const controlsAfter = ({start, end}: Span, word: string, {text, words}: Posting): string =>
  end < text.length ? (/^[\x80-\x9f]+/.exec(words({start, end: end + 1}).slice(word.length))?.[0] ?? '') : ''

const misreadHit = (span: Span, ord: string, riktig: string) =>
  ({
    message: 'forvansket',
    span,
    data: {ord, riktig},
    expected: [riktig],
    fix: {span, text: riktig},
  }) satisfies Hit

const windows = new TextDecoder('windows-1252')
const byteOf = new Map(Array.from({length: 256}, (_, byte) => [windows.decode(Uint8Array.of(byte)), byte]))
const utf8 = new TextDecoder('utf-8', {fatal: true})

const repaired = (word: string): string | undefined => {
  try {
    return word.replace(new RegExp(`(?:${misread})+`, 'gu'), (letters) => utf8.decode(bytesOf(letters)))
  } catch {
    return undefined
  }
}

const bytesOf = (letters: string): Uint8Array =>
  Uint8Array.from([...letters], (letter) => byteOf.get(letter) ?? letter.charCodeAt(0))
