import type {Severity} from '../engine/types.ts'

/** How an employer may write a severity. */
export const severityWords: Record<string, Severity | 'off'> = {
  av: 'off',
  off: 'off',
  feil: 'error',
  error: 'error',
  advarsel: 'warning',
  åtvaring: 'warning',
  warning: 'warning',
  råd: 'info',
  info: 'info',
}
