import validate from '../../schemas/baseline.schema.json?validator'
import type {Baseline, KnownFinding} from './types.ts'

const version = 1

/** Why a text is no list of known findings. */
export interface BadBaseline {
  problem: 'json' | 'version' | 'shape'
  /** Where and what, for a wrong shape. */
  reason: string
}

export const parseBaseline = (text: string): Baseline | BadBaseline => {
  const data = parseJson(text)
  if (data === undefined) return {problem: 'json', reason: ''}
  if (isNewer(data)) return {problem: 'version', reason: ''}
  if (validate(data)) return data as Baseline
  const {instancePath = '', message = ''} = validate.errors?.[0] ?? {}
  return {problem: 'shape', reason: `${instancePath} ${message}`.trim()}
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const isNewer = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'version' in data && Number(data.version) > version

/** One finding on each line, so that the changes of two people merge. */
export const formatBaseline = (findings: readonly KnownFinding[]): string => {
  const lines = findings.map(({file, ruleId, messageId, hash, count}) =>
    JSON.stringify({file, ruleId, messageId, hash, count}),
  )
  const list = lines.length > 0 ? `[\n    ${lines.join(',\n    ')}\n  ]` : '[]'
  return `{\n  "version": ${version},\n  "findings": ${list}\n}\n`
}
