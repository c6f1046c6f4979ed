import {Box, Text} from 'ink'
import type {ChecklistRow} from '../../src/report/view.ts'
import {columns, wrap} from '../../src/report/width.ts'
import {tone} from './tones.ts'

interface Props {
  rows: readonly ChecklistRow[]
  width: number
  color: boolean
}

const tones = {found: 'good', missing: 'strong', portal: 'dim'} as const
const twoColumnsFrom = 96

/** The fields of an ad: found with its value, missing, or left to the portal. In two columns when wide. */
export const Checklist = ({rows, width, color}: Props) => {
  const count = width >= twoColumnsFrom ? 2 : 1
  const height = Math.ceil(rows.length / count)
  const parts = count === 1 ? [rows] : [rows.slice(0, height), rows.slice(height)]
  const column = Math.floor(width / count) - (count - 1)
  const labels = Math.max(0, ...rows.map((row) => columns(row.label))) + 2
  return (
    <Box columnGap={2}>
      {parts.map((part) => (
        <Box key={part[0]?.label ?? ''} flexDirection="column" width={column}>
          {part.map(({state, symbol, label, value}) => (
            <Box key={label}>
              <Box width={2} flexShrink={0}>
                <Text {...tone(tones[state], color)}>{symbol}</Text>
              </Box>
              <Box width={labels} flexShrink={0}>
                <Text>{label}</Text>
              </Box>
              <Text {...(state === 'found' ? {} : tone(tones[state], color))}>
                {wrap(value, column - labels - 2).join('\n')}
              </Text>
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  )
}
