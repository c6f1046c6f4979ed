import type {TextProps} from 'ink'
import type {Tone} from '../../src/report/paint.ts'

const tones: Record<Tone, TextProps> = {
  error: {backgroundColor: 'red', color: 'white', bold: true},
  warning: {backgroundColor: 'yellow', color: 'black'},
  info: {backgroundColor: 'cyan', color: 'black'},
  good: {color: 'green'},
  dim: {dimColor: true},
  strong: {bold: true},
  mark: {bold: true, underline: true},
}

/** Properties of `<Text>` for a tone; none when colour is off. */
export const tone = (name: Tone, color: boolean): TextProps => (color ? tones[name] : {})
