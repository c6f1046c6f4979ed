import type {Reporter} from './types.ts'

/** Raw in JSON although a terminal or a build log would act on them. */
const active = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=##)(?:\[|vso\[)/g

const escaped = (text: string): string =>
  `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`

export const json: Reporter = {
  name: 'json',
  render: (report) => `${JSON.stringify(report, null, 2).replace(active, escaped)}\n`,
}
