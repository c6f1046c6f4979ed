import {Box, Text} from 'ink'
import {safe} from '../../../src/report/safe.ts'
import {columns, cutEnd} from '../../../src/report/width.ts'
import {sayReview} from '../../review/texts.ts'
import {Rows} from '../Rows.tsx'
import type {Row} from '../spans.ts'
import {Line} from '../TextInput.tsx'
import type {ReviewController} from './controller.ts'

interface Props {
  controller: ReviewController
  width: number
  color: boolean
}

/** Rows that the question of the moment takes. */
export const dialogHeight = (controller: ReviewController): number => {
  if (controller.session.state.disk?.kind === 'conflict') return 3
  const {name} = controller.store.get().mode
  return name === 'waive' || name === 'insert' ? 3 : name === 'leave' ? 2 : 0
}

/** The question of the moment, below the panes. */
export const Dialog = ({controller, width, color}: Props) => {
  const {lang} = controller.host
  const {mode} = controller.store.get()
  const say = (key: string): string => sayReview(lang, key)
  if (controller.session.state.disk?.kind === 'conflict') {
    const keys: [string, string][] = [
      ['m', 'conflict.mine'],
      ['f', 'conflict.file'],
    ]
    return (
      <Rows
        rows={[title(say('conflict.title')), choices(keys, say), [{text: say('conflict.hint')}]]}
        color={color}
      />
    )
  }
  if (mode.name === 'leave') {
    const keys: [string, string][] = [
      ['s', 'leave.save'],
      ['x', 'leave.discard'],
      ['Esc', 'leave.stay'],
    ]
    return <Rows rows={[title(say('leave.title')), choices(keys, say)]} color={color} />
  }
  if (mode.name !== 'waive' && mode.name !== 'insert') return null
  const blank = mode.name === 'insert' ? controller.form()?.blanks[mode.answers.length] : undefined
  const question = blank
    ? `${say('insert.ask')} ${safe(blank.hint)}`
    : say(mode.name === 'waive' && mode.reason !== undefined ? 'waive.until' : 'waive.ask')
  const before = cutEnd(safe(blank?.before.trimStart() ?? ''), Math.floor(width / 2))
  const below = mode.flaw ?? say(`${mode.name}.hint`)
  return (
    <Box flexDirection="column">
      <Rows rows={[title(question)]} color={color} />
      <Box>
        <Text>{`❯ ${before}`}</Text>
        <Line state={mode.line} width={width - columns(before) - 3} color={color} hasCursor />
      </Box>
      <Rows rows={[[{text: below, tone: mode.flaw ? 'strong' : 'dim'}]]} color={color} />
    </Box>
  )
}

const title = (text: string): Row => [{text, tone: 'strong'}]

const choices = (keys: readonly [key: string, text: string][], say: (key: string) => string): Row =>
  keys.flatMap(([key, text]): Row => [{text: key, tone: 'strong'}, {text: ` ${say(text)}   `}])
