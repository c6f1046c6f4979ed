import {Box, Text} from 'ink'
import {columns} from '../../../src/report/width.ts'
import {Rows} from '../Rows.tsx'
import {Line} from '../TextInput.tsx'
import type {Dialog} from './dialog.ts'

interface Props {
  dialog: Dialog
  width: number
  color: boolean
}

/** The question of the moment, below the panes. */
export const DialogRows = ({dialog: {above, line, below}, width, color}: Props) => (
  <>
    <Rows rows={above} color={color} />
    {line && (
      <Box>
        <Text>{`❯ ${line.before}`}</Text>
        <Line state={line.state} width={width - columns(line.before) - 3} color={color} hasCursor />
      </Box>
    )}
    <Rows rows={below} color={color} />
  </>
)
