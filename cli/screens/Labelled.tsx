import {Box, Text, type TextProps} from 'ink'
import {columns, wrap} from '../../src/report/width.ts'

interface Props {
  label: string
  text: string
  width: number
  style?: TextProps
}

/** A label with a text that wraps beside it. */
export const Labelled = ({label, text, width, style = {}}: Props) => (
  <Box>
    <Box flexShrink={0}>
      <Text {...style}>{`${label}: `}</Text>
    </Box>
    <Text {...style}>{wrap(text, width - columns(label) - 2).join('\n')}</Text>
  </Box>
)
