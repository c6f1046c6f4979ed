import {describe, expect, it} from 'vitest'
import {readPosting} from '../../src/posting/read.ts'

const words = 'Vi søker vaktmester på Lillevik skole – «nå».'
const inWindows = (text: string): Buffer =>
  Buffer.from(text.replaceAll('–', '\x96').replaceAll('’', '\x92').replaceAll('€', '\x80'), 'latin1')
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const read = (bytes: Uint8Array, path = 'annonse.txt') => readPosting(path, bytes)

describe('a file is read in the encoding that it is kept in', () => {
  it.each([
    ['UTF-8', Buffer.from(words), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`), undefined],
    ['UTF-16 of Windows', Buffer.from(`\ufeff${words}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16 of others', swapped(`\ufeff${words}`), 'UTF-16BE'],
    ['UTF-16 without a mark', Buffer.from(`${words} `, 'utf16le'), 'UTF-16LE'],
    ['Windows-1252', inWindows(words), 'Windows-1252'],
    ['Latin-1', Buffer.from('Vi søker vaktmester på Lillevik skole - «nå».', 'latin1'), 'Latin-1'],
  ])('%s', async (_name, bytes, encoding) => {
    const posting = await read(bytes)
    expect(posting.text.trim()).toBe(encoding === 'Latin-1' ? words.replace('–', '-') : words)
    expect(posting.encoding).toBe(encoding)
    expect(posting.readOnly).toBe(encoding && 'encoding')
  })

  it('what a page or a document declares is honoured', async () => {
    const cyrillic = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('</p></body></html>'),
    ])
    expect((await read(cyrillic, 'side.html')).text).toContain('При')
  })

  it('damaged UTF-8 is still UTF-8, and the damage is in the text', async () => {
    const broken = Buffer.concat([
      Buffer.from('Vi søker på nytt, s'),
      Buffer.from([0xf8]),
      Buffer.from('ker.'),
    ])
    const posting = await read(broken)
    expect(posting.text).toBe('Vi søker på nytt, s\ufffdker.')
    expect(posting.encoding).toBeUndefined()
    expect(posting.readOnly).toBe('encoding')
  })

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['bytes without a zero', Buffer.from(Array.from({length: 400}, (_, i) => 1 + ((i * 37) % 255)))],
  ])('%s is no text', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({code: 'binary'})
  })
})
