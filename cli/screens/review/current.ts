import {type Proposal, proposalsOf} from '../../../src/draft/proposals.ts'
import type {Finding} from '../../../src/report/types.ts'
import type {Checked} from '../../review/checker.ts'
import {openFindings} from '../../review/findings.ts'
import {chosenIndex, type ScreenState} from './state.ts'

/** The pieces of a frame that both the keys and the drawing ask for. */
export interface Current {
  checked: Checked | undefined
  findings: Finding[]
  index: number
  finding: Finding | undefined
  proposals: Proposal[]
}

export const currentOf = (checked: Checked | undefined, state: ScreenState): Current => {
  const findings = checked ? openFindings(checked.report, state.filter) : []
  const index = chosenIndex(state, findings)
  const finding = findings[index]
  return {checked, findings, index, finding, proposals: finding ? proposalsOf(finding) : []}
}
