/** How the parts of the screen share it; all in columns and rows. */
export interface Layout {
  width: number
  /** Rows of the whole frame: one less than the terminal has, since a frame that fills it makes it scroll. */
  height: number
  checklist: number
  /** Whether lines part the header and the footer from the panes. */
  hasLines: boolean
  isSideBySide: boolean
  draft: {width: number; height: number}
  findings: {width: number; height: number}
}

const sideBySideFrom = 90
const linesFrom = 16
const checklistFrom = 18
const tallFrom = 26
const gap = 3

/** @param dialog rows that a question takes below the panes */
export const layOut = (columns: number, rows: number, dialog: number): Layout => {
  const height = rows - 1
  const hasLines = height >= linesFrom
  const checklist = height >= tallFrom ? 2 : height >= checklistFrom ? 1 : 0
  const body = Math.max(2, height - 1 - checklist - (hasLines ? 2 : 0) - 1 - dialog)
  const isSideBySide = columns >= sideBySideFrom
  const common = {width: columns, height, checklist, hasLines, isSideBySide}
  if (isSideBySide) {
    const left = Math.floor((columns - gap) * 0.56)
    return {
      ...common,
      draft: {width: left, height: body},
      findings: {width: columns - gap - left, height: body},
    }
  }
  const top = Math.max(1, Math.floor((body - 1) * 0.4))
  return {
    ...common,
    draft: {width: columns, height: top},
    findings: {width: columns, height: Math.max(1, body - 1 - top)},
  }
}
