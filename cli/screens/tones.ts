import type {TextProps} from 'ink'
import type {Tone} from '../../src/report/paint.ts'

/** Beside the tones of reports: the words of a finding, those of the chosen one, words just changed, the sign of an error. */
export type ScreenTone = Tone | 'found' | 'chosen' | 'changed' | 'alarm'

const tones: Record<ScreenTone, TextProps> = {
  error: {backgroundColor: 'red', color: 'white', bold: true},
  warning: {backgroundColor: 'yellow', color: 'black'},
  info: {backgroundColor: 'cyan', color: 'black'},
  good: {color: 'green'},
  dim: {dimColor: true},
  strong: {bold: true},
  mark: {bold: true, underline: true},
  found: {underline: true},
  chosen: {inverse: true, bold: true},
  changed: {color: 'green', bold: true},
  alarm: {color: 'red', bold: true},
}

/** Properties of `<Text>` for a tone; none when colour is off. */
export const tone = (name: ScreenTone, color: boolean): TextProps => (color ? tones[name] : {})
