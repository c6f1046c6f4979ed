import type {FileReport, Finding, Report} from '../report/types.ts'
import {fingerprint} from './fingerprint.ts'
import type {KnownFinding} from './types.ts'

/** A file that was checked, with its source and its name in the list. */
export interface Checked {
  name: string
  file: FileReport
  source: string
}

type Key = Omit<KnownFinding, 'count'>
type Gone = NonNullable<Report['baseline']>['gone']

/** What tells findings apart, as one text; the list is sorted by it. */
const keyOf = ({file, ruleId, messageId, hash}: Key): string => [file, ruleId, messageId, hash].join('\0')

/** Equal entries, as a merge may leave them, are one. */
const countsOf = (findings: readonly KnownFinding[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const key = keyOf(finding)
    counts.set(key, Math.max(finding.count, counts.get(key) ?? 0))
  }
  return counts
}

const sorted = (findings: readonly KnownFinding[]): KnownFinding[] => {
  const keyed = findings.map((finding) => [keyOf(finding), finding] as const)
  return keyed.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, finding]) => finding)
}

/** The list of what is found and not waived. */
export const listFindings = (checked: readonly Checked[]): KnownFinding[] => {
  const byKey = new Map<string, KnownFinding>()
  for (const {name, file, source} of checked) {
    for (const finding of file.findings) {
      if (finding.waiver !== undefined) continue
      const {ruleId, messageId} = finding
      const key = {file: name, ruleId, messageId, hash: fingerprint(finding, source)}
      const count = byKey.get(keyOf(key))?.count ?? 0
      byKey.set(keyOf(key), {...key, count: count + 1})
    }
  }
  return sorted([...byKey.values()])
}

/**
 * The findings with those marked that the list holds; of equal ones those that are known already, then the first, as
 * many as the list counts.
 */
export const markKnown = (checked: readonly Checked[], known: readonly KnownFinding[]): FileReport[] => {
  const left = countsOf(known)
  return checked.map(({name, file, source}) => {
    const isListed = (finding: Finding): boolean => {
      if (finding.waiver !== undefined) return false
      const key = keyOf({...finding, file: name, hash: fingerprint(finding, source)})
      const count = left.get(key) ?? 0
      left.set(key, Math.max(0, count - 1))
      return count > 0
    }
    const findings = [...file.findings]
    const numbered = [...findings.entries()]
    const knownFirst = numbered.toSorted(([, one], [, other]) => Number(!one.known) - Number(!other.known))
    for (const [i, finding] of knownFirst) if (isListed(finding)) findings[i] = {...finding, known: true}
    return {...file, findings}
  })
}

/** What the first list has more of than the second, counted by file and rule. */
export const difference = (one: readonly KnownFinding[], other: readonly KnownFinding[]): Gone => {
  const counts = countsOf(other)
  const more = new Map<string, Gone[number]>()
  for (const [key, count] of countsOf(one)) {
    const [file = '', ruleId = ''] = key.split('\0')
    const surplus = count - (counts.get(key) ?? 0)
    if (surplus <= 0) continue
    const entry = more.get(`${file}\0${ruleId}`) ?? {file, ruleId, count: 0}
    more.set(`${file}\0${ruleId}`, {...entry, count: entry.count + surplus})
  }
  return [...more.values()]
}

/** The list for the files as they are now; `isOther` holds for files that were not checked and keep their entries. */
export const updated = (
  old: readonly KnownFinding[],
  found: readonly KnownFinding[],
  isOther: (file: string) => boolean,
): KnownFinding[] => sorted([...old.filter(({file}) => isOther(file)), ...found])
