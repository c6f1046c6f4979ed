import {describe, expect, it, test} from 'vitest'
import {readPosting} from '../../src/posting/read.ts'
import {docx, type Parts, p, r, wordPart} from './office.ts'
import {outline, pairsOf} from './read.ts'

const read = (body: string, related: Parts = {}) => readPosting('annonse.docx', docx(body, related))

/** The paragraphs of a document. */
const paragraphs = async (body: string, related?: Parts): Promise<string[]> =>
  (await read(body, related)).source.split('\n')

const styles = wordPart(
  'styles',
  `<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Annonseoverskrift"/><w:basedOn w:val="Overskrift2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="Overskrift 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Nivaa"><w:name w:val="Nivå"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Sitat"><w:name w:val="Sitat"/></w:style>
  <w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>`,
)

const numbering = wordPart(
  'numbering',
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
)

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
const list = (id: number): string => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

describe('a Word document', () => {
  it('is read as one line for each paragraph, and says that its lines are paragraphs', async () => {
    const posting = await read(p('Blid 😀 kokk') + p('') + p('Frist: 3. mai'))
    expect(posting).toMatchObject({
      source: 'Blid 😀 kokk\n\nFrist: 3. mai',
      unit: 'paragraph',
      readOnly: 'format',
    })
    expect(posting.place(posting.pairs[0]!.value).start).toEqual({line: 3, column: 8, offset: 21})
  })

  it('has headings by the names of styles, by what they are based on, and by their level', async () => {
    const body =
      p('Kokk ved Lillevik sykehjem', style('Overskrift1')) +
      p('Om kjøkkenet', style('Egen')) +
      p('Vi lager mat til mange.') +
      p('Matvaner', style('Nivaa')) +
      p('Frukt', '<w:outlineLvl w:val="1"/>') +
      p('Slik sier vi det', style('Sitat'))
    expect(outline(await read(body, {styles}))).toEqual([
      'heading: Kokk ved Lillevik sykehjem',
      'heading [om]: Om kjøkkenet',
      'paragraph [om]: Vi lager mat til mange.',
      'heading [om]: Matvaner',
      'heading: Frukt',
      'quotation: Slik sier vi det',
    ])
  })

  it('has items by numbering and by style, unless the numbering shows nothing', async () => {
    const body =
      p('Vi lager', style('Overskrift1')) +
      p('suppe', list(1)) +
      p('fisk', style('Punkt')) +
      p('Ikke kaker her hos oss.', list(2)) +
      p('Ikke saft.', style('Punkt') + list(0)) +
      p('• brød')
    expect(outline(await read(body, {styles, numbering}))).toEqual([
      'heading: Vi lager',
      'item: suppe',
      'item: fisk',
      'paragraph: Ikke kaker her hos oss.',
      'paragraph: Ikke saft.',
      'item: brød',
    ])
  })

  it('takes a line that is bold as a whole for a heading', async () => {
    const body =
      p(r('Om ', '<w:b/>') + r('oss', '<w:b w:val="1"/>')) +
      p(r('Vi er ', '<w:b w:val="0"/>') + r('mange', '<w:b/>') + r(' som jobber her hver dag.')) +
      p(`${r('Det vi tilbyr', '<w:b/>')}<w:r><w:br/></w:r>${r('Lønn etter avtale')}`)
    expect(outline(await read(body))).toEqual([
      'heading [om]: Om oss',
      'paragraph [om]: Vi er mange som jobber her hver dag.',
      'heading [vilkår]: Det vi tilbyr',
      'paragraph [vilkår]: Lønn etter avtale',
    ])
  })

  it('takes a row of two short cells for a label with its value, and a longer one for its paragraphs', async () => {
    const body = table(
      [p('Søknadsfrist'), p('3. mai 2027')],
      [p('Kontakt:'), p('Kari Eksempel')],
      [p('Arbeidsoppgaver'), p('Lage mat') + p('Vaske opp')],
      [p('Navn'), p('Rolle'), p('Kokk')],
      [table([p('Stillingsprosent'), p('80 %')])],
    )
    const posting = await read(body)
    expect(pairsOf(posting).slice(0, 2)).toEqual([
      'frist | Søknadsfrist | 3. mai 2027',
      'kontakt | Kontakt | Kari Eksempel',
    ])
    expect(posting.blocks.map(({text}) => text)).toEqual([
      'Søknadsfrist: 3. mai 2027',
      'Kontakt: Kari Eksempel',
      'Arbeidsoppgaver',
      'Lage mat',
      'Vaske opp',
      'Navn | Rolle | Kokk',
      'Stillingsprosent: 80 %',
    ])
    expect(posting.source.split('\n')[1]).toBe('3. mai 2027')
  })

  it('gives links their words', async () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const instruction =
      '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.com/a?b&amp;c" </w:instrText></w:r>'
    const posting = await read(
      p(`${r('Søk ')}<w:hyperlink r:id="link">${r('her')}</w:hyperlink>`) +
        p(`${field('begin')}${instruction}${field('separate')}${r('eller her')}${field('end')}${r(' nå')}`),
    )
    expect(posting.source).toBe('Søk her\neller her nå')
    expect(posting.links.map(({span, url}) => [posting.words(span), url])).toEqual([
      ['her', 'https://example.com/soknad'],
      ['eller her', 'https://example.com/a?b&c'],
    ])
  })
})

describe('of a paragraph', () => {
  const cases: [string, string, string][] = [
    ['runs are joined', r('for') + r('mann'), 'formann'],
    [
      'line breaks part lines, not paragraphs',
      `${r('Frist:')}<w:r><w:br/></w:r>${r('3. mai')}`,
      'Frist:\u20283. mai',
    ],
    ['tabs are kept', `<w:r><w:t>Frist:</w:t><w:tab/><w:t>3. mai</w:t></w:r>`, 'Frist:\t3. mai'],
    [
      'soft hyphens and hyphens that do not break',
      '<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/></w:r>',
      'a\u00adb\u2011',
    ],
    [
      'symbols',
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:char="00E6"/></w:r>',
      '•°æ',
    ],
    ['references', '<w:r><w:t>R&amp;D &lt;3 &#xE6;&#248; &#x1F600;</w:t></w:r>', 'R&D <3 æø 😀'],
    ['CDATA', '<w:r><w:t>a<![CDATA[<b> & ]]>c</w:t></w:r>', 'a<b> & c'],
    [
      'space at the ends that is not preserved goes',
      '<w:r><w:t> a\n b </w:t></w:r><w:r><w:t>c</w:t></w:r>',
      'a  bc',
    ],
    [
      'what was deleted is gone, what was inserted is there',
      `${r('en ')}<w:del w:id="1"><w:r><w:delText>ung </w:delText></w:r></w:del><w:ins w:id="2">${r('god ')}</w:ins>${r('kokk')}`,
      'en god kokk',
    ],
    [
      'what was moved is where it went',
      `<w:moveFrom w:id="1">${r('bort')}</w:moveFrom><w:moveTo w:id="2">${r('hit')}</w:moveTo>`,
      'hit',
    ],
    [
      'hidden text is left out',
      `${r('synlig')}${r(' skjult', '<w:vanish/>')}${r(' stil', '<w:rStyle w:val="Skjult"/>')}${r(' vist', '<w:vanish w:val="false"/>')}`,
      'synlig vist',
    ],
    [
      'instructions of fields are left out',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${r('x')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '7',
    ],
    ['simple fields give their result', `<w:fldSimple w:instr="DATE">${r('3. mai')}</w:fldSimple>`, '3. mai'],
    [
      'controls give what is in them',
      `<w:sdt><w:sdtPr/><w:sdtContent>${r('Lillevik')}</w:sdtContent></w:sdt>${r(' kommune')}`,
      'Lillevik kommune',
    ],
    ['smart tags too', `<w:smartTag>${r('Lillevik')}</w:smartTag>`, 'Lillevik'],
    [
      'marks of comments and notes say nothing',
      `<w:commentRangeStart w:id="0"/>${r('ord')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`,
      'ord',
    ],
    [
      'ruby gives its base',
      '<w:r><w:ruby><w:rt><w:r><w:t>over</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>under</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      'under',
    ],
  ]
  test.each(cases)('%s', async (_, content, text) => {
    expect(await paragraphs(p(content), {styles})).toEqual([text])
  })
})

describe('of the body', () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const cases: [string, string, string[]][] = [
    [
      'a text box comes after its paragraph, once',
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('i boksen')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('i boksen')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('anker')}`,
      ),
      ['anker', 'i boksen'],
    ],
    ['an older text box too', p(`<w:r><w:pict>${box('eldre')}</w:pict></w:r>`), ['', 'eldre']],
    [
      'a paragraph mark that was deleted joins two',
      p('en', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('to') + p('tre'),
      ['ento', 'tre'],
    ],
    [
      'a row that was deleted is gone',
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${p('borte')}</w:tc></w:tr><w:tr><w:tc>${p('her')}</w:tc></w:tr></w:tbl>`,
      ['her'],
    ],
    [
      'a control around paragraphs and rows',
      `<w:sdt><w:sdtContent>${p('a')}<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${p('b')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>`,
      ['a', 'b'],
    ],
  ]
  test.each(cases)('%s', async (_, body, expected) => {
    expect(await paragraphs(body)).toEqual(expected)
  })

  it('shows what follows a field that is not whole', async () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const instruction = '<w:r><w:instrText> PAGE </w:instrText></w:r>'
    const half = p(`${r('Vi ')}${mark('begin')}${instruction}${r('søker')}`)
    const whole = p(
      `${mark('begin')}${instruction}${r('borte')}${mark('separate')}${r('kokk')}${mark('end')}`,
    )
    expect(await paragraphs(half + p('Frist: 3. mai 2027') + whole)).toEqual([
      'Vi søker',
      'Frist: 3. mai 2027',
      'kokk',
    ])
  })

  it('tells of twenty thousand lines of a paragraph which are bold within the time of a test', async () => {
    const line = '<w:r><w:rPr><w:b/></w:rPr><w:t>ord</w:t><w:br/></w:r>'
    const posting = await read(`<w:p>${line.repeat(20_000)}${r('slutt')}</w:p>`)
    expect(outline(posting).at(-1)).toBe('paragraph: slutt')
  })

  it('leaves headers, footers, comments and macros out', async () => {
    const related = {
      header: wordPart('hdr', p('topptekst')),
      comments: wordPart('comments', `<w:comment w:id="0">${p('en merknad')}</w:comment>`),
    }
    expect(await paragraphs(p('brødtekst'), related)).toEqual(['brødtekst'])
  })

  it('reads documents whose namespaces have other prefixes, or none', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const inner = '<ns0:p><ns0:r><ns0:t>ord</ns0:t></ns0:r></ns0:p>'
    const bare = '<p><r><t>ord</t></r></p>'
    for (const [root, body] of [
      [`ns0:document xmlns:ns0="${main}"`, `<ns0:body>${inner}</ns0:body>`],
      [`document xmlns="${main}"`, `<body>${bare}</body>`],
    ] as const) {
      const name = root.split(' ')[0]
      const part = {'word/document.xml': `<${root}>${body}</${name}>`}
      expect((await readPosting('a.docx', docx('', {}, part))).source).toBe('ord')
    }
  })
})
