import type {Severity} from '../engine/types.ts'

/** A severity is a badge; `mark` is for the words that a finding points at. */
export type Tone = Severity | 'good' | 'dim' | 'strong' | 'mark'

/**
 * Only the sixteen colours that a terminal's own theme sets, and a colour that is pale on white or dark on
 * black only as a background with its own text colour, so that light and dark terminals both stay readable.
 */
const codes: Record<Tone, string> = {
  error: '1;37;41',
  warning: '30;43',
  info: '30;46',
  good: '32',
  dim: '2',
  strong: '1',
  mark: '1;4',
}

export type Paint = (tone: Tone, text: string) => string

export const painter = (color: boolean): Paint =>
  color ? (tone, text) => (text === '' ? '' : `\x1b[${codes[tone]}m${text}\x1b[0m`) : (_tone, text) => text
