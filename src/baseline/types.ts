/** Findings of one file that agree in all that tells findings apart. */
export interface KnownFinding {
  /** Relative to the folder of the list, with forward slashes. */
  file: string
  ruleId: string
  messageId: string
  /** Of the words and those beside them, so that the list holds no text of the ad. */
  hash: string
  count: number
}

/** The list of known findings, as `schemas/baseline.schema.json` describes it. */
export interface Baseline {
  version: 1
  findings: KnownFinding[]
}
