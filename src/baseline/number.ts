import {createHash} from 'node:crypto'
import type {Finding} from '../report/types.ts'
import {fingerprint} from './fingerprint.ts'

/** Tells the findings of a file apart, wherever they have moved; equal ones by their order. */
export const createNumberer = (source: string): ((finding: Finding) => string) => {
  const counts = new Map<string, number>()
  return (finding) => {
    const parts = [finding.ruleId, finding.messageId, fingerprint(finding, source)]
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    return `${hash}:${count}`
  }
}
