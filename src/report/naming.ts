import type {MessageLanguage} from '../engine/types.ts'
import {stdinPath} from '../posting/stdin.ts'
import type {Place} from '../posting/types.ts'
import {safe} from './safe.ts'
import {translate} from './texts.ts'
import type {FileReport} from './types.ts'
import {cutEnd} from './width.ts'

type Ad = Pick<FileReport, 'path' | 'ad' | 'line' | 'id'>
type Units = Pick<FileReport, 'unit'>

/** The name of an ad: its file, and which it is and where when the file has several. */
export const nameOf = ({path, ad, line, id}: Ad, lang: MessageLanguage): string => {
  if (ad === undefined) return fileOf(path, lang)
  const name = translate(lang, 'file.ad', {path: fileOf(path, lang), n: ad})
  const where = [
    ...(line === undefined ? [] : [lineOf(line, {}, lang)]),
    ...(id === undefined ? [] : [cutEnd(safe(id), longestId)]),
  ]
  return where.length > 0 ? `${name} (${where.join(', ')})` : name
}

const longestId = 60

const fileOf = (path: string, lang: MessageLanguage): string =>
  path === stdinPath ? translate(lang, 'file.stdin') : safe(path)

/** «linje 4», or «avsnitt 4» in a file without lines. */
export const lineOf = (line: number | string, {unit}: Units, lang: MessageLanguage): string =>
  translate(lang, unit ? `place.${unit}` : 'place.line', {line})

/** «4:12», or «avsnitt 4 (tegn 12)» in a file without lines. */
export const positionOf = ({start: {line, column}}: Place, {unit}: Units, lang: MessageLanguage): string =>
  unit ? translate(lang, `place.${unit}Character`, {line, column}) : `${line}:${column}`

/** What is said of a finding that has no line in its file: the paragraph first. */
export const inParagraph = (
  text: string,
  place: Place | undefined,
  file: Units,
  lang: MessageLanguage,
): string => (file.unit && place ? `${sentenceCase(lineOf(place.start.line, file, lang))}: ${text}` : text)

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
