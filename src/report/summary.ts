import {isOpen} from './pick.ts'
import type {FileReport, Report, UsedWaiver} from './types.ts'

/** Counts the findings of all files; one that is waived or known counts as that only. */
export const summarise = (files: readonly FileReport[]): Report['summary'] => {
  const findings = files.flatMap((file) => file.findings)
  const counted = findings.filter(isOpen)
  const count = (severity: string): number =>
    counted.filter((finding) => finding.severity === severity).length
  return {
    files: files.length,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    waived: findings.filter(({waiver}) => waiver !== undefined).length,
    known: findings.filter(({known}) => known).length,
    fixable: files.reduce((sum, file) => sum + fixableIn(file), 0),
  }
}

/** A file that cannot be written has findings that could be fixed elsewhere only. */
const fixableIn = ({findings, readOnly}: FileReport): number =>
  readOnly === undefined
    ? findings.filter((finding) => isOpen(finding) && finding.fix !== undefined).length
    : 0

/** What the employer has decided to let stand, in the order of the files. */
export const usedWaivers = (files: readonly FileReport[]): UsedWaiver[] =>
  files.flatMap(({path, findings}) =>
    findings.flatMap(({ruleId, place, actual, waiver}) =>
      waiver === undefined
        ? []
        : {
            file: path,
            ...(place && {line: place.start.line}),
            ruleId,
            ...(actual !== undefined && {actual}),
            ...waiver,
          },
    ),
  )
