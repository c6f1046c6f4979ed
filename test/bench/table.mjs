// Prints figures as they come, for people or as tables of Markdown.
const widths = {name: 46, cell: 16}

export const createPrinter = (isMarkdown) => {
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`)
  const aligned = ([name, ...cells]) =>
    console.log(name.padEnd(widths.name) + cells.map((cell) => cell.padStart(widths.cell)).join(''))
  const printer = {
    say: (text) => console.log(`\n${text}`),
    /** Begins a table; the first column has the names. */
    table(columns) {
      console.log()
      if (!isMarkdown) return aligned(columns)
      line(columns)
      line(columns.map((_column, i) => (i === 0 ? '---' : '---:')))
    },
    row: (cells) => (isMarkdown ? line(cells) : aligned(cells)),
  }
  /** For what would be too long for a page. */
  const details = isMarkdown ? {table: () => undefined, row: () => undefined} : printer
  return {...printer, details}
}

export const seconds = (value) => value.toFixed(value < 10 ? 3 : 1)
export const times = (value) => (value === undefined ? '' : `${value.toFixed(2)} ×`)
export const mebibytes = (value) => `${Math.round(value)} MiB`

/** What a figure was to be, and whether it is. */
export const barOf = (value, {most, least}) =>
  most === undefined
    ? `≥ ${least}: ${value >= least ? 'met' : 'not met'}`
    : `≤ ${most}: ${value <= most ? 'met' : 'not met'}`
