import {BadInput} from './bad-input.ts'

/** Text with the encoding that it was kept in. */
export interface Decoded {
  text: string
  encoding: string
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/**
 * Bytes to text. A byte order mark stays, so that offsets are those of the decoded file.
 *
 * @throws BadInput `binary` when the bytes are no text, `encoding` when they are not UTF-8
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes.subarray(0, 8192).includes(0)) throw new BadInput('binary')
  try {
    return {text: utf8.decode(bytes), encoding: 'UTF-8'}
  } catch {
    throw new BadInput('encoding')
  }
}
