import {Box} from 'ink'
import {editLine, type LineState, lineOf} from './line-editor.ts'
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
  const {lines, line, column} = placeOf(read())
  const first = Math.max(0, Math.min(line - rows + 1, lines.length - rows))
  return (
    <Box flexDirection="column">
      {lines.slice(first, first + rows).map((text, i) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          key={first + i}
          state={first + i === line ? {text, cursor: column} : {...lineOf(text), cursor: 0}}
          width={width}
          color={color}
          hasCursor={isActive && first + i === line}
        />
      ))}
    </Box>
  )
}

const isAtEnd = ({text, cursor}: LineState): boolean =>
  cursor === text.length && (text === '' || text.endsWith('\n'))

const placeOf = ({text, cursor}: LineState): {lines: string[]; line: number; column: number} => {
  const above = text.slice(0, cursor).split('\n')
  return {lines: text.split('\n'), line: above.length - 1, column: above.at(-1)!.length}
}
