import {matchesIn} from '../../vocabulary/pattern.ts'
/** A part of a line with its place in it. */
export interface Piece {
  text: string
  start: number
}

/** The parts of a line of key facts: "Fast | Heltid | Lillevik". A line without separators is one part. */
export const piecesOf = (line: string): Piece[] => split(line, / [|·•] /gu)

/** The same, parted by commas, strokes and brackets, too: "Rådgiver (fast, 100 %)". */
export const smallPiecesOf = (line: string): Piece[] => split(line, / [|·•–-] | ?[,/()] ?/gu)

const split = (line: string, separators: RegExp): Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  for (const separator of matchesIn(line, separators)) {
    pieces.push({text: line.slice(start, separator.index), start})
    start = separator.index + separator[0].length
  }
  return [...pieces, {text: line.slice(start), start}]
}
