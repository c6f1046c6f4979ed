import {inertText} from './escape-markdown.ts'
import {translate} from './texts.ts'
import type {Finding, ReporterContext, SourceReference} from './types.ts'
import {webAddress} from './web-address.ts'

/** The sources of a finding as one line, each written in the manner of the format; no line when there are none. */
export const sourceLine = (
  {sources}: Pick<Finding, 'sources'>,
  {lang}: Pick<ReporterContext, 'lang'>,
  write: (source: SourceReference, index: number) => string,
): string[] =>
  sources.length === 0 ? [] : [`${translate(lang, 'finding.source')}: ${sources.map(write).join('; ')}`]

export const sourceTitle = ({title}: SourceReference): string => inertText(title)

export const titleAndAddress = ({title, url}: SourceReference): string => {
  const address = webAddress(url ?? '')
  return inertText(title) + (address === undefined ? '' : ` <${address}>`)
}

/** The address of the first source that has one. */
export const firstAddress = ({sources}: Pick<Finding, 'sources'>): string | undefined =>
  sources.flatMap(({url}) => webAddress(url ?? '') ?? [])[0]
