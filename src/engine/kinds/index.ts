import {codeOf} from '../rules.ts'
import type {Check, Rule} from '../types.ts'
import {erklæring} from './erklaering.ts'
import {felt} from './felt.ts'
import {konsistens} from './konsistens.ts'
import {uttrykk} from './uttrykk.ts'

/** The function that checks a rule. */
export const checkOf = (rule: Rule): Check => {
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
