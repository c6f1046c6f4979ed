import type {Severity} from '../engine/types.ts'

/** What stands beside the word for a severity, so that no one depends on the colour. */
export const severitySymbols: Readonly<Record<Severity, string>> = {error: '✗', warning: '▲', info: '●'}
