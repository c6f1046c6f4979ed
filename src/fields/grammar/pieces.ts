/** A part of a line with its place in it. */
export interface Piece {
  text: string
  start: number
}

/** The parts of a line of key facts: "Fast | Heltid | Lillevik". A line without separators is one part. */
export const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  for (const separator of line.matchAll(/ [|·•] /gu)) {
    pieces.push({text: line.slice(start, separator.index), start})
    start = separator.index + separator[0].length
  }
  return [...pieces, {text: line.slice(start), start}]
}
