import {BadInput} from '../bad-input.ts'
import {findAds, givenLines, linesOfAd} from '../data/ads.ts'
import type {FormField} from '../data/formats.ts'
import {parseJson} from '../data/json.ts'
import type {Line} from '../line.ts'
import type {Reading} from '../reader.ts'
import type {HtmlLines} from './index.ts'

/** A text with fewer letters is what a page shows before its program has run. */
const shortestAd = 200

const title: FormField = {label: 'Stillingstittel', parts: ['title']}

/**
 * What a page says of its ad to search engines (JSON-LD) are form fields. The text there is read when the page itself
 * has none.
 */
export const withForm = (
  source: string,
  {data, comments: _comments, ...page}: HtmlLines,
): Pick<Reading, 'lines' | 'links' | 'profile' | 'markup'> => {
  const ads = data.flatMap((range) => adsIn(source, range))
  const ad = ads.length === 1 ? ads[0]! : undefined
  if (!ad) return {...page, profile: {}}
  const {node, format} = ad
  const said = linesOfAd(node, format)
  if (sizeOf(page.lines) < shortestAd) return {...said, markup: page.markup}
  const given = [title, ...format.fields].flatMap((field) => givenLines(node, field))
  if (given[0]) given[0].gap = 1
  return {...page, lines: inserted(given, page.lines), profile: said.profile}
}

/** Data that cannot be read is of no use to search engines either. */
const adsIn = (source: string, [start, end]: [number, number]): ReturnType<typeof findAds> => {
  try {
    return findAds(parseJson(source, start, end)).filter(({format}) => format.name === 'schema-org')
  } catch (error) {
    if (error instanceof BadInput) return []
    throw error
  }
}

const sizeOf = (lines: readonly Line[]): number => lines.reduce((sum, {chars}) => sum + chars.text.length, 0)

/** Where they stand in the source, which is mostly before the text. */
const inserted = (given: readonly Line[], lines: readonly Line[]): Line[] => {
  const start = given[0]?.chars.from[0] ?? 0
  const next = lines.findIndex(({chars}) => chars.from[0]! > start)
  return next < 0 ? [...lines, ...given] : [...lines.slice(0, next), ...given, ...lines.slice(next)]
}
