import {deflateRawSync, inflateRawSync} from 'node:zlib'
import {BadInput} from '../bad-input.ts'
import {crc32} from './crc32.ts'

/** A zip file whose entries are read one by one, each within bounds. */
export interface Archive {
  names: readonly string[]
  /**
   * The content of an entry; nothing when there is none of this name.
   *
   * @throws BadInput `tooBig` when it is longer than `most`, `damaged` when it is not what the archive says
   */
  read(name: string, most?: number): Uint8Array | undefined
  /** A copy with these entries changed or added; all others keep their bytes. */
  with(changes: ReadonlyMap<string, Uint8Array>): Uint8Array
}

interface Entry {
  name: string
  /** The record in the central directory. */
  record: Uint8Array
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

const signatures = {entry: 0x04034b50, record: 0x02014b50, end: 0x06054b50}
const sizes = {entry: 30, record: 46, end: 22, comment: 0xffff}
const flags = {encrypted: 0x1, descriptor: 0x8, utf8: 0x800}
const methods = {stored: 0, deflated: 8}
const mostEntries = 10_000
/** What no part of a document that is read comes near. */
const longestPart = 8 * 1024 * 1024
const utf8 = new TextDecoder()

/**
 * Opens a zip file without unpacking anything.
 *
 * @throws BadInput `damaged` when it is none, or not whole; `encrypted` when it is locked
 */
export const openArchive = (bytes: Uint8Array): Archive => {
  const entries = readDirectory(bytes)
  return {
    names: [...entries.keys()],
    read(name, most = longestPart) {
      const entry = entries.get(name)
      return entry && unpack(bytes, entry, most)
    },
    with: (changes) => pack(bytes, entries, changes),
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const damaged = (): BadInput => new BadInput('damaged')

const readDirectory = (bytes: Uint8Array): Map<string, Entry> => {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) throw new BadInput('tooBig')
  const entries = new Map<string, Entry>()
  for (let i = 0; i < count; i++) {
    if (at + sizes.record > end || view.getUint32(at, true) !== signatures.record) throw damaged()
    const length =
      sizes.record +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
    const entry = readRecord(bytes.subarray(at, Math.min(end, at + length)))
    if (entries.has(entry.name) || entry.offset + sizes.entry > bytes.length) throw damaged()
    entries.set(entry.name, entry)
    at += length
  }
  return entries
}

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - sizes.end - sizes.comment)
  for (let at = view.byteLength - sizes.end; at >= lowest; at--)
    if (view.getUint32(at, true) === signatures.end) return at
  throw damaged()
}

const readRecord = (record: Uint8Array): Entry => {
  const view = viewOf(record)
  const entry = {
    name: utf8.decode(record.subarray(sizes.record, sizes.record + view.getUint16(28, true))),
    record,
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    packedSize: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  }
  if (entry.flags & flags.encrypted) throw new BadInput('encrypted')
  return entry
}

/** The bytes of an entry as they are packed. */
const packedBytes = (bytes: Uint8Array, {offset, packedSize}: Entry): Uint8Array => {
  const view = viewOf(bytes)
  if (view.getUint32(offset, true) !== signatures.entry) throw damaged()
  const start = offset + sizes.entry + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw damaged()
  return bytes.subarray(start, start + packedSize)
}

const unpack = (bytes: Uint8Array, entry: Entry, most: number): Uint8Array => {
  if (entry.size > most) throw new BadInput('tooBig')
  const packed = packedBytes(bytes, entry)
  const content = entry.method === methods.stored ? packed : inflate(packed, entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged()
  return content
}

/** Stops at the size that the archive gives, whatever the packed bytes would grow to. */
const inflate = (packed: Uint8Array, {method, size}: Entry): Uint8Array => {
  if (method !== methods.deflated) throw damaged()
  try {
    return inflateRawSync(packed, {maxOutputLength: Math.max(1, size)})
  } catch {
    throw damaged()
  }
}

const pack = (
  bytes: Uint8Array,
  entries: ReadonlyMap<string, Entry>,
  changes: ReadonlyMap<string, Uint8Array>,
): Uint8Array => {
  const names = new Set([...entries.keys(), ...changes.keys()])
  const parts: Uint8Array[] = []
  const records: Uint8Array[] = []
  let offset = 0
  for (const name of names) {
    const change = changes.get(name)
    const old = entries.get(name)
    const {body, record} = change ? newEntry(name, change, old) : keptEntry(bytes, old!)
    viewOf(record).setUint32(42, offset, true)
    parts.push(...body)
    records.push(record)
    offset += lengthOf(body)
  }
  const end = new Uint8Array(sizes.end)
  const view = viewOf(end)
  view.setUint32(0, signatures.end, true)
  view.setUint16(8, records.length, true)
  view.setUint16(10, records.length, true)
  view.setUint32(12, lengthOf(records), true)
  view.setUint32(16, offset, true)
  return Buffer.concat([...parts, ...records, end])
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0)

interface Written {
  body: Uint8Array[]
  record: Uint8Array
}

/** Its sizes stand before it, where a descriptor may have told them after it. */
const keptEntry = (bytes: Uint8Array, entry: Entry): Written => {
  const view = viewOf(bytes)
  const packed = packedBytes(bytes, entry)
  const head = bytes.slice(entry.offset, packed.byteOffset - bytes.byteOffset)
  const record = entry.record.slice()
  const now = viewOf(head)
  now.setUint16(6, view.getUint16(entry.offset + 6, true) & ~flags.descriptor, true)
  now.setUint32(14, entry.crc, true)
  now.setUint32(18, entry.packedSize, true)
  now.setUint32(22, entry.size, true)
  viewOf(record).setUint16(8, entry.flags & ~flags.descriptor, true)
  return {body: [head, packed], record}
}

/** 1 January 1980, where zip begins to count. */
const oldestDate = 0x21

const newEntry = (name: string, content: Uint8Array, old: Entry | undefined): Written => {
  const packed = deflateRawSync(content)
  const title = new TextEncoder().encode(name)
  const made = viewOf(old?.record ?? new Uint8Array(sizes.record))
  const common = (view: DataView, at: number): void => {
    view.setUint16(at, 20, true)
    view.setUint16(at + 2, flags.utf8, true)
    view.setUint16(at + 4, methods.deflated, true)
    view.setUint16(at + 6, made.getUint16(12, true), true)
    view.setUint16(at + 8, made.getUint16(14, true) || oldestDate, true)
    view.setUint32(at + 10, crc32(content), true)
    view.setUint32(at + 14, packed.length, true)
    view.setUint32(at + 18, content.length, true)
    view.setUint16(at + 22, title.length, true)
  }
  const head = new Uint8Array(sizes.entry)
  viewOf(head).setUint32(0, signatures.entry, true)
  common(viewOf(head), 4)
  const record = new Uint8Array(sizes.record + title.length)
  viewOf(record).setUint32(0, signatures.record, true)
  viewOf(record).setUint16(4, 20, true)
  common(viewOf(record), 6)
  record.set(title, sizes.record)
  return {body: [head, title, packed], record}
}
