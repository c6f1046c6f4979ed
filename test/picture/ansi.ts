export interface Style {
  bold: boolean
  dim: boolean
  underline: boolean
  inverse: boolean
  /** 0–7, the colours of a terminal; undefined for its own. */
  ink: number | undefined
  paper: number | undefined
}

/** Cells of one row in one style. */
export interface Run {
  column: number
  text: string
  style: Style
}

const plain: Style = {
  bold: false,
  dim: false,
  underline: false,
  inverse: false,
  ink: undefined,
  paper: undefined,
}

const codes: Record<number, Partial<Style>> = {
  0: plain,
  1: {bold: true},
  2: {dim: true},
  4: {underline: true},
  7: {inverse: true},
  22: {bold: false, dim: false},
  24: {underline: false},
  27: {inverse: false},
  39: {ink: undefined},
  49: {paper: undefined},
}

const change = (code: number): Partial<Style> => {
  if (code >= 30 && code <= 37) return {ink: code - 30}
  if (code >= 40 && code <= 47) return {paper: code - 40}
  const known = codes[code]
  if (!known) throw new Error(`No meaning is known for the code ${code}`)
  return known
}

/** The runs of each row; a style holds until it is changed, also over the end of a row. */
export const readRows = (rows: readonly string[]): Run[][] => {
  let style = plain
  return rows.map((row) => {
    const runs: Run[] = []
    let column = 0
    for (const part of row.split(/(\x1b\[[\d;]*m)/)) {
      if (part.startsWith('\x1b')) {
        for (const code of part.slice(2, -1).split(';')) style = {...style, ...change(Number(code))}
      } else if (part !== '') {
        runs.push({column, text: part, style})
        column += part.length
      }
    }
    return runs
  })
}
