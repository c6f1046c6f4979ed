import {createLocator} from '../posting/place.ts'
import type {Place} from '../posting/types.ts'
import type {FileReport, Finding} from '../report/types.ts'
import type {Edit} from './edit.ts'

type Range = readonly [number, number]

/**
 * A report as it most likely is after an edit, until the draft is checked again: what touches the words that were
 * changed is left out, and all else is moved to where it stands now.
 *
 * @param source the draft after the edit
 */
export const shiftReport = (report: FileReport, edit: Edit, source: string): FileReport => {
  const locate = createLocator(source)
  const move = (place: Place): Place | undefined => {
    const range = moved([place.start.offset, place.end.offset], edit)
    return range && locate(...range)
  }
  return {
    ...report,
    fields: Object.fromEntries(
      Object.entries(report.fields).map(([name, occurrences]) => [
        name,
        occurrences.flatMap((occurrence) => {
          const place = move(occurrence.place)
          return place ? [{...occurrence, place}] : []
        }),
      ]),
    ),
    findings: report.findings.flatMap((finding) => shiftFinding(finding, edit, move)),
  }
}

const shiftFinding = (finding: Finding, edit: Edit, move: (place: Place) => Place | undefined): Finding[] => {
  const {place: old, fix, suggestions, ...rest} = finding
  const place = old && move(old)
  if (old && !place) return []
  const fixed = fix && moved(fix.range, edit)
  return [
    {
      ...rest,
      ...(place && {place}),
      ...(fixed && {fix: {...fix, range: [...fixed]}}),
      ...(suggestions && {
        suggestions: suggestions.flatMap((suggestion) => {
          const range = moved(suggestion.range, edit)
          return range ? [{...suggestion, range: [...range] as [number, number]}] : []
        }),
      }),
    },
  ]
}

/** Where a range of the old source stands in the new one; nothing when the edit touches it. */
const moved = ([start, end]: Range, {range: [from, to], text}: Edit): Range | undefined => {
  if (end <= from) return [start, end]
  if (start < to) return undefined
  const by = text.length - (to - from)
  return [start + by, end + by]
}
