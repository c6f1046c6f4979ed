import type {Rule} from '../../src/engine/types.ts'
import {kindAt} from '../kind.ts'
import {Problem} from '../problem.ts'

/** What is to be explained: a rule, a place in an ad, or what a rule makes of an ad. */
export type Target =
  | {kind: 'rule'; ruleId: string}
  | {kind: 'place'; path: string; line: number; column?: number}
  | {kind: 'verdict'; path: string; ruleId: string}

const place = /^(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/s

/** @throws Problem when the arguments name neither */
export const readTarget = (
  subject: string | undefined,
  ruleId: string | undefined,
  rules: readonly Rule[],
): Target => {
  const isRule = (name: string): boolean => rules.some(({id}) => id === name)
  if (subject === undefined) throw new Problem('explain.what')
  if (ruleId !== undefined) {
    const isTurned = isRule(subject) && !isRule(ruleId)
    return isTurned
      ? {kind: 'verdict', path: ruleId, ruleId: subject}
      : {kind: 'verdict', path: subject, ruleId}
  }
  if (isRule(subject)) return {kind: 'rule', ruleId: subject}
  if (kindAt(subject) === 'file') throw new Problem('explain.where', {path: subject})
  const match = place.exec(subject)
  if (!match) return {kind: 'rule', ruleId: subject}
  const [, path, line, column] = match
  return {kind: 'place', path: path!, line: Number(line), ...(column && {column: Number(column)})}
}
