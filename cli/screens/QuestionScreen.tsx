import {Box, Text} from 'ink'
import {type ReactNode, useEffect} from 'react'
import {widestProse, wrap} from '../../src/report/width.ts'
import {tone} from './tones.ts'

export interface QuestionLayout {
  width: number
  /** The height that the whole frame may have. */
  rows: number
  color: boolean
}

interface Props extends QuestionLayout {
  label: string
  hint: string | undefined
  progress: string | undefined
  /** What is wrong with the answer so far. */
  flaw?: string | undefined
  /** The keys, told at the bottom. */
  keys: readonly string[]
  /** Called when all of it is there and takes keys. */
  onReady(): void
  /** What the person answers in, given the lines that are left for it. */
  children(rows: number): ReactNode
}

/** One question: what is asked, where it is answered, what is wrong, which keys there are. */
export const QuestionScreen = ({label, hint, progress, flaw, keys, onReady, children, ...layout}: Props) => {
  const {width, rows, color} = layout
  useEffect(onReady, [onReady])
  const lines = (text: string | undefined, most: number, room = width): string[] =>
    text ? wrap(text, Math.min(room, widestProse)).slice(0, Math.max(0, most)) : []
  const asked = lines(label, rows - 3)
  const told = keyLines(keys, width).slice(0, rows > 8 ? 3 : 1)
  const wrong = lines(flaw, Math.max(1, rows - asked.length - told.length - 3), width - 4)
  const used = asked.length + told.length + wrong.length + (progress ? 1 : 0)
  const hints = cutLines(lines(hint, rows), rows - used - 3)
  const isRoomy = rows - used - hints.length > 8
  return (
    <Box flexDirection="column" width={width}>
      {progress && <Text {...tone('dim', color)}>{progress}</Text>}
      <Text {...tone('strong', color)}>{asked.join('\n')}</Text>
      {hints.length > 0 && <Text {...tone('dim', color)}>{hints.join('\n')}</Text>}
      {children(Math.max(1, rows - used - hints.length - (isRoomy ? 1 : 0)))}
      {wrong.length > 0 && (
        <Text>{wrong.map((line, i) => `${i === 0 ? '  ! ' : '    '}${line}`).join('\n')}</Text>
      )}
      <Box marginTop={isRoomy ? 1 : 0}>
        <Text {...tone('dim', color)}>{told.join('\n')}</Text>
      </Box>
    </Box>
  )
}

/** The first lines of a text, `…` for what is left out. */
const cutLines = (lines: readonly string[], most: number): string[] =>
  lines.length <= most
    ? [...lines]
    : lines.slice(0, Math.max(0, most)).map((line, i) => (i === most - 1 ? line.replace(/.?$/, '…') : line))

/** The keys side by side, each on one line. */
const keyLines = (keys: readonly string[], width: number): string[] =>
  wrap(keys.map((key) => key.replaceAll(' ', '\u00a0')).join(' · '), width).map((line) =>
    line.replace(/^· | ·$/g, ''),
  )
