import {BadInput} from './bad-input.ts'

/** Text with the encoding that it was kept in. */
export interface Decoded {
  text: string
  encoding: string
  /** Some bytes are no letters: to write the text back would not give the same file. */
  isDamaged?: true
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/** What is looked at to tell an encoding. */
const headLength = 8192

/**
 * Bytes to text. A byte order mark stays, so that offsets are those of the decoded file. What is no UTF-8 is read in
 * the encoding that it declares, else in the one that its bytes look like.
 *
 * @throws BadInput `binary` when the bytes are no text
 */
export const decode = (bytes: Uint8Array): Decoded => {
  const wide = wideEncoding(bytes)
  if (wide) return decodeAs(wide, bytes)
  if (bytes.subarray(0, headLength).includes(0)) throw new BadInput('binary')
  return decodeStrictly(bytes) ?? decodeOther(bytes)
}

/**
 * As `decode`, for what is written back as UTF-8.
 *
 * @throws BadInput `binary` or `encoding`
 */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  const {text, encoding, isDamaged} = decode(bytes)
  if (encoding !== 'UTF-8' || isDamaged) throw new BadInput('encoding')
  return text
}

const decodeStrictly = (bytes: Uint8Array): Decoded | undefined => {
  try {
    return {text: utf8.decode(bytes), encoding: 'UTF-8'}
  } catch {
    return undefined
  }
}

const decodeAs = (encoding: string, bytes: Uint8Array): Decoded => ({
  text: new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes),
  encoding,
})

/** UTF-16 begins with a mark, or has a zero in every other byte of plain text. */
export const wideEncoding = (bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const head = bytes.subarray(0, headLength)
  if (head.length < 4 || bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  const [even, odd] = zeros as [number, number]
  const many = head.length / 4
  if (odd > many && even === 0) return 'UTF-16LE'
  return even > many && odd === 0 ? 'UTF-16BE' : undefined
}

const declaration =
  /^[^<]{0,3}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})|<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.-]{1,40})/i

const decodeOther = (bytes: Uint8Array): Decoded => {
  const [, xml, html] = declaration.exec(asLatin1(bytes.subarray(0, 1024))) ?? []
  const declared = singleByteNamed(xml ?? html)
  if (declared) return decodeAs(declared, bytes)
  if (isMostlyUtf8(bytes)) return {...decodeAs('UTF-8', bytes), isDamaged: true}
  if (!looksLikeText(bytes)) throw new BadInput('binary')
  return {text: decodeWindows1252(bytes), encoding: bytes.some(isOnlyInWindows) ? 'Windows-1252' : 'Latin-1'}
}

/** What Windows-1252 has from 0x80 on, where Latin-1 has control characters; five of them it has too. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By ourselves, since the decoder of some versions of Node.js takes Windows-1252 for Latin-1. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  asLatin1(bytes).replace(/[\u0080-\u009f]/g, (sign) => windowsOnly[sign.charCodeAt(0) - 0x80]!)

const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** An encoding that is declared and known; not one of several bytes a letter, which the bytes would show. */
const singleByteNamed = (name: string | undefined): string | undefined => {
  if (name === undefined || /^utf/i.test(name)) return undefined
  try {
    const {encoding} = new TextDecoder(name)
    return encoding === 'windows-1252' ? undefined : encoding
  } catch {
    return undefined
  }
}

/** Damaged UTF-8 still has most of its letters in their two or three bytes. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  let whole = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 ? 3 : 0
    if (more > 0 && isContinued(bytes, i + 1, more)) {
      whole++
      i += more
    } else broken++
  }
  return whole > broken
}

const isContinued = (bytes: Uint8Array, start: number, count: number): boolean => {
  for (let i = start; i < start + count; i++) {
    const byte = bytes[i]
    if (byte === undefined || byte < 0x80 || byte >= 0xc0) return false
  }
  return true
}

/** Windows-1252 has signs where Latin-1 has nothing that is seen. */
const isOnlyInWindows = (byte: number): boolean => byte >= 0x80 && byte < 0xa0

const controlCharacters = /[\x01-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]/g

/** A text has next to no control characters. */
const looksLikeText = (bytes: Uint8Array): boolean => {
  const head = asLatin1(bytes.subarray(0, headLength))
  return (head.match(controlCharacters)?.length ?? 0) <= head.length / 100
}
