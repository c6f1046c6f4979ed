import {describe, expect, it, test} from 'vitest'
import {recognisers} from '../../src/fields/index.ts'
import type {FieldName} from '../../src/fields/types.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {docx, odt, p, r} from '../posting/office.ts'
import {outline, readText} from '../posting/read.ts'

const valuesOf = (posting: Posting, field: FieldName): unknown[] =>
  recognisers[field].recognise(posting, {today: '2027-01-04'}).map(({value}) => value)

const wingdings = (char: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`

const control = (isTicked: boolean): string =>
  `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="${isTicked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(isTicked ? '☒' : '☐')}</w:sdtContent></w:sdt>`

const formField = (isTicked: boolean): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${isTicked ? 1 : 0}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const word = (body: string): Promise<Posting> => readPosting('a.docx', docx(body))

describe('of boxes to tick', () => {
  test.each<[string, () => Promise<Posting>]>([
    ['signs', () => readText('☒ Fast ☐ Vikariat')],
    ['signs after what they are for', () => readText('Ansettelsesform: Fast ☑ Vikariat ☐')],
    ['brackets', () => readText('[x] Fast [ ] Vikariat')],
    ['brackets in Markdown', () => readText('- [x] Fast\n- [ ] Vikariat', 'a.md')],
    ['a line for each', () => readText('Tilsetjingsform:\n☐ Vikariat\n☑ Fast')],
    ['cells', () => readText('| ☒ | Fast | ☐ | Vikariat |')],
    ['rows', () => readText('| Fast | ☒ |\n| Vikariat | ☐ |')],
    ['HTML', () => readText('<p>&#9746; Fast<br>&#9744; Vikariat</p>', 'a.html')],
    [
      'signs of Wingdings',
      () => word(p(wingdings('F0FE') + r(' Fast  ') + wingdings('F0A8') + r(' Vikariat'))),
    ],
    ['Word', () => word(p(control(true) + r(' Fast ') + control(false) + r(' Vikariat')))],
    ['older forms of Word', () => word(p(formField(true) + r(' Fast ') + formField(false) + r(' Vikariat')))],
    [
      'LibreOffice',
      () => readPosting('a.odt', odt('<text:p><text:span>\uf0fe</text:span> Fast \uf0a8 Vikariat</text:p>')),
    ],
  ])('%s: what is ticked is said, and nothing else', async (_, read) => {
    const posting = await read()
    expect(valuesOf(posting, 'ansettelsesform')).toEqual([{value: 'fast'}])
    expect(posting.text).not.toContain('Vikariat')
    const at = posting.text.indexOf('Fast')
    expect(posting.words({start: at, end: at + 4})).toBe('Fast')
  })

  test.each([
    'Ansettelsesform: ☐ Fast ☐ Vikariat',
    'Tilsetjingsform: [ ] Fast [ ] Vikariat',
    '☐ Fast\n☐ Vikariat\n☐ Engasjement',
  ])('none that is ticked says nothing: %s', async (choice) => {
    const posting = await readText(`Kokk\n\n${choice}\n\nVi lager mat.`)
    expect(valuesOf(posting, 'ansettelsesform')).toEqual([])
    expect(posting.text).not.toMatch(/Fast|Vikariat/)
  })

  it('several that are ticked are all said', async () => {
    expect(outline(await readText('☒ Fast ☐ Vikariat ☒ Heltid. Vi har turnus.'))).toEqual([
      'paragraph: Fast, Heltid. Vi har turnus.',
    ])
  })
})

it('an empty box before a sentence is a bullet', async () => {
  expect(
    outline(
      await readText('Kvalifikasjoner\n☐ Du har fagbrev og noen års erfaring som kokk\n☐ Du har godt humør'),
    ),
  ).toEqual([
    'heading [kvalifikasjoner]: Kvalifikasjoner',
    'item [kvalifikasjoner]: Du har fagbrev og noen års erfaring som kokk',
    'item [kvalifikasjoner]: Du har godt humør',
  ])
})

it('a box in the middle of a sentence is left as it is', async () => {
  const text = 'Kryss av i ruten ☐ hvis du ikke vil stå på listen.'
  expect((await readText(text)).text).toBe(text)
})
