import type {Check} from '../../src/engine/types.ts'

/** The file is kept in another encoding than UTF-8. */
export const check: Check = ({posting: {encoding}}) =>
  encoding === undefined ? [] : [{message: 'annen', data: {koding: encoding}}]
