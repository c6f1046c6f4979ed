import {describe, expect, it, test} from 'vitest'
import {check} from '../../rules/sprak/rester.ts'
import type {RuleContext} from '../../src/engine/types.ts'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {docx, p, r} from '../posting/office.ts'
import {readText} from '../posting/read.ts'

const fieldsOf = (posting: Posting): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(recognise(posting, {today: '2027-01-04'}))
      .filter(([, found]) => found.length > 0)
      .map(([name, found]) => [name, found.map(({value}) => value)]),
  )

const leftovers = (posting: Posting): string[] =>
  [...check({posting} as RuleContext)].map(({span}) => posting.words(span!))

const prompts = [
  'Klikk eller trykk her for å skrive inn tekst',
  'Klikk her for å skrive inn tekst',
  'Klikk eller trykk for å skrive inn en dato',
  'Klikk eller trykk for å skrive inn ein dato',
  'Velg et element',
  'Vel eit element',
  'Click or tap here to enter text',
  'Click or tap to enter a date',
  'Choose an item',
]

describe('a prompt that nobody has answered', () => {
  test.each(prompts)('is a leftover and no field: %s', async (prompt) => {
    const posting = await readText(
      `Slik søker du: ${prompt}.\nKontaktperson: ${prompt}.\nArbeidssted: ${prompt}\n\nKvalifikasjoner\n- ${prompt}.`,
    )
    expect(fieldsOf(posting)).toEqual({})
    expect(leftovers(posting)).toEqual(Array(4).fill(prompt))
  })

  it('leaves what stands beside it', async () => {
    const posting = await readText(
      `Kontakt: Kari Eksempel, telefon: ${prompts[0]}.\n\nKvalifikasjoner\n- fagbrev\n- ${prompts[0]}.`,
    )
    expect(fieldsOf(posting)).toMatchObject({
      kontakt: [{navn: 'Kari Eksempel', telefon: []}],
      kvalifikasjoner: [{items: ['fagbrev']}],
    })
  })

  it('is nothing that the employer offers', async () => {
    const posting = await readText(`Vi tilbyr\n\nLønn: 500 000 kroner\nSlik søker du: ${prompts[0]}.`)
    expect(fieldsOf(posting)).toMatchObject({vilkår: [{items: ['Lønn: 500 000 kroner']}]})
  })

  it('is what Word says that it is, in whatever words', async () => {
    const control = (content: string, isEmpty: boolean): string =>
      `<w:sdt><w:sdtPr>${isEmpty ? '<w:showingPlcHdr/>' : ''}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const body =
      p(r('Arbeidssted: ') + control(r('Lillevik, eller der du er'), true)) +
      p(r('Frist: ') + control(r('3. mai 2027'), false)) +
      control(p('Søk på lillevik.example/jobb'), true)
    const posting = await readPosting('a.docx', docx(body))
    expect(fieldsOf(posting)).toEqual({frist: [{value: '2027-05-03'}]})
    expect(leftovers(posting)).toEqual(['Lillevik, eller der du er', 'Søk på lillevik.example/jobb'])
  })
})
