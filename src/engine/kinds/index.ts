import {codeOf} from '../rules.ts'
import type {Check, Rule} from '../types.ts'
import {erklæring} from './erklaering.ts'
import {felt} from './felt.ts'
import {konsistens} from './konsistens.ts'
import {uttrykk} from './uttrykk.ts'

const checks = new WeakMap<Rule, Check>()

/** The function that checks a rule; it is made once. */
export const checkOf = (rule: Rule): Check => {
  const check = checks.get(rule) ?? createCheck(rule)
  checks.set(rule, check)
  return check
}

const createCheck = (rule: Rule): Check => {
  switch (rule.kind) {
    case 'felt':
      return felt(rule)
    case 'erklæring':
      return erklæring(rule)
    case 'konsistens':
      return konsistens(rule)
    case 'uttrykk':
      return uttrykk(rule)
    case 'kode':
      return codeOf(rule.id)
    case 'unntak':
      return () => []
  }
}
