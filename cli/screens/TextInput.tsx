import {Text} from 'ink'
import {editLine, type LineState, viewLine} from './line-editor.ts'
import {useKeys} from './use-keys.ts'
import {useLine} from './use-line.ts'

export interface InputProps {
  value: string
  onChange(value: string): void
  onSubmit(value: string): void
  /** Columns that a line may take; a longer one moves sideways. */
  width: number
  color: boolean
  /** Takes the keys and shows the cursor. */
  isActive?: boolean
  /** Keys that the owner handles, such as `up`. */
  ignored?: readonly string[]
}

/** One line that a person types. */
export const TextInput = ({isActive = true, ignored = [], ...props}: InputProps) => {
  const {value, onChange, onSubmit, width, color} = props
  const {read, write} = useLine(value, onChange)
  useKeys((key) => {
    if (ignored.includes(key.name)) return
    if (key.name === 'return') onSubmit(read().text)
    else write(editLine(read(), key))
  }, isActive)
  return <Line state={read()} width={width} color={color} hasCursor={isActive} />
}

interface LineProps {
  state: LineState
  width: number
  color: boolean
  hasCursor: boolean
}

/** Where nothing can be shown inverse, the cursor is a bar between the letters. */
const bar = '▏'

/** A line of text with its cursor. */
export const Line = ({state, width, color, hasCursor}: LineProps) => {
  const {before, at, after} = viewLine(state, hasCursor && !color ? width - 1 : width)
  if (!hasCursor) return <Text>{(before + at + after).trimEnd() || ' '}</Text>
  return (
    <Text>
      {before}
      {color ? <Text inverse>{at}</Text> : `${bar}${at}`}
      {after}
    </Text>
  )
}
