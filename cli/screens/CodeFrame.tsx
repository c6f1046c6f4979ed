import {Box, Text} from 'ink'
import type {FrameRow} from '../../src/report/frame.ts'
import {tone} from './tones.ts'

interface Props {
  rows: readonly FrameRow[]
  color: boolean
}

/** The words of a finding in their lines, with carets below, so that they also show without colour. */
export const CodeFrame = ({rows, color}: Props) => {
  const gutter = Math.max(0, ...rows.map((row) => row.number.length))
  const margin = (number: string) => <Text {...tone('dim', color)}>{`${number.padStart(gutter)} │ `}</Text>
  return (
    <Box flexDirection="column">
      {rows.map(({number, before, words, after, carets}, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places
        <Box key={index} flexDirection="column">
          <Text wrap="truncate">
            {margin(number)}
            {before}
            <Text {...tone('mark', color)}>{words}</Text>
            {after}
          </Text>
          {carets !== '' && (
            <Text wrap="truncate">
              {margin('')}
              <Text {...tone('strong', color)}>{carets}</Text>
            </Text>
          )}
        </Box>
      ))}
    </Box>
  )
}
