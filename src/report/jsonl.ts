import {inertJson} from './active.ts'
import type {FileReport, Reporter} from './types.ts'

/** One ad on each line, as it is in the `files` of the JSON format, for runs of many ads. */
export const jsonl: Reporter = {
  name: 'jsonl',
  render: ({files}) => files.map(jsonLine).join(''),
}

export const jsonLine = (file: FileReport): string => `${inertJson(JSON.stringify(file))}\n`
