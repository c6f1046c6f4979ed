import {describe, expect, it, test} from 'vitest'
import {recognisers} from '../../src/fields/index.ts'
import type {FieldName} from '../../src/fields/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {docx, odt, p, r} from '../posting/office.ts'
import {outline, pairsOf} from '../posting/read.ts'
import {recogniseText} from './recognise.ts'

const table =
  '| Nøkkelinformasjon | |\n|---|---|\n| Frist | 03.05.2027 |\n| Omfang: | 80 % |\n| Form | Fast |\n'

test.each(['draft.txt', 'draft.md'])('the rows of a table are labels with values in %s', async (path) => {
  expect(await recogniseText(table, {field: 'frist', path})).toMatchObject([{value: '2027-05-03'}])
  expect(await recogniseText(table, {field: 'stillingsprosent', path})).toMatchObject([{min: 80, max: 80}])
})

test.each([
  ['Fast deltid 40 %.', 'fast'],
  ['Stilling: fast, 100 %', 'fast'],
  ['Engasjement 50 % i valgperioden 2027–2031.', 'engasjement'],
])('the form beside its extent: %s', async (text, value) => {
  expect(await recogniseText(text, {field: 'ansettelsesform'})).toMatchObject([{value}])
})

test.each([
  ['Fast stilling. 100 %.', 100],
  ['Fast stilling, 20 timar i veka (53 %).', 53],
])('the extent beside the form: %s', async (text, max) => {
  expect(await recogniseText(text, {field: 'stillingsprosent'})).toMatchObject([{max}])
})

type Rows = readonly (readonly string[])[]

const draft = (path: string, text: string): Promise<Posting> =>
  readPosting(path, new TextEncoder().encode(text))

const html = (rows: Rows, head: 'td' | 'th'): string => {
  const tr = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table>${rows.map((cells, i) => tr(cells, i === 0 ? head : 'td')).join('')}</table>`
}

const bars = ([head = [], ...body]: Rows): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const word = (rows: Rows, {look = '', row = ''}): string => {
  const tc = (cell: string, own: string): string => `<w:tc>${p(r(cell, own))}</w:tc>`
  const tr = (cells: readonly string[], i: number): string =>
    `<w:tr>${i === 0 ? row : ''}${cells.map((cell) => tc(cell, i === 0 ? look : '')).join('')}</w:tr>`
  return `<w:tbl>${rows.map(tr).join('')}</w:tbl>`
}

const libre = ([head = [], ...body]: Rows): string => {
  const tr = (cells: readonly string[]): string =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`
  return `<table:table><table:table-header-rows>${tr(head)}</table:table-header-rows>${body.map(tr).join('')}</table:table>`
}

/** One table in every format that has tables. */
const everywhere: readonly [string, (heading: string, rows: Rows) => Promise<Posting>][] = [
  ['text', (heading, rows) => draft('a.txt', `${heading}\n\n${bars(rows)}`)],
  ['Markdown', (heading, rows) => draft('a.md', `## ${heading}\n\n${bars(rows)}`)],
  ['HTML with a head', (heading, rows) => draft('a.html', `<h2>${heading}</h2>${html(rows, 'th')}`)],
  ['HTML without one', (heading, rows) => draft('a.html', `<h2>${heading}</h2>${html(rows, 'td')}`)],
  [
    'Word with a head',
    (heading, rows) =>
      readPosting(
        'a.docx',
        docx(p(heading) + word(rows, {row: '<w:trPr><w:tblHeader/></w:trPr>', look: '<w:b/>'})),
      ),
  ],
  ['Word without one', (heading, rows) => readPosting('a.docx', docx(p(heading) + word(rows, {})))],
  ['LibreOffice', (heading, rows) => readPosting('a.odt', odt(`<text:p>${heading}</text:p>${libre(rows)}`))],
]

const valuesOf = (posting: Posting, field: FieldName): unknown[] =>
  recognisers[field].recognise(posting, {today: '2027-01-04'}).map(({value}) => value)

describe.each(everywhere)('a table in %s', (_, read) => {
  it('whose columns are sections has a list in each', async () => {
    const posting = await read('Kvalifikasjoner', [
      ['Krav', 'Ønske'],
      ['Fagbrev som kokk', 'Erfaring fra sykehjem'],
      ['Norsk på nivå B1', 'Førerkort'],
    ])
    expect(outline(posting).slice(1)).toEqual([
      'heading [kvalifikasjoner]: Krav',
      'item [kvalifikasjoner]: Fagbrev som kokk',
      'item [kvalifikasjoner]: Norsk på nivå B1',
      'heading [kvalifikasjoner]: Ønske',
      'item [kvalifikasjoner]: Erfaring fra sykehjem',
      'item [kvalifikasjoner]: Førerkort',
    ])
    expect(valuesOf(posting, 'kvalifikasjoner')).toEqual([
      {items: ['Fagbrev som kokk', 'Norsk på nivå B1']},
      {items: ['Erfaring fra sykehjem', 'Førerkort']},
    ])
    const place = posting.blocks.at(-1)!.span
    expect(posting.words(place)).toBe('Førerkort')
  })

  it('with a column that names the rows has the name before what is asked for', async () => {
    const posting = await read('Kvalifikasjonar', [
      ['', 'Krav', 'Ønskjeleg'],
      ['Yrke', 'Fagbrev', 'Røynsle'],
      ['Språk', 'Norsk på nivå B1', ''],
    ])
    expect(valuesOf(posting, 'kvalifikasjoner')).toEqual([
      {items: ['Yrke: Fagbrev', 'Språk: Norsk på nivå B1']},
      {items: ['Røynsle']},
    ])
  })

  it('of several posts has its labels before each value', async () => {
    const posting = await read('Ledige stillinger', [
      ['Stilling', 'Omfang', 'Sted'],
      ['Kokk', '80 %', 'Lillevik'],
      ['Renholder', '100 %', 'Storvik'],
    ])
    expect(pairsOf(posting).map((pair) => pair.replace(/.*? \| /, ''))).toEqual([
      'Stilling | Kokk',
      'Omfang | 80 %',
      'Sted | Lillevik',
      'Stilling | Renholder',
      'Omfang | 100 %',
      'Sted | Storvik',
    ])
  })

  it('of labels and values has the label on the left', async () => {
    const posting = await read('Fakta', [
      ['Frist', '3. mai 2027'],
      ['Omfang', '80 %'],
    ])
    expect(valuesOf(posting, 'frist')).toEqual([{value: '2027-05-03'}])
    expect(valuesOf(posting, 'stillingsprosent')).toEqual([{min: 80, max: 80}])
  })

  it('of what the employer offers is what the section says', async () => {
    const posting = await read('Vi tilbyr', [
      ['Lønn', '500 000 kroner'],
      ['Pensjon', 'tjenestepensjon i KLP'],
    ])
    expect(valuesOf(posting, 'vilkår')).toEqual([
      {items: ['Lønn: 500 000 kroner', 'Pensjon: tjenestepensjon i KLP']},
    ])
  })
})

it('the first row of a Word table is a head when it alone is bold', async () => {
  const rows = [
    ['Uke', 'Dag', 'Vakt'],
    ['1', 'mandag', 'kveld'],
  ]
  const posting = await readPosting('a.docx', docx(word(rows, {look: '<w:b/>'})))
  expect(outline(posting)).toEqual(['pair: Uke: 1', 'pair: Dag: mandag', 'pair: Vakt: kveld'])
})

it('a head above labels and values is no label', async () => {
  const posting = await draft(
    'a.html',
    html(
      [
        ['Hva', 'Opplysning'],
        ['Frist', '3. mai 2027'],
      ],
      'th',
    ),
  )
  expect(valuesOf(posting, 'frist')).toEqual([{value: '2027-05-03'}])
})
