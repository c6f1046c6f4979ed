import {blanksIn, proposalsOf} from '../draft/proposals.ts'
import type {Severity} from '../engine/types.ts'
import {createLocator, lastAtOrBefore} from '../posting/place.ts'
import type {Point} from '../posting/types.ts'
import {inertJson} from './active.ts'
import {inertText} from './escape-markdown.ts'
import {inParagraph} from './naming.ts'
import {repositoryPath} from './paths.ts'
import {openFindings} from './pick.ts'
import {firstAddress, sourceLine, sourceTitle} from './sources.ts'
import type {FileReport, Finding, Reporter, ReporterContext} from './types.ts'

const severities: Readonly<Record<Severity, string>> = {error: 'ERROR', warning: 'WARNING', info: 'INFO'}
const mostSuggestions = 3

interface Range {
  start: {line: number; column: number}
  end: {line: number; column: number}
}

/** Turns offsets of a source into a range, whose columns count bytes of UTF-8. */
const createRanger = (source: string): ((start: number, end: number) => Range) => {
  const locate = createLocator(source)
  const bytesBefore = createByteCounter(source)
  const position = ({line, column, offset}: Point) => ({
    line,
    column: bytesBefore(offset) - bytesBefore(offset - column + 1) + 1,
  })
  return (from, to) => {
    const {start, end} = locate(from, to)
    return {start: position(start), end: position(end)}
  }
}

/** Code units between two places whose bytes are counted once. */
const stride = 1024

/** Counts the bytes of UTF-8 before an offset of a source, which may be one endless line. */
const createByteCounter = (source: string): ((offset: number) => number) => {
  const starts = [0]
  const counts = [0]
  for (let at = stride; at < source.length; at += stride) {
    const start = isInPair(source, at) ? at - 1 : at
    counts.push(counts.at(-1)! + Buffer.byteLength(source.slice(starts.at(-1), start)))
    starts.push(start)
  }
  return (offset) => {
    const nearest = lastAtOrBefore(starts, offset)
    return counts[nearest]! + Buffer.byteLength(source.slice(starts[nearest], offset))
  }
}

const isInPair = (source: string, at: number): boolean => /[\udc00-\udfff]/.test(source.charAt(at))

/** Where the words stand, or where what is missing belongs, on a line that there is. */
const offsetsOf = (
  {place, suggestions = []}: Finding,
  source: string,
): readonly [number, number] | undefined => {
  if (place) return [place.start.offset, place.end.offset]
  if (!suggestions[0]) return undefined
  const offset = Math.min(suggestions[0].range[0], source.trimEnd().length)
  return [offset, offset]
}

/** One click takes a suggestion into the ad, so there must be nothing left to fill in. */
const suggestionsOf = (finding: Finding, rangeOf: ReturnType<typeof createRanger>): object[] =>
  proposalsOf(finding)
    .filter(({edit}) => blanksIn(edit.text).length === 0)
    .slice(0, mostSuggestions)
    .map(({edit}) => ({range: rangeOf(...edit.range), text: edit.text}))

const diagnostics = (file: FileReport, context: ReporterContext): object[] => {
  const path = repositoryPath(file.path)
  const source = context.sources.get(file.path) ?? ''
  const rangeOf = createRanger(source)
  return openFindings(file, context).map((finding) => {
    const offsets = file.unit ? undefined : offsetsOf(finding, source)
    const suggestions = file.readOnly ? [] : suggestionsOf(finding, rangeOf)
    const url = firstAddress(finding)
    return {
      message: [
        inertText(inParagraph(finding.message, finding.place, file, context.lang)),
        ...sourceLine(finding, context, sourceTitle),
      ].join('\n'),
      location: {path, ...(offsets && {range: rangeOf(...offsets)})},
      severity: severities[finding.severity],
      code: {value: finding.ruleId, ...(url !== undefined && {url})},
      ...(suggestions.length > 0 && {suggestions}),
    }
  })
}

/** For reviewdog, which writes comments with suggestions on pull requests at GitHub, GitLab, Bitbucket and Gitea. */
export const rdjson: Reporter = {
  name: 'rdjson',
  render(report, context) {
    const result = {
      source: {name: report.tool.name},
      diagnostics: report.files.flatMap((file) => diagnostics(file, context)),
    }
    return `${inertJson(JSON.stringify(result, null, 2))}\n`
  },
}
