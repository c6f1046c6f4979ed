import {describe, expect, it} from 'vitest'
import {readPosting} from '../../src/posting/read.ts'
import {docx, odt, p} from './office.ts'
import {readText} from './read.ts'

describe('input that is no draft', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['empty', new TextEncoder().encode(' \n\n\u00a0')],
    ['empty', new TextEncoder().encode('<!-- utlys-ignorer felt/frist: senere -->')],
    ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  ])('%s', async (code, bytes) => {
    await expect(readPosting('annonse.txt', bytes)).rejects.toMatchObject({name: 'BadInput', code})
  })

  it.each(['annonse.docx', 'annonse.odt', 'annonse.html', 'annonse.json', 'annonse.pdf'])(
    'an empty %s',
    async (path) => {
      await expect(readPosting(path, new Uint8Array())).rejects.toMatchObject({code: 'empty'})
    },
  )

  it.each(['side.mhtml', 'side.mht', 'side.html', 'side'])(
    'a page saved with its pictures as %s',
    async (path) => {
      const page =
        'From: <lagret av en nettleser>\r\nSubject: Renholder\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
      await expect(readText(page, path)).rejects.toMatchObject({code: 'mhtml'})
    },
  )

  it('more than is read at once, with advice that fits', async () => {
    const large = (path: string) => readPosting(path, new Uint8Array(20_000_001).fill(0x61))
    await expect(large('annonse.txt')).rejects.toMatchObject({code: 'tooLargeDraft', data: {most: '20'}})
    await expect(large('annonser.json')).rejects.toMatchObject({code: 'tooLarge'})
  })

  it('text longer than any ad', async () => {
    for (const path of ['a.md', 'a.txt'])
      await expect(readText('Vi søker lærer.\n\n'.repeat(300_000), path)).rejects.toMatchObject({
        code: 'tooLargeDraft',
        data: {most: '5'},
      })
  })

  it('front matter that is no YAML, with its line and column', async () => {
    await expect(readText('---\nfrist: [2027\n---\nTekst', 'a.md')).rejects.toMatchObject({
      code: 'frontMatter',
      data: {line: '3'},
    })
  })
})

describe('a name that tells another format than the file has', () => {
  const word = docx(p('Kokk søkes'))
  const libre = odt('<text:p>Kokk søkes</text:p>')
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

  it.each<[string, Uint8Array]>([
    ['annonse.md', word],
    ['annonse.txt', word],
    ['annonse.odt', word],
    ['annonse.html', libre],
    ['annonse.docx', libre],
    ['annonse.docx', bytesOf('<!DOCTYPE html><html><body><p>Kokk søkes</p></body></html>')],
    ['annonse.docx', bytesOf('Kokk søkes')],
    ['annonse.odt', bytesOf('# Kokk søkes')],
  ])('%s is read by its content', async (path, bytes) => {
    expect((await readPosting(path, bytes)).text).toBe('Kokk søkes')
  })

  it('what is damaged is damaged still', async () => {
    const damaged = Uint8Array.from([1, 2, 3, 4, 5])
    await expect(readPosting('annonse.docx', damaged)).rejects.toMatchObject({code: 'damaged'})
    await expect(readPosting('annonse.docx', word.slice(0, -30))).rejects.toMatchObject({code: 'damaged'})
  })
})
