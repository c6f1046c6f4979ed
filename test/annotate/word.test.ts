import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Note} from '../../src/annotate/types.ts'
import {annotateWord} from '../../src/annotate/word.ts'
import {readWord} from '../../src/posting/office/docx/read.ts'
import {docx, entriesOf, type Parts, p, partOf, r, wordPart} from '../posting/office.ts'
import {commented, inkOf, textOf} from './marked.ts'

const stamp = {author: 'utlys', date: '2027-03-01'}

/** Annotates these words, each where it first stands; `from → to` also proposes an exchange. */
const annotate = (bytes: Uint8Array, ...words: string[]): Uint8Array => {
  const {text} = readWord(bytes)
  const notes = words.map((given): Note => {
    const [from = '', to] = given.split(' → ')
    const start = text.indexOf(from)
    const range = [start, start + from.length] as const
    return {
      range,
      lines: [`Om ${from}`, 'Hvorfor.'],
      inBox: 'I boksen.',
      ...(to !== undefined && {change: {range, text: to}}),
    }
  })
  return annotateWord(bytes, notes, stamp).bytes
}

const bodyOf = (bytes: Uint8Array): string =>
  partOf(bytes, 'word/document.xml').replace(/^.*<w:body>|<w:sectPr\/>.*$/g, '')

describe('a comment', () => {
  it('stands around its words, whose run is parted and keeps its look', () => {
    const bytes = annotate(docx(p(r('Vi søker formann nå', '<w:b/>'))), 'formann')
    expect(bodyOf(bytes)).toBe(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Vi søker </w:t></w:r>' +
        '<w:commentRangeStart w:id="0"/>' +
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">formann</w:t></w:r>' +
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> nå</w:t></w:r></w:p>',
    )
  })

  it('leaves a run that it takes as a whole as it is', () => {
    const bytes = annotate(docx('<w:p><w:r w:rsidR="1"><w:t>formann</w:t></w:r></w:p>'), 'formann')
    expect(bodyOf(bytes)).toContain('<w:r w:rsidR="1"><w:t>formann</w:t></w:r>')
  })

  const cases: [string, string, string[]][] = [
    ['across runs', p(r('Vi søker for') + r('mann', '<w:i/>') + r(' nå')), ['formann']],
    ['across paragraphs', p('Søk innen') + p('3. mai 2027'), ['innen\n3. mai']],
    ['beside references', p('R&amp;D og &lt;formann&gt; &amp; flere'), ['R&D', '<formann>', '& f']],
    ['overlapping', p('en blid og god formann'), ['blid og god', 'god formann', 'og']],
    ['twice on the same words', p('en formann'), ['formann', 'formann']],
    [
      'across a tab and a line break',
      p('<w:r><w:t>Frist:</w:t><w:tab/><w:t>3. mai</w:t><w:br/><w:t>Søk</w:t></w:r>'),
      ['t:\t3', 'mai\u2028S'],
    ],
    [
      'in a table, across its cells',
      `<w:tbl><w:tr><w:tc>${p('Frist')}</w:tc><w:tc>${p('3. mai')}</w:tc></w:tr></w:tbl>`,
      ['st\n3.'],
    ],
    ['in a link', p(`<w:hyperlink r:id="link">${r('søk her nå')}</w:hyperlink>`), ['her']],
    [
      'in what was inserted',
      p(`<w:ins w:id="7" w:author="Kari">${r('en formann til')}</w:ins>`),
      ['formann'],
    ],
    ['in a text with CDATA, around it all', p('<w:r><w:t>a<![CDATA[b]]>c</w:t></w:r>'), ['b']],
  ]
  it.each(cases)('%s', (_, body, words) => {
    const bytes = docx(body)
    const copy = annotate(bytes, ...words)
    const plain = (text: string) =>
      text
        .replace(/[\n\t\u2028]/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
    if (body.includes('CDATA')) expect(commented(copy)).toEqual(['a<![CDATA[b]]>c'])
    else expect(commented(copy)).toEqual(words.map(plain))
    expect(textOf(copy)).toBe(textOf(bytes))
  })

  it('about words in a text box stands at the anchor of the box and says so', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('formann')}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>`
    const copy = annotate(docx(p(r('anker ') + box)), 'formann')
    expect(bodyOf(copy)).toContain(`<w:commentRangeStart w:id="0"/>${box}<w:commentRangeEnd w:id="0"/>`)
    expect(partOf(copy, 'word/comments.xml')).toContain('I boksen.')
  })

  it('without words stands at its paragraph, or at the last before it, or at the first', () => {
    const bytes = docx(p('') + p('en') + p('') + p('to'))
    const at = (offset?: number): string[] =>
      commented(
        annotateWord(
          bytes,
          [{...(offset !== undefined && {range: [offset, offset] as const}), lines: ['x']}],
          stamp,
        ).bytes,
      )
    expect([at(), at(0), at(1), at(3), at(4), at(5), at(7)]).toEqual([
      ['en'],
      ['en'],
      ['en'],
      ['en'],
      ['en'],
      ['to'],
      ['to'],
    ])
  })

  it('has a heading and paragraphs, and nothing that XML cannot hold', () => {
    const note: Note = {range: [0, 2], lines: ['Feil: «a» & <b>', 'Fordi\u0001']}
    const {bytes} = annotateWord(docx(p('ord')), [note], stamp)
    expect(partOf(bytes, 'word/comments.xml')).toMatch(
      /<w:comment w:author="utlys" w:date="2027-03-01T00:00:00Z" w:id="0" w:initials="u"><w:p><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">Feil: «a» &#38; &#60;b>|&#62;/,
    )
    expect(partOf(bytes, 'word/comments.xml')).not.toContain('\u0001')
  })
})

describe('a proposed exchange', () => {
  it('is a tracked change inside its comment', () => {
    expect(bodyOf(annotate(docx(p('en formann til')), 'formann → leder'))).toBe(
      '<w:p><w:r><w:t xml:space="preserve">en </w:t></w:r><w:commentRangeStart w:id="0"/>' +
        '<w:del w:id="1" w:author="utlys" w:date="2027-03-01T00:00:00Z"><w:r><w:delText xml:space="preserve">formann</w:delText></w:r></w:del>' +
        '<w:ins w:id="2" w:author="utlys" w:date="2027-03-01T00:00:00Z"><w:r><w:t xml:space="preserve">leder</w:t></w:r></w:ins>' +
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve"> til</w:t></w:r></w:p>',
    )
  })

  const cases: [string, string, string[], string][] = [
    [
      'across runs takes the look of the first',
      p(r('for', '<w:b/>') + r('mann her')),
      ['formann → leder'],
      'leder her',
    ],
    ['with another comment in its middle', p('en formann'), ['formann → leder', 'man'], 'en leder'],
    [
      'two in one run',
      p('formann og vaskedame'),
      ['formann → leder', 'vaskedame → renholder'],
      'leder og renholder',
    ],
    [
      'in what somebody else has inserted',
      p(`<w:ins w:id="5" w:author="Kari">${r('en formann her')}</w:ins>`),
      ['formann → leder'],
      'en leder her',
    ],
    [
      'in a link',
      p(`<w:hyperlink r:id="link">${r('en formann')}</w:hyperlink>`),
      ['formann → leder'],
      'en leder',
    ],
  ]
  it.each(cases)('%s', (_, body, words, text) => {
    const bytes = docx(body)
    const copy = annotate(bytes, ...words)
    expect(textOf(copy)).toBe(text)
    expect(commented(copy)).toEqual(words.map((one) => one.split(' → ')[0]))
  })

  const refused: [string, string, string][] = [
    ['across a line break', p(`${r('for')}<w:r><w:br/></w:r>${r('mann')}`), 'for\u2028mann → leder'],
    ['across paragraphs', p('for') + p('mann'), 'for\nmann → leder'],
    [
      'in a text box',
      p(`<w:r><w:pict><w:txbxContent>${p('formann')}</w:txbxContent></w:pict></w:r>`),
      'formann → leder',
    ],
  ]
  it.each(refused)('is left to the comment %s', (_, body, words) => {
    const copy = annotate(docx(body), words)
    expect(partOf(copy, 'word/document.xml')).not.toMatch(/<w:(?:ins|del) /)
    expect(partOf(copy, 'word/document.xml')).toContain('<w:commentReference ')
  })
})

describe('the rest of the document', () => {
  const comments = wordPart('comments', `<w:comment w:id="3" w:author="Kari">${p('Bra')}</w:comment>`)

  it('keeps its bytes', () => {
    const bytes = docx(p('formann'), {styles: wordPart('styles', '')}, {'word/media/bilde.png': '\u0089PNG'})
    const [before, after] = [entriesOf(bytes), entriesOf(annotate(bytes, 'formann'))]
    const touched = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels']
    expect(Object.keys(after)).toEqual([...Object.keys(before), 'word/comments.xml'])
    for (const name of Object.keys(before))
      if (!touched.includes(name)) expect(after[name]).toEqual(before[name])
    expect(partOf(annotate(bytes, 'formann'), '[Content_Types].xml')).toContain(
      'PartName="/word/comments.xml"',
    )
  })

  it('keeps the comments that it has, with their numbers', () => {
    const bytes = docx(
      p(
        `<w:commentRangeStart w:id="3"/>${r('formann')}<w:commentRangeEnd w:id="3"/><w:bookmarkStart w:id="0" w:name="a"/>`,
      ),
      {comments},
    )
    const copy = annotate(bytes, 'formann')
    expect(Object.keys(entriesOf(copy))).toEqual(Object.keys(entriesOf(bytes)))
    expect(partOf(copy, 'word/comments.xml')).toContain('<w:comment w:id="3" w:author="Kari">')
    expect(
      [...partOf(copy, 'word/comments.xml').matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => id),
    ).toEqual(['3', '1'])
    expect(partOf(copy, 'word/_rels/document.xml.rels')).toBe(partOf(bytes, 'word/_rels/document.xml.rels'))
  })

  it('an empty list of comments is opened', () => {
    const empty = wordPart('comments', '').replace('></w:comments>', '/>')
    expect(partOf(annotate(docx(p('ord'), {comments: empty}), 'ord'), 'word/comments.xml')).toMatch(
      / w:id="0"[\s\S]*<\/w:comments>$/,
    )
  })

  it('is taken as it is where other prefixes are used', () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const part: Parts = {
      'word/document.xml': `<x:document xmlns:x="${main}"><x:body><x:p><x:r><x:t>en formann</x:t></x:r></x:p></x:body></x:document>`,
    }
    const copy = annotate(docx('', {}, part), 'formann → leder')
    expect(textOf(copy)).toBe('en leder')
    expect(commented(copy)).toEqual(['formann'])
  })
})

it('whatever is marked, all words are there as before, in their look, and each comment is around its own', () => {
  const word = fc.constantFrom('for', 'mann', ' ', 'R&amp;D', 'ø', '😀', '&#x1F600;', 'søker ')
  const look = fc.constantFrom('', '<w:b/>', '<w:i/><w:color w:val="FF0000"/>')
  const run = fc
    .tuple(fc.array(word, {minLength: 1, maxLength: 4}), look)
    .map(([words, own]) => r(words.join(''), own))
  const inline = fc.oneof(
    {weight: 5, arbitrary: run},
    run.map((one) => `<w:hyperlink r:id="link">${one}</w:hyperlink>`),
    run.map((one) => `<w:ins w:id="90" w:author="Kari">${one}</w:ins>`),
    fc.constant('<w:r><w:tab/><w:t>a</w:t><w:br/></w:r>'),
  )
  const paragraph = fc.array(inline, {maxLength: 4}).map((inlines) => `<w:p>${inlines.join('')}</w:p>`)
  const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.option(fc.constantFrom('leder', '<&>'))), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(paragraph, {minLength: 1, maxLength: 4}), marks, (paragraphs, places) => {
      const bytes = docx(paragraphs.join(''))
      const {text} = readWord(bytes)
      const notes = places.map(([at, length, change]): Note => {
        const start = Math.min(at, text.length)
        const range = [start, Math.min(text.length, start + length)] as const
        return {
          range,
          lines: ['x'],
          ...(change !== null && range[1] > start && {change: {range, text: change}}),
        }
      })
      const copy = annotateWord(bytes, notes, stamp)
      const kept = inkOf(copy.bytes).filter(({isInserted}) => !isInserted)
      expect(kept.map(({character, look: own}) => character + own)).toEqual(
        inkOf(bytes).map(({character, look: own}) => character + own),
      )
      if (copy.changes === 0) expect(textOf(copy.bytes)).toBe(text)
      expect(readWord(copy.bytes).parts).toHaveLength(paragraphs.length)
    }),
    {numRuns: 300},
  )
})
