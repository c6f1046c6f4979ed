import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {unzipSync, zipSync} from 'fflate'
import {describe, expect, it, test} from 'vitest'
import {BadInput} from '../../src/posting/bad-input.ts'
import {readPosting} from '../../src/posting/read.ts'
import {docx, odt, p, r, wordPart, zipped} from './office.ts'
import {outline} from './read.ts'

const refusal = async (path: string, bytes: Uint8Array): Promise<string> => {
  try {
    return (await readPosting(path, bytes)).source
  } catch (error) {
    return (error as BadInput).code
  }
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const withDocument = (xml: string): Uint8Array => docx('', {}, {'word/document.xml': xml})

/** A copy in which the size that the archive gives for its largest entry is another. */
const lyingAbout = (archive: Uint8Array, size: number): Uint8Array => {
  const copy = Buffer.from(archive)
  for (let at = copy.indexOf('PK\x01\x02'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4))
    if (copy.readUInt32LE(at + 24) > 1e6) copy.writeUInt32LE(size, at + 24)
  return copy
}

const bomb = withDocument(wordPart('document', `<w:body>${p(' '.repeat(60e6))}</w:body>`))

describe('refused with a sentence of its own', () => {
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
  const cases: [string, string, Uint8Array, string][] = [
    ['a PDF', 'annonse.pdf', bytes('%PDF-1.7\n\0'), 'pdf'],
    ['a PDF with another name', 'annonse.docx', bytes('%PDF-1.4'), 'pdf'],
    ['the old format of Word', 'annonse.doc', bytes(`${ole}\0\0`), 'doc'],
    ['RTF, whatever it is called', 'annonse.txt', bytes('{\\rtf1 hei}'), 'rtf'],
    [
      'a document with a password',
      'annonse.docx',
      bytes(`${ole}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`),
      'encrypted',
    ],
    ['a spreadsheet', 'tall.xlsx', zipped({'xl/workbook.xml': '<a/>'}), 'notWord'],
    ['a document without words', 'a.docx', docx(p('')), 'empty'],
    ['half a document', 'a.docx', docx(p('hei')).subarray(0, 600), 'damaged'],
    ['no bytes', 'a.docx', bytes(''), 'empty'],
    ['XML that is not well-formed', 'a.docx', withDocument('<w:document><w:body>'), 'damaged'],
    [
      'bytes that are no UTF-8',
      'a.docx',
      zipSync({'_rels/.rels': new Uint8Array([255, 254, 60, 0])}),
      'damaged',
    ],
    ['a zip bomb', 'a.docx', bomb, 'tooBig'],
    ['a zip bomb that says it is small', 'a.docx', lyingAbout(bomb, 1000), 'damaged'],
    [
      'XML nested ten thousand deep',
      'a.docx',
      withDocument(`${'<a>'.repeat(1e4)}${'</a>'.repeat(1e4)}`),
      'tooBig',
    ],
    [
      'entities that grow',
      'a.docx',
      withDocument('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
      'damaged',
    ],
    [
      'an entity from elsewhere',
      'a.docx',
      withDocument('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      'damaged',
    ],
    [
      'an entity that nobody knows',
      'a.docx',
      withDocument(wordPart('document', `<w:body>${p(r('&constructor;'))}</w:body>`)),
      'damaged',
    ],
    [
      'an OpenDocument with a password',
      'a.odt',
      odt('', '', {'META-INF/manifest.xml': '<m:manifest xmlns:m="a"><m:encryption-data/></m:manifest>'}),
      'encrypted',
    ],
  ]
  test.each(cases)('%s', async (_, path, content, code) => {
    expect(await refusal(path, content)).toBe(code)
  })
})

it('reads a document that is heavy with pictures, up to a bound', async () => {
  const picture = (millions: number) =>
    docx(
      p('Blid kokk'),
      {},
      {'word/media/bilde.txt': String.fromCharCode(...Array(1000).keys()).repeat(millions * 700)},
    )
  const stored = zipSync(unzipSync(picture(30)), {level: 0})
  expect(stored.length).toBeGreaterThan(30e6)
  expect(await refusal('a.docx', stored)).toBe('Blid kokk')
  expect(await refusal('a.docx', Buffer.concat([stored, stored, stored, stored]))).toBe('tooLargePacked')
})

it('reads a document with macros without them, and one whose name tells nothing', async () => {
  const macros = docx(p('Blid kokk'), {}, {'word/vbaProject.bin': 'Sub AutoOpen()'})
  expect(await refusal('annonse.docm', macros)).toBe('Blid kokk')
  expect(await refusal('annonse', macros)).toBe('Blid kokk')
  expect(await refusal('annonse.doc', macros)).toBe('Blid kokk')
})

describe('an OpenDocument text', () => {
  const read = (body: string, styles?: string) => readPosting('annonse.odt', odt(body, styles))

  it('is read as Word is', async () => {
    const bold =
      '<style:style style:name="F" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    const body = `<text:h text:outline-level="1">Kokk</text:h>
      <text:p><text:span text:style-name="F">Om oss</text:span></text:p>
      <text:p>Vi  er<text:s text:c="2"/>mange,<text:line-break/>og<text:tab/>vi <text:a xlink:href="https://example.com/"> søker </text:a> deg.</text:p>
      <text:list><text:list-item><text:p>suppe</text:p></text:list-item><text:list-item><text:p>fisk</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>Frist</text:p></table:table-cell><table:table-cell><text:p>3. mai</text:p></table:table-cell></table:table-row></table:table>`
    const posting = await read(body, bold)
    expect(posting.source.split('\n')).toEqual([
      'Kokk',
      'Om oss',
      'Vi er  mange,\u2028og\tvi søker deg.',
      'suppe',
      'fisk',
      'Frist',
      '3. mai',
    ])
    expect(outline(posting)).toEqual([
      'heading: Kokk',
      'heading [om]: Om oss',
      'paragraph [om]: Vi er  mange, og vi søker deg.',
      'item [om]: suppe',
      'item [om]: fisk',
      'pair [om]: Frist: 3. mai',
    ])
    expect(posting.links.map(({span}) => posting.words(span))).toEqual(['søker '])
  })

  it('leaves comments, notes and deletions out, and puts text boxes after their paragraph', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>slettet</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:p>ord<office:annotation><text:p>merknad</text:p></office:annotation><text:note><text:note-body><text:p>fotnote</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>boks</text:p></draw:text-box></draw:frame> til</text:p>`
    expect((await read(body)).source).toBe('ord til\nboks')
  })

  it('reads the text of shapes as that of boxes, also in a group, and beside paragraphs', async () => {
    const frame = '<draw:frame><draw:text-box><text:p>boks</text:p></draw:text-box></draw:frame>'
    const body = `<text:p>ord<draw:custom-shape><text:p>Frist: 3. mai</text:p><text:p>Sted: Lillevik</text:p></draw:custom-shape><draw:g><draw:ellipse><text:p>sirkel</text:p></draw:ellipse>${frame}</draw:g> til</text:p>
      <draw:rect><text:p>rute</text:p></draw:rect><draw:a xlink:href="https://example.com">${frame}</draw:a><draw:line/>`
    expect((await read(body)).source.split('\n')).toEqual([
      'ord til',
      'Frist: 3. mai',
      'Sted: Lillevik',
      'sirkel',
      'boks',
      'rute',
      'boks',
    ])
  })

  it('leaves sections out that are not shown', async () => {
    const section = (shown: string): string =>
      `<text:section ${shown}><text:p>${shown.replaceAll('"', '')}</text:p></text:section>`
    const body = ['text:display="none"', 'text:display="true"', 'text:is-hidden="true"'].map(section).join('')
    expect((await read(body)).source).toBe('text:display=true')
  })
})

describe('whatever is in it', () => {
  const body = p(r('Vi søker ') + r('formann', '<w:b/>')) + p('Frist: 3. mai 2027') + p('R&amp;D 😀')
  const seeds = [docx(body), odt('<text:p>Vi søker <text:span>formann</text:span></text:p>')]

  it('a damaged document is read or refused, never a crash', async () => {
    const damage = fc.record({
      seed: fc.nat(1),
      edits: fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), {maxLength: 8}),
      cut: fc.option(fc.nat(5000)),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({seed, edits, cut}) => {
        const copy = Uint8Array.from(seeds[seed]!)
        for (const [at, byte] of edits) copy[at % copy.length] = byte
        await readOrRefuse(cut === null ? copy : copy.subarray(0, cut % copy.length))
      }),
      {numRuns: 400},
    )
  })

  it('a document whose XML is damaged is read or refused, and every place points at its words', async () => {
    const tag = fc.constantFrom(
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:del',
      'w:ins',
      'w:sdt',
      'w:sdtContent',
      'w:txbxContent',
      'w:hyperlink',
    )
    const token = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        '<w:br/>',
        '<w:tab/>',
        '&amp;',
        '&#10;',
        '&#0;',
        '<![CDATA[a]]>',
        'Frist: ',
        '3. mai',
        ' ',
        '\n',
        'formann',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="end"/>',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(token, {maxLength: 40}), async (tokens) => {
        await readOrRefuse(docx(balanced(tokens).join('')))
        await readOrRefuse(docx(tokens.join('')))
      }),
      {numRuns: 400},
    )
  })
})

/** Tags that have no partner are left out. */
const balanced = (tokens: readonly string[]): string[] => {
  const open: string[] = []
  const kept = tokens.filter((token) => {
    const end = /^<\/(.*)>$/.exec(token)?.[1]
    if (end !== undefined) {
      if (open.at(-1) !== end) return false
      open.pop()
    } else if (/^<[^!].*[^/]>$/.test(token)) open.push(token.slice(1, -1))
    return true
  })
  return [...kept, ...open.toReversed().map((name) => `</${name}>`)]
}

/** Without blanks, and what is put between the cells of a row. */
const lettersOf = (text: string): string => text.replace(/[\s:|]/g, '')

const readOrRefuse = async (content: Uint8Array): Promise<void> => {
  try {
    const posting = await readPosting('a.docx', content)
    for (const {span, text} of posting.blocks) {
      const {start, end} = posting.place(span)
      const words = posting.source.slice(start.offset, end.offset)
      expect(lettersOf(words)).toBe(lettersOf(text))
    }
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput)
  }
}

test('a long document takes time in proportion', async () => {
  const body = p(r('Vi søker formann &amp; vaskedame til Lillevik. ', '<w:b/>').repeat(3)).repeat(5_000)
  const posting = await readPosting('a.docx', docx(body))
  expect(posting.source.split('\n')).toHaveLength(5_000)
})

test('nothing but the types of the file is looked at to tell its format', () => {
  expect(readFileSync('src/posting/readers/index.ts', 'utf8')).not.toMatch(/^import .*office/m)
})
