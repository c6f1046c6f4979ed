import {inertJson} from './active.ts'
import type {Reporter} from './types.ts'

/** One file on each line, as it is in the `files` of the JSON format, for runs of many ads. */
export const jsonl: Reporter = {
  name: 'jsonl',
  render: ({files}) => files.map((file) => `${inertJson(JSON.stringify(file))}\n`).join(''),
}
