import type {Finding} from '../report/types.ts'

/**
 * Applies the fixes of the findings that are not waived, from the first on; one that overlaps an earlier
 * one is left for the next run.
 */
export const applyFixes = (
  source: string,
  findings: readonly Finding[],
): {fixed: string; applied: Finding[]} => {
  const wanted = findings
    .filter((finding) => finding.fix !== undefined && finding.waiver === undefined)
    .toSorted((one, other) => one.fix!.range[0] - other.fix!.range[0])
  const applied: Finding[] = []
  let end = 0
  let fixed = ''
  for (const finding of wanted) {
    const {range, text} = finding.fix!
    if (range[0] < end) continue
    fixed += source.slice(end, range[0]) + text
    end = range[1]
    applied.push(finding)
  }
  return {fixed: fixed + source.slice(end), applied}
}
