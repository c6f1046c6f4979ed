import {BadInput} from '../bad-input.ts'
import type {Reader} from '../reader.ts'

/** Formats that are known and not read; the message says what to send instead. */
const refused = (code: string): Reader => ({
  name: code,
  read() {
    throw new BadInput(code)
  },
})

export const pdf = refused('pdf')
export const rtf = refused('rtf')
/** A page that a browser has saved with its pictures. */
export const mhtml = refused('mhtml')

/** The older format of Word; a document with a password is kept in a file of the same kind. */
export const doc: Reader = {
  name: 'doc',
  read({bytes}) {
    throw new BadInput(Buffer.from(bytes).includes(lockedName) ? 'encrypted' : 'doc')
  },
}

const lockedName = Buffer.from('EncryptedPackage', 'utf16le')
