import {describe, expect, it} from 'vitest'
import {readPosting} from '../../src/posting/read.ts'
import {readText} from './read.ts'

describe('input that is no draft', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['empty', new TextEncoder().encode(' \n\n\u00a0')],
    ['empty', new TextEncoder().encode('<!-- utlys-ignorer felt/frist: senere -->')],
    ['binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ])('%s', async (code, bytes) => {
    await expect(readPosting('annonse.txt', bytes)).rejects.toMatchObject({name: 'BadInput', code})
  })

  it('front matter that is no YAML, with its line and column', async () => {
    await expect(readText('---\nfrist: [2027\n---\nTekst', 'a.md')).rejects.toMatchObject({
      code: 'frontMatter',
      data: {line: '3'},
    })
  })
})
