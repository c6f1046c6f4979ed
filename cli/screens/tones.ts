import type {TextProps} from 'ink'
import type {Tone} from '../../src/report/paint.ts'

const tones: Record<Tone, TextProps> = {
  error: {color: 'red', bold: true},
  warning: {color: 'yellow', bold: true},
  info: {color: 'cyan', bold: true},
  good: {color: 'green'},
  dim: {dimColor: true},
  strong: {bold: true},
}

const badges = {
  error: {backgroundColor: 'red', color: 'white', bold: true},
  warning: {backgroundColor: 'yellow', color: 'black'},
  info: {backgroundColor: 'cyan', color: 'black'},
} as const

/** Properties of `<Text>` for a tone; none when colour is off. */
export const tone = (name: Tone, color: boolean): TextProps => (color ? tones[name] : {})

/** Properties of `<Text>` for a severity's badge; both colours are set, for light and dark terminals. */
export const badge = (severity: keyof typeof badges, color: boolean): TextProps =>
  color ? badges[severity] : {}
