import type {FileReport, Report, UsedWaiver} from './types.ts'

/** Counts the findings of all files; one that is waived or known counts as that only. */
export const summarise = (files: readonly FileReport[]): Report['summary'] => {
  const findings = files.flatMap((file) => file.findings)
  const counted = findings.filter(({waiver, known}) => waiver === undefined && !known)
  const count = (severity: string): number =>
    counted.filter((finding) => finding.severity === severity).length
  return {
    files: files.length,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    waived: findings.filter(({waiver}) => waiver !== undefined).length,
    known: findings.filter(({known}) => known).length,
    fixable: counted.filter(({fix}) => fix !== undefined).length,
  }
}

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
