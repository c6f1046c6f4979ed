import {Text} from 'ink'
import type {Row} from './spans.ts'
import {tone} from './tones.ts'

interface Props {
  rows: readonly Row[]
  color: boolean
}

/** Rows of a screen that are laid out already; one text for each, since a screen has many spans and few rows. */
export const Rows = ({rows, color}: Props) =>
  rows.map((row, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
    <Text key={i} wrap="truncate">
      {row.length === 0
        ? ' '
        : row.map((span, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the spans never change places
            <Text key={j} {...(span.tone && tone(span.tone, color))}>
              {span.text}
            </Text>
          ))}
    </Text>
  ))
