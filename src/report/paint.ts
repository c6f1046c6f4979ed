import type {Severity} from '../engine/types.ts'

export type Tone = Severity | 'good' | 'dim' | 'strong'

/** Only the sixteen colours that a terminal's own theme sets, so that light and dark both stay readable. */
const codes: Record<Tone, string> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  good: '32',
  dim: '2',
  strong: '1',
}

export type Paint = (tone: Tone, text: string) => string

export const painter = (color: boolean): Paint =>
  color ? (tone, text) => (text === '' ? '' : `\x1b[${codes[tone]}m${text}\x1b[0m`) : (_tone, text) => text
