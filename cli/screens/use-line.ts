import {useReducer, useRef} from 'react'
import {type LineState, lineOf} from './line-editor.ts'

/**
 * The text and cursor of an input whose owner holds the text. It can be read at once after it is written, by the
 * next of several keys that come together.
 */
export const useLine = (
  value: string,
  onChange: (value: string) => void,
): {read(): LineState; write(next: LineState): void} => {
  const state = useRef(lineOf(value))
  const [, show] = useReducer((times: number) => times + 1, 0)
  if (state.current.text !== value) state.current = lineOf(value)
  return {
    read: () => state.current,
    write(next) {
      if (next === state.current) return
      const isOther = next.text !== state.current.text
      state.current = next
      show()
      if (isOther) onChange(next.text)
    },
  }
}
