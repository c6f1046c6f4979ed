import {describe, expect, it} from 'vitest'
import {outline, pairsOf, readText} from './read.ts'

const outlineOf = async (html: string): Promise<string[]> => outline(await readText(html, 'annonse.html'))

describe('a fragment, as it is pasted from a recruitment system', () => {
  it('has headings, paragraphs and lists, one within another', async () => {
    expect(
      await outlineOf(`<h2>Om stillingen</h2>
<p>Lillevik kommune trenger en renholder
som liker å holde orden.</p>
<h2>Arbeidsoppgaver</h2>
<ul><li>daglig renhold<ul><li>skoler</li><li>kontorer</li></ul></li><li></li><li>boning</li></ul>`),
    ).toEqual([
      'heading [om]: Om stillingen',
      'paragraph [om]: Lillevik kommune trenger en renholder som liker å holde orden.',
      'heading [arbeidsoppgaver]: Arbeidsoppgaver',
      'item [arbeidsoppgaver]: daglig renhold',
      'item [arbeidsoppgaver]: skoler',
      'item [arbeidsoppgaver]: kontorer',
      'item [arbeidsoppgaver]: boning',
    ])
  })

  it('has headings that are only bold, and bullets that are only typed', async () => {
    expect(
      await outlineOf(`<b>Vi tilbyr:</b><br>• god pensjon<br>&bull; fleksitid<br /><br/>
<span style="font-weight: 700">Kvalifikasjoner</span><br>
<p class="MsoListParagraph">·</p><p>fagbrev</p><p>- førerkort</p>`),
    ).toEqual([
      'heading [vilkår]: Vi tilbyr:',
      'item [vilkår]: god pensjon',
      'item [vilkår]: fleksitid',
      'heading [kvalifikasjoner]: Kvalifikasjoner',
      'item [kvalifikasjoner]: fagbrev',
      'item [kvalifikasjoner]: førerkort',
    ])
  })

  it('is parted by blocks and not by what is inline', async () => {
    expect(
      await outlineOf('<div>Vakt<b>mest</b>er</div><div>Renholder</div><custom-tag>Kokk</custom-tag>'),
    ).toEqual(['paragraph: Vaktmester', 'paragraph: Renholder', 'paragraph: Kokk'])
  })

  it('has a quotation in <blockquote>, lines in <pre>, and no script, style, template or hidden text', async () => {
    expect(
      await outlineOf(`<blockquote>Her trives jeg godt.</blockquote><pre>Frist: 1. mai 2027
Sted: Lillevik</pre><script>var frist = "2. mai 2027"</script><style>p{}</style><template>a</template>
<p hidden>b</p><p style="color:red; display:none">c</p><noscript>d</noscript><textarea>e</textarea><!-- f -->`),
    ).toEqual(['quotation: Her trives jeg godt.', 'pair: Frist: 1. mai 2027', 'pair: Sted: Lillevik'])
  })

  it('is plain text when it has no tags, and is unescaped when it was escaped once more', async () => {
    expect(await outlineOf('Vi tilbyr:\n- god pensjon &amp; trivsel')).toEqual([
      'heading [vilkår]: Vi tilbyr:',
      'item [vilkår]: god pensjon & trivsel',
    ])
    expect(await outlineOf('&lt;p&gt;Ring oss p&amp;aring; mandag.&lt;/p&gt;')).toEqual([
      'paragraph: Ring oss på mandag.',
    ])
  })

  it('keeps the line breaks of pasted text where they part labels from values', async () => {
    expect(await outlineOf('<p>Søknaden sendes\nelektronisk.\nSøknadsfrist\n3. mai 2027</p>')).toEqual([
      'paragraph: Søknaden sendes elektronisk.',
      'paragraph: Søknadsfrist',
      'paragraph: 3. mai 2027',
    ])
  })

  it('goes on in the next paragraph when each printed line is a paragraph', async () => {
    expect(
      await outlineOf(
        '<p>Avdelingen vokser og har derfor ledige stillinger for</p><p>sykepleiere og leger.</p>',
      ),
    ).toEqual(['paragraph: Avdelingen vokser og har derfor ledige stillinger for sykepleiere og leger.'])
  })
})

describe('facts in a form', () => {
  it('are pairs in tables of two columns and in lists of terms', async () => {
    const facts = await readText(
      `<table><tr><th>Søknadsfrist</th><td>3. mai 2027</td></tr><tr><td>Sted:</td><td>Fjordgata 2<br>4321 Lillevik</td></tr></table>
<dl><div><dt>Stillingsprosent</dt><dd>80&nbsp;%</dd></div><dt>Kontakt</dt><dd>Kari Eksempel</dd><dd>leder</dd></dl>`,
      'a.html',
    )
    expect(facts.blocks.map(({text}) => text)).toEqual([
      'Søknadsfrist: 3. mai 2027',
      'Sted: Fjordgata 2, 4321 Lillevik',
      'Stillingsprosent: 80 %',
      'Kontakt: Kari Eksempel, leder',
    ])
    expect(pairsOf(facts)[1]).toBe('arbeidssted | Sted | Fjordgata 2, 4321 Lillevik')
  })

  it('are pairs beside each other, or under the heads of their columns', async () => {
    expect(
      await outlineOf(`<table><tr><td>Frist</td><td>3. mai</td><td>Sted</td><td>Lillevik</td></tr></table>
<table><tr><th>Stilling</th><th>Omfang</th></tr><tr><td>Kokk</td><td>80 %</td></tr><tr><td>Hjelpekokk</td><td>50 %</td></tr></table>
<table><tr><td>mandag</td><td>tirsdag</td><td>onsdag</td></tr></table>`),
    ).toEqual([
      'pair: Frist: 3. mai',
      'pair: Sted: Lillevik',
      'pair: Stilling: Kokk',
      'pair: Omfang: 80 %',
      'pair: Stilling: Hjelpekokk',
      'pair: Omfang: 50 %',
      'paragraph: mandag | tirsdag | onsdag',
    ])
  })

  it('are pairs when only the style of the page sets label and value apart', async () => {
    expect(
      await outlineOf(`<ul><li><span>Søknadsfrist</span><span>3. mai 2027</span></li>
<li><b>Sted:</b><i>Lillevik</i></li></ul><p><span>Lærer</span><b>ne</b></p>
<div><small>Stillingsprosent</small>
<strong>80 %</strong></div><div><div>Tiltredelse</div><div>1. august</div></div>`),
    ).toEqual([
      'item: Søknadsfrist: 3. mai 2027',
      'item: Sted: Lillevik',
      'paragraph: Lærerne',
      'paragraph: Stillingsprosent',
      'heading: 80 %',
      'paragraph: Tiltredelse',
      'paragraph: 1. august',
    ])
  })

  it('are headings when much is said under them, and a table of layout is read cell by cell', async () => {
    expect(
      await outlineOf(
        '<table><tr><td>Kvalifikasjoner</td><td><ul><li>fagbrev</li><li>erfaring</li></ul></td></tr></table>',
      ),
    ).toEqual([
      'heading [kvalifikasjoner]: Kvalifikasjoner',
      'item [kvalifikasjoner]: fagbrev',
      'item [kvalifikasjoner]: erfaring',
    ])
    expect(
      await outlineOf(
        '<table><tr><td><p>Vi søker en kokk til kantinen på rådhuset, som åpner til høsten.</p></td><td><p>Ring oss.</p></td></tr></table>',
      ),
    ).toEqual([
      'paragraph: Vi søker en kokk til kantinen på rådhuset, som åpner til høsten.',
      'paragraph: Ring oss.',
    ])
  })
})

describe('places', () => {
  it('are those of the words in the HTML', async () => {
    const posting = await readText(
      '<dl>\r\n<dt>S&oslash;knadsfrist<dd>3.&nbsp;mai <b>20</b>27</dl>',
      'a.html',
    )
    const [{label, value} = {label: {start: 0, end: 0}, value: {start: 0, end: 0}}] = posting.pairs
    expect(posting.text).toBe('Søknadsfrist: 3. mai 2027')
    expect(posting.place(label)).toMatchObject({start: {line: 2, column: 5}, end: {line: 2, column: 24}})
    expect(posting.source.slice(posting.place(value).start.offset, posting.place(value).end.offset)).toBe(
      '3.&nbsp;mai <b>20</b>27',
    )
    expect(posting.words(value)).toBe('3. mai 2027')
  })

  it.each([
    ['&#248;', 'ø'],
    ['&#xF8;', 'ø'],
    ['&oslash', 'ø'],
    ['&amp;', '&'],
    ['&amp', '&'],
    ['&NotEqualTilde;', '≂̸'],
    ['&#x1F600;', '😀'],
    ['a&#x30a;', 'å'],
    ['&unknown;', '&unknown;'],
    ['& b', '& b'],
  ])('of %s, which is %s', async (written, read) => {
    const {text, source, place} = await readText(`<p>(${written})</p>`, 'a.html')
    expect(text).toBe(`(${read})`)
    const {start, end} = place({start: 1, end: text.length - 1})
    expect(source.slice(start.offset, end.offset)).toBe(written)
  })

  it('are right past stray tags, CDATA and tables that are broken', async () => {
    const posting = await readText(
      '<p>Frist</b>: 3.</x> mai</p><![CDATA[<p>Sted: Lille</i>vik]]></p><table><tr><td>Lønn</td>etter avtale</table>',
      'a.html',
    )
    expect(pairsOf(posting).slice(0, 2)).toEqual(['frist | Frist | 3. mai', 'arbeidssted | Sted | Lillevik'])
    expect(posting.text).toContain('etter avtale')
  })

  it('are those of links too', async () => {
    const {links, text} = await readText(
      '<p>Søk <a href="https://jobb.lillevik.example/?a=1&amp;b=2"><b>her</b></a>, eller <a href="mailto:post@lillevik.example">skriv</a></p>',
      'a.html',
    )
    expect(links.map(({span, url}) => `${text.slice(span.start, span.end)} ${url}`)).toEqual([
      'her https://jobb.lillevik.example/?a=1&b=2',
      'skriv mailto:post@lillevik.example',
    ])
  })
})

describe('a waiver', () => {
  it('stands in a comment, and is no text', async () => {
    const {waivers, text} = await readText(
      '<ul>\n<!-- utlys-ignorer lov/norskkrav: drøftet -->\n<li>norsk på nivå C1</li>\n</ul>',
      'a.html',
    )
    expect(waivers.map(({ruleId, line}) => [ruleId, line])).toEqual([['lov/norskkrav', 3]])
    expect(text).toBe('norsk på nivå C1')
  })

  it('stands so in text without tags, too, and in HTML that was escaped once more', async () => {
    const plain = await readText(
      'Vi tilbyr:\n<!-- utlys-ignorer felt/lonn: drøftet -->\n- god pensjon',
      'a.html',
    )
    expect(outline(plain)).toEqual(['heading [vilkår]: Vi tilbyr:', 'item [vilkår]: god pensjon'])
    const escaped = await readText(
      '<!-- utlys-ignorer felt/lonn: drøftet -->\n&lt;p&gt;God lønn&lt;/p&gt;',
      'a.html',
    )
    expect(escaped.text).toBe('God lønn')
    expect([plain, escaped].map(({waivers}) => waivers.map(({line}) => line))).toEqual([[3], [2]])
  })
})

describe('a comment', () => {
  it('parts nothing', async () => {
    expect(
      await outlineOf(
        '<p>Søknadsfrist<!-- -->: <!-- -->15. januar <!-- -->2027</p><p>post<!-- -->@lillevik.example</p>',
      ),
    ).toEqual(['pair: Søknadsfrist: 15. januar 2027', 'paragraph: post@lillevik.example'])
  })

  it('does not begin in a script or in an attribute', async () => {
    expect(
      await outlineOf(
        '<p>Vaktmester</p><script>var a = "<!--"</script><p title="<!-- utlys-ignorer felt/lonn: x">Blid</p><p>Kontakt: Kari</p><!-- slutt --><p>Velkommen</p>',
      ),
    ).toEqual(['paragraph: Vaktmester', 'paragraph: Blid', 'pair: Kontakt: Kari', 'paragraph: Velkommen'])
  })
})

it.each([
  ['<div>', 100_000],
  ['<ul><li>', 100_000],
  ['<b class=x>', 100_000],
  ['<table><tr><td>', 50_000],
])('%s without end is refused at once', async (tag, times) => {
  await expect(readText(`<p>a</p>${tag.repeat(times)}`, 'a.html')).rejects.toMatchObject({code: 'nested'})
})

it.each(['<p>a', '<!---->', 'a</b>'])('%s without end is refused as too much', async (part) => {
  await expect(readText(`<p>a</p>${part.repeat(400_000)}`, 'a.html')).rejects.toMatchObject({code: 'tooBig'})
})

it('a page with twenty thousand elements and a long script is read', async () => {
  const page = `<p>Vaktmester</p><script>${'a b;'.repeat(500_000)}</script>${'<p>ord og <b>ord</b></p>'.repeat(10_000)}`
  expect((await readText(page, 'a.html')).blocks).toHaveLength(10_001)
})

it('markup that repeats itself without end is refused', async () => {
  const open = Array.from({length: 400}, (_, i) => `<b id=${i}>`).join('')
  await expect(readText(`<p>${open}${'<p>a'.repeat(20_000)}`, 'a.html')).rejects.toMatchObject({
    code: 'nested',
  })
})
