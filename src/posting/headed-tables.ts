import {isSectionTitle, sectionsOfHeading} from '../vocabulary/index.ts'
import type {Line} from './line.ts'
import {type Cell, charsOf, isKnownLabel, isLabel, pairLines} from './rows.ts'
import type {Section} from './types.ts'

export type TableRow = readonly Cell[]

/**
 * The lines of a table whose first row tells what is in its columns; none for another table. Columns that are sections,
 * such as what is required and what is wished for, are lists under their heads. Else what each column is called stands
 * before its cells.
 *
 * @param isMarked the format marks the first row as a head
 */
export const headedLines = (rows: readonly TableRow[], isMarked: boolean): Line[] | undefined => {
  const [head, ...body] = rows
  if (!head || !hasHead(head, body, isMarked)) return undefined
  const isList = head.every(
    (cell, i) => isListed(cell) || (i === 0 && head.length > 2 && !isKnownLabel(cell)),
  )
  return isList
    ? listLines(head, body)
    : body.flatMap((row) => row.flatMap((cell, i) => pairOf(head[i]!, cell)))
}

const hasHead = (head: TableRow, body: readonly TableRow[], isMarked: boolean): boolean => {
  if (head.length < 2 || body.length === 0 || body.some((row) => row.length !== head.length)) return false
  if (!head.every((cell, i) => isHead(cell) || (i === 0 && cell.length === 0 && head.length > 2)))
    return false
  if (head.every(isListed)) return true
  if (body.every(([first]) => first && isKnownLabel(first))) return false
  const known = head.map((cell) => cell.length === 0 || isKnownLabel(cell) || isListed(cell))
  if (known.every(Boolean)) return true
  const alternates = known.every((isKnown, i) => isKnown === (i % 2 === 0))
  return head.length > 2 && !alternates && (isMarked || (isBold(head) && !body.some(isBold)))
}

const isHead = (cell: Cell): boolean => cell.length > 0 && isLabel(cell)

const isBold = (row: TableRow): boolean =>
  row.every((cell) => cell.every(({rank}) => rank !== undefined)) && row.some((cell) => cell.length > 0)

/** The sections that an ad tells of in lists. */
const listed: readonly Section[] = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper', 'vilkår']

const isListed = (cell: Cell): boolean => {
  const {text} = charsOf(cell)
  return isSectionTitle(text) && sectionsOfHeading(text).some((section) => listed.includes(section))
}

/** A column after the other; what a row is called stands in the first of them. */
const listLines = (head: TableRow, body: readonly TableRow[]): Line[] => {
  const isNamed = !isListed(head[0]!)
  return head.flatMap((cell, i) => {
    if (i === 0 && isNamed) return []
    const items = body.flatMap((row) => {
      const own = row[i]!
      return itemLines(i === 1 && isNamed && own.length > 0 ? pairLines(row[0]!, [own]) : own)
    })
    return [{...cell[0]!, chars: charsOf(cell), rank: 7, begins: true}, ...items]
  })
}

const itemLines = (cell: Cell): Line[] => cell.map(({chars}) => ({chars, item: true, begins: true, gap: 0}))

const pairOf = (head: Cell, cell: Cell): Line[] => pairLines(head, cell.length > 0 ? [cell] : [])
