import {readFileSync} from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, it, test} from 'vitest'
import {dataFormats} from '../../src/posting/data/formats.ts'
import {mostBytes} from '../../src/posting/limits.ts'
import {feedAd, formOf, hrXml, importAd, jobbnorgeAd, jobPosting, readFile, textOf, xmlOf} from './feeds.ts'

const only = async (path: string, content: unknown) => {
  const postings = await readFile(path, content)
  expect(postings).toHaveLength(1)
  return postings[0]!
}

describe('form fields and text', () => {
  it("of an ad in Nav's feed", async () => {
    const ad = await only('annonse.json', {uuid: feedAd.uuid, status: 'ACTIVE', ad_content: feedAd})
    expect(formOf(ad)).toEqual([
      'Søknadsfrist: 2027-01-14',
      'Stillingstittel: Vaktmester',
      'Arbeidsgiver: Lillevik kommune',
      'Arbeidssted: Storgata 1, 0123 LILLEVIK',
      'Ansettelsesform: Fast',
      'Heltid/deltid: deltid',
      'Kontaktperson: Solveig Myrland, driftsleder, 40000012, solveig.myrland@lillevik.example',
      'Antall stillinger: 2',
      'Tiltredelse: 2027-02-01',
      'Send søknaden til: https://lillevik.example/12',
    ])
    expect(textOf(ad)).toEqual([
      'Vaktmester i Lillevik kommune',
      'Vi søker deg som er ung og "blid".',
      'Arbeidsoppgaver',
      'drift av bygg',
      'små reparasjoner',
      'Lillevik ligger ved sjøen.',
    ])
    expect(ad.profile).toEqual({publisert: '2026-11-21'})
    expect(ad.readOnly).toBe('format')
  })

  it('of an ad on its way to Nav', async () => {
    const ad = await only('annonse.json', [importAd])
    expect(formOf(ad)).toContain('Stillingsprosent: 80%')
    expect(formOf(ad)).toContain('Søknadsfrist: 14.01.2027')
    expect(textOf(ad)).toEqual([
      'Renholder',
      'Lillevik kommune søker renholder i 80 % stilling.',
      'Vi er mange.',
    ])
  })

  it.each([
    ['alone', jobPosting],
    ['in a list', [jobPosting]],
    ['with the address of its type', {...jobPosting, '@type': 'https://schema.org/JobPosting'}],
    ['with several types', {...jobPosting, '@type': ['Thing', 'schema:JobPosting']}],
    ['in a graph', {'@context': 'https://schema.org', '@graph': [{'@type': 'WebPage'}, jobPosting]}],
  ])('of a JobPosting %s', async (_where, content) => {
    expect(formOf(await only('annonse.jsonld', content))).toEqual([
      'Søknadsfrist: 2027-01-14',
      'Stillingstittel: Fagleder for byggesak',
      'Arbeidsgiver: Lillevik kommune',
      'Arbeidssted: Storgata 1, 0123 Lillevik',
      'Ansettelsesform: midlertidig',
      'Heltid/deltid: heltid',
      'Lønn: 560000–640000 kroner per år',
    ])
  })

  it.each([
    ['2027-01-14T23:00:00Z', '2027-01-15'],
    ['2027-01-15T22:59:59.000Z', '2027-01-15'],
    ['2027-06-14T22:00:00.000+00:00', '2027-06-15'],
    ['2027-06-14T18:30:00-0400', '2027-06-15'],
    ['2027-01-15T00:00:00Z', '2027-01-15'],
    ['2027-01-15T23:59:59Z', '2027-01-15'],
    ['2027-01-15T23:00:00', '2027-01-15'],
    ['2027-01-15T00:00:00+01:00', '2027-01-15'],
    ['2027-01-15', '2027-01-15'],
  ])('with a moment, %s, on the day that it is in Norway: %s', async (moment, day) => {
    const posting = await only('a.json', {...jobPosting, validThrough: moment, jobStartDate: moment})
    const [frist] = formOf(posting)
    expect(frist).toBe(`Søknadsfrist: ${day}`)
    expect(formOf(posting)).toContain(`Tiltredelse: ${day}`)
    const inFeed = await only('b.json', {...feedAd, applicationDue: moment, starttime: moment})
    expect(formOf(inFeed)[0]).toBe(frist)
    const onItsWay = {...importAd, properties: {...importAd.properties, applicationdue: moment}}
    expect(formOf(await only('c.json', onItsWay))).toContain(frist)
  })

  it('of an ad of Jobbnorge, with its sections', async () => {
    const ad = await only('annonse.json', jobbnorgeAd)
    expect(formOf(ad)).toContain('Kontaktperson: Kari Lie, avdelingsleder, 400 00 014')
    expect(textOf(ad)).toEqual([
      'Ingeniør',
      'Vi bygger byen',
      'Lillevik kommune søker ingeniør.',
      'Kvalifikasjoner',
      'ingeniørutdanning',
      'erfaring',
    ])
    expect(ad.blocks.at(-1)!.sections).toEqual(['kvalifikasjoner'])
  })

  it('of HR-XML, with its HTML in CDATA or escaped', async () => {
    const ad = await only('annonse.xml', xmlOf(hrXml()))
    expect(formOf(ad)).toEqual([
      'Søknadsfrist: 2027-01-14',
      'Arbeidsgiver: Lillevik kommune',
      'Arbeidssted: 0123 Lillevik',
      'Ansettelsesform: Fast',
      'Stillingsprosent: 75',
      'Antall stillinger: 1',
    ])
    expect(textOf(ad)).toEqual(['Sykepleier', 'Vi søker sykepleier & venn.', 'Lillevik ligger ved sjøen.'])
  })
})

describe('several ads in a file', () => {
  it('are numbered, with places in the file', async () => {
    const ads = await readFile('side.json', {items: [feedAd, {...feedAd, title: 'Renholder'}]})
    expect(ads.map(({ad}) => ad)).toEqual([1, 2])
    const titles = ads.map(({blocks, place}) => place(blocks.find(({given}) => !given)!.span))
    const lines = JSON.stringify({items: [feedAd, {...feedAd, title: 'Renholder'}]}, null, 2).split('\n')
    expect(titles.map(({start}) => lines[start.line - 1]!.trim())).toEqual([
      '"title": "Vaktmester i Lillevik kommune",',
      '"title": "Renholder",',
    ])
  })

  it('in HR-XML too', async () => {
    const ads = await readFile('to.xml', xmlOf(hrXml('Sykepleier'), hrXml('Lege')))
    expect(ads.map((ad) => textOf(ad)[0])).toEqual(['Sykepleier', 'Lege'])
  })

  it('one on each line', async () => {
    const lines = [feedAd, importAd, jobPosting].map((ad) => JSON.stringify(ad)).join('\n')
    const ads = await readFile('aar.jsonl', `\ufeff${lines}\n\n`)
    expect(ads.map(({blocks, place}) => place(blocks.at(-1)!.span).start.line)).toEqual([1, 2, 3])
    expect(ads.map(({ad}) => ad)).toEqual([1, 2, 3])
  })
})

it('an ad has the line that it begins on and the name that its source has for it', async () => {
  const ads = await readFile('annonser.json', JSON.stringify([feedAd, importAd, jobPosting], null, 2))
  expect(ads.map(({line}) => line)).toEqual([2, expect.any(Number), expect.any(Number)])
  expect(ads.map(({id}) => id)).toEqual([feedAd.uuid, importAd.reference, undefined])
})

it('a town that is the municipality, too, is told once', async () => {
  const ad = await only('annonse.json', {
    ...jobbnorgeAd,
    locations: [{area: 'Lillevik', municipality: 'LILLEVIK'}],
  })
  expect(formOf(ad)).toContain('Arbeidssted: Lillevik')
})

it("what Nav's feed puts where nothing was said only counts when the ad says nothing else", async () => {
  const ad = await only('annonse.json', {...feedAd, extent: 'Heltid'})
  expect(ad.blocks.filter(({assumed}) => assumed).map(({text}) => text)).toEqual(['Heltid/deltid: heltid'])
})

test.each([
  ['one entry', {uuid: 'a', status: 'INACTIVE', title: 'Kokk'}, '1'],
  [
    'several',
    [
      {status: 'INACTIVE', title: 'Kokk'},
      {status: 'STOPPED', ad_content: null},
    ],
    '2',
  ],
])('of ads that have been taken back it is told how many: %s', async (_name, content, n) => {
  await expect(readFile('annonse.json', content)).rejects.toMatchObject({code: 'withdrawn', data: {n}})
})

describe('places are those of the file', () => {
  const placed = (source: string, start: number, end: number): string => source.slice(start, end)

  it('with escapes of JSON in escapes of HTML', async () => {
    const description =
      '<p>Du m\u00e5 v\u00e6re &laquo;ung&raquo; og \\"blid\\".</p>\\n<p>S\\u00f8k n\\u00e5</p>'
    const ad = await only('a.json', `{"@type": "JobPosting", "title": "X", "description": "${description}"}`)
    const wordsAt = (words: string): string => {
      const at = ad.text.indexOf(words)
      const {start, end} = ad.place({start: at, end: at + words.length})
      return placed(ad.source, start.offset, end.offset)
    }
    expect(wordsAt('«ung»')).toBe('&laquo;ung&raquo;')
    expect(wordsAt('"blid"')).toBe('\\"blid\\"')
    expect(wordsAt('Søk nå')).toBe('S\\u00f8k n\\u00e5')
  })

  it('in XML, escaped once or twice', async () => {
    const ad = await only('a.xml', xmlOf(hrXml()))
    const at = ad.text.indexOf('sjøen')
    const {start, end} = ad.place({start: at, end: at + 5})
    expect(placed(ad.source, start.offset, end.offset)).toBe('sj&amp;oslash;en')
  })

  it('and the words of a form field that is put together are shown without the code between', async () => {
    const ad = await only('a.json', feedAd)
    const {span} = ad.blocks.find(({text}) => text.startsWith('Kontaktperson'))!
    expect(ad.words(span)).toMatch(/^Kontaktperson: Solveig Myrland, driftsleder/)
    const {start, end} = ad.place(span)
    expect(start.offset).toBeLessThan(end.offset)
  })
})

it('a waiver in the text of an ad covers its own line', async () => {
  const waiver = '<!-- utlys-ignorer inkludering/alder: drøftet (av: rektor) -->'
  const ad = await only('a.xml', xmlOf(hrXml('Lærer', `\n${waiver}\n<p>Du er ung.</p>`)))
  expect(ad.waivers).toMatchObject([{ruleId: 'inkludering/alder', reason: 'drøftet', by: 'rektor'}])
  expect(ad.source.split('\n')[ad.waivers[0]!.line - 1]).toContain('Du er ung.')
})

describe('which format it is', () => {
  it.each([
    ['JSON', JSON.stringify(feedAd), 'readOnly', 'format'],
    ['JSON lines', `${JSON.stringify(feedAd)}\n${JSON.stringify(feedAd)}\n`, 'ad', 1],
    ['HR-XML', xmlOf(hrXml()), 'readOnly', 'format'],
    ['text', 'Vi søker vaktmester.', 'readOnly', undefined],
  ] as const)(
    'is told by the content when the name does not tell: %s',
    async (_format, content, key, value) => {
      for (const path of ['annonse', 'annonse.tekst'])
        expect((await readFile(path, content))[0]![key]).toBe(value)
    },
  )
})

describe('what cannot be read is refused in words', () => {
  const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000)
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
  const fetching =
    '<!DOCTYPE a SYSTEM "http://lillevik.example/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
  it.each([
    ['a.json', '{"title": "Vaktmester",\n "adText": }', 'json', {line: '2', column: '12'}],
    ['a.json', '{"title":\n ', 'json', {line: '1', column: '10'}],
    ['a.json', '{"navn": "noe annet"}', 'noAd', {}],
    ['a.json', deep('[', ']'), 'nested', {}],
    ['a.json', deep('{"a":', '}'), 'nested', {}],
    ['a.json', ' ', 'empty', {}],
    ['a.jsonl', `${JSON.stringify(feedAd)}\n{"title":\n`, 'json', {line: '2'}],
    ['a.xml', '<a><b></a>', 'xml', {line: '1'}],
    ['a.xml', deep('<a>', '</a>'), 'nested', {}],
    ['a.xml', laughs, 'entities', {}],
    ['a.xml', fetching, 'entities', {}],
    ['a.xml', '<a/>', 'noAd', {}],
    ['a.json', `[${'1,'.repeat(400_000)}1]`, 'tooBig', {}],
    ['a.json', `[${'{},'.repeat(200_000)}{}]`, 'tooBig', {}],
    ['a.xml', `<a>${'<b/>'.repeat(400_000)}</a>`, 'tooBig', {}],
    ['a.xml', `<a ${Array.from({length: 400_000}, (_, i) => `b${i}=">"`).join(' ')}/>`, 'tooBig', {}],
  ])('%s: %.30s', async (path, content, code, data) => {
    await expect(readFile(path, content)).rejects.toMatchObject({name: 'BadInput', code, data})
  })

  it('and so is what is too much to be read at once', async () => {
    await expect(readFile('a.json', ' '.repeat(mostBytes + 1))).rejects.toMatchObject({code: 'tooLarge'})
  })
})

test('the descriptions of the formats are as their schema has it', () => {
  const ajv = new Ajv2020({strict: false})
  addFormats(ajv)
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/data-format.schema.json', import.meta.url), 'utf8'),
  )
  for (const format of dataFormats) {
    ajv.validate(schema, format)
    expect({name: format.name, errors: ajv.errors}).toEqual({name: format.name, errors: null})
  }
})
