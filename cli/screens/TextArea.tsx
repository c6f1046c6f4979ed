import {Box} from 'ink'
import {editLine, type LineState, softRows} from './line-editor.ts'
import {type InputProps, Line} from './TextInput.tsx'
import {useKeys} from './use-keys.ts'
import {useLine} from './use-line.ts'

interface Props extends InputProps {
  /** How many lines are shown at once. */
  rows: number
}

/** Several lines that a person types; Enter on an empty last line submits them. */
export const TextArea = ({isActive = true, ignored = [], ...props}: Props) => {
  const {value, onChange, onSubmit, width, rows, color} = props
  const {read, write} = useLine(value, onChange)
  useKeys((key) => {
    if (ignored.includes(key.name)) return
    if (key.name !== 'return') write(editLine(read(), key, '\n'))
    else if (isAtEnd(read())) onSubmit(read().text.trimEnd())
    else write(editLine(read(), {name: 'paste', text: '\n'}, '\n'))
  }, isActive)
  const shown = visualRows(read(), width)
  const at = shown.findIndex(({cursor}) => cursor !== undefined)
  const first = Math.max(0, Math.min(at - rows + 1, shown.length - rows))
  return (
    <Box flexDirection="column">
      {shown.slice(first, first + rows).map(({text, cursor}, i) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
          key={first + i}
          state={{text, cursor: cursor ?? 0}}
          width={width}
          color={color}
          hasCursor={isActive && cursor !== undefined}
        />
      ))}
    </Box>
  )
}

const isAtEnd = ({text, cursor}: LineState): boolean =>
  cursor === text.length && (text === '' || text.endsWith('\n'))

interface VisualRow {
  text: string
  /** Where the cursor is, on the one row that has it. */
  cursor: number | undefined
}

/** The rows of a text as a terminal of a width shows them. */
const visualRows = ({text, cursor}: LineState, width: number): VisualRow[] => {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const at = cursor - start
    const hasCursor = at >= 0 && at <= line.length
    start += line.length + 1
    const rows = softRows(line, width)
    const here = hasCursor ? rows.findLastIndex((row) => row.start <= at) : -1
    return rows.map((row, i) => ({text: row.text, cursor: i === here ? at - row.start : undefined}))
  })
}
