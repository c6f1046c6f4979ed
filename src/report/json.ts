import {inertJson} from './active.ts'
import type {Reporter} from './types.ts'

export const json: Reporter = {
  name: 'json',
  render: (report) => `${inertJson(JSON.stringify(report, null, 2))}\n`,
}
