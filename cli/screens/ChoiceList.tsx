import {Box, Text} from 'ink'
import {useReducer, useRef} from 'react'
import {columns, cutEnd} from '../../src/report/width.ts'
import type {Key} from './keys.ts'
import {tone} from './tones.ts'
import {useKeys} from './use-keys.ts'

export interface ListedChoice {
  label: string
  hint?: string
}

interface Props {
  choices: readonly ListedChoice[]
  /** The place of the choice that stands ready; of several, those that are ticked. */
  ready: readonly number[]
  /** Any number of them may be chosen. */
  isMany: boolean
  onSubmit(chosen: number[]): void
  width: number
  /** How many choices are shown at once. */
  rows: number
  color: boolean
  isActive?: boolean
}

interface ListState {
  at: number
  ticked: ReadonlySet<number>
  /** The digits of a number that is being typed. */
  digits: string
}

/** Choices to walk through with arrows, j and k or by number. */
export const ChoiceList = ({isActive = true, ...props}: Props) => {
  const {choices, ready, isMany, onSubmit, width, rows, color} = props
  const [, show] = useReducer((times: number) => times + 1, 0)
  const state = useRef<ListState>({at: ready[0] ?? 0, ticked: new Set(ready), digits: ''})
  useKeys((key) => {
    if (key.name === 'return') return onSubmit(chosenIn(state.current, isMany))
    state.current = walk(state.current, key, choices.length, isMany)
    show()
  }, isActive)
  const {at, ticked} = state.current
  const first = Math.max(0, Math.min(at - Math.floor(rows / 2), choices.length - rows))
  const shown = choices.slice(first, first + rows)
  const markOf = (i: number): string => {
    if (first + i === at) return '›'
    if (i === 0 && first > 0) return '↑'
    return i === shown.length - 1 && first + i < choices.length - 1 ? '↓' : ' '
  }
  return (
    <Box flexDirection="column">
      {shown.map((choice, i) => (
        <ChoiceRow
          key={choice.label}
          choice={choice}
          number={`${first + i + 1}`.padStart(`${choices.length}`.length)}
          box={isMany ? (ticked.has(first + i) ? '[x] ' : '[ ] ') : ''}
          mark={markOf(i)}
          isAt={first + i === at}
          width={width}
          color={color}
        />
      ))}
    </Box>
  )
}

interface RowProps {
  choice: ListedChoice
  number: string
  box: string
  /** Where the person is, or that there are more above or below. */
  mark: string
  isAt: boolean
  width: number
  color: boolean
}

const ChoiceRow = ({choice: {label, hint}, number, box, mark, isAt, width, color}: RowProps) => {
  const start = cutEnd(`${mark} ${number} ${box}${label}`, width)
  const room = width - columns(start) - 2
  return (
    <Text>
      <Text {...(isAt ? tone('strong', color) : {})}>{start}</Text>
      {hint && room > 3 && <Text {...tone('dim', color)}>{`  ${cutEnd(hint, room)}`}</Text>}
    </Text>
  )
}

const steps: Record<string, number> = {up: -1, k: -1, down: 1, j: 1, pageup: -10, pagedown: 10}

/** What a key makes of the list. A run of letters that came at once is taken letter by letter. */
const walk = (state: ListState, key: Key, count: number, isMany: boolean): ListState =>
  key.name === 'text'
    ? [...key.text!].reduce((one, letter) => press(one, letter, count, isMany), state)
    : press(state, key.name, count, isMany)

const press = (state: ListState, name: string, count: number, isMany: boolean): ListState => {
  if (/^\d$/.test(name)) return byNumber(state, name, count)
  const {at, ticked} = state
  const rest = {...state, digits: ''}
  if (name === 'home') return {...rest, at: 0}
  if (name === 'end') return {...rest, at: count - 1}
  if (name === ' ' && isMany) return {...rest, ticked: toggled(ticked, at)}
  const step = steps[name] ?? 0
  return {...rest, at: Math.max(0, Math.min(count - 1, at + step))}
}

/** `1` and then `2` is the twelfth, where there are so many. */
const byNumber = (state: ListState, digit: string, count: number): ListState => {
  const digits = [state.digits + digit, digit].find((one) => Number(one) >= 1 && Number(one) <= count)
  return digits === undefined ? {...state, digits: ''} : {...state, at: Number(digits) - 1, digits}
}

const toggled = (ticked: ReadonlySet<number>, at: number): Set<number> => {
  const next = new Set(ticked)
  if (!next.delete(at)) next.add(at)
  return next
}

const chosenIn = ({at, ticked}: ListState, isMany: boolean): number[] =>
  isMany ? [...ticked].toSorted((one, other) => one - other) : [at]
