/** A part of a Markdown file that is parsed by itself. */
export interface Piece {
  text: string
  /** Letters before it. */
  offset: number
  /** Lines that end before it. */
  lines: number
}

/** Letters of a piece: it ends at the first good place after `least`, and anywhere at `most`. */
export interface Size {
  least: number
  most: number
}

/** The parser takes the square of the time, and a kilobyte of memory for a letter of some texts. No ad is so long. */
const usual: Size = {least: 30_000, most: 60_000}

/**
 * Parts of a file in order, cut where a block begins that has nothing to do with what is before it. Only a link by
 * reference does not find its address in another piece, and code within a list may be taken for text.
 */
export function* piecesOf(source: string, {least, most}: Size = usual): Generator<Piece> {
  const blocks = new Blocks()
  let offset = 0
  let lines = 0
  let passed = 0
  const piece = (end: number): Piece => {
    const done = {text: source.slice(offset, end), offset, lines}
    offset = end
    lines = passed
    return done
  }
  for (const {start, end} of linesOf(source)) {
    const begins = blocks.next(source.slice(start, end))
    if (start > offset && (end - offset > most || (begins && start - offset >= least))) yield piece(start)
    while (end - offset > most) yield piece(afterBlank(source, offset, offset + most))
    passed++
  }
  if (offset < source.length || offset === 0) yield piece(source.length)
}

function* linesOf(source: string): Generator<{start: number; end: number}> {
  const ending = /\r\n|\r|\n/g
  for (let start = 0; start < source.length; start = ending.lastIndex) {
    if (!ending.test(source)) ending.lastIndex = source.length
    yield {start, end: ending.lastIndex}
    if (ending.lastIndex === source.length) return
  }
}

/** Where a line may be cut: after the last blank, or at the end where there is none. */
const afterBlank = (source: string, start: number, end: number): number => {
  const blank = source.lastIndexOf(' ', end - 1)
  return blank > start ? blank + 1 : end
}

/** Tells of line after line whether a block begins with it. */
class Blocks {
  #isAfterBlank = true
  #isFrontMatter: boolean | undefined
  #fence = ''

  next(line: string): boolean {
    const isAfterBlank = this.#isAfterBlank
    this.#isAfterBlank = /^[ \t\r\n]*$/.test(line)
    if (this.#isInFrontMatter(line)) return false
    const isOpen = this.#fence !== ''
    this.#readFence(line)
    return !isOpen && (/^[-+*] \S/.test(line) || (isAfterBlank && /^\S/.test(line)))
  }

  #isInFrontMatter(line: string): boolean {
    const isMark = /^---[ \t]*$/.test(line.trimEnd())
    const wasIn = this.#isFrontMatter
    this.#isFrontMatter = wasIn === undefined ? isMark : wasIn && !isMark
    return wasIn === true || this.#isFrontMatter
  }

  #readFence(line: string): void {
    const [, fence = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})([^\r\n]*)/.exec(line) ?? []
    if (this.#fence === '') {
      if (fence.startsWith('~') || !rest.includes('`')) this.#fence = fence
    } else if (fence.startsWith(this.#fence) && rest.trim() === '') this.#fence = ''
  }
}
