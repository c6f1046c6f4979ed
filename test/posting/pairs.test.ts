import {describe, expect, it} from 'vitest'
import {pairsOf, readText} from './read.ts'

const cases: [name: string, text: string, pairs: string[]][] = [
  ['on the same line', 'Søknadsfrist: 14. januar 2027', ['frist | Søknadsfrist | 14. januar 2027']],
  ['without a space', 'Arbeidsgivar:Lillevik kommune', ['arbeidsgiver | Arbeidsgivar | Lillevik kommune']],
  ['below the label', 'Søknadsfrist:\n\n02.10.2027', ['frist | Søknadsfrist: | 02.10.2027']],
  ['below a label without a colon', 'Søknadsfrist\n23. juni 2027', ['frist | Søknadsfrist | 23. juni 2027']],
  ['after a no-break space', 'Søknadsfrist:\u00a0\n\n02.10.2027', ['frist | Søknadsfrist: | 02.10.2027']],
  [
    'several in one line',
    'Org. nr: 999 999 999 Stillingsident: 4711 Søknadsfrist: 3. mai',
    ['– | Org. nr | 999 999 999', 'referanse | Stillingsident | 4711', 'frist | Søknadsfrist | 3. mai'],
  ],
  ['in a list item', ' • Arbeidssted: Rådhuset.', ['arbeidssted | Arbeidssted | Rådhuset.']],
  [
    'an address on several lines',
    'Arbeidssted\nStrandgata 1\n9999 Lillevik',
    ['arbeidssted | Arbeidssted | Strandgata 1\n9999 Lillevik'],
  ],
]

describe('labels and their values', () => {
  it.each(cases)('%s', async (_name, text, pairs) => {
    expect(pairsOf(await readText(text))).toEqual(pairs)
  })

  it('an address is no label: the colon belongs to it', async () => {
    expect(pairsOf(await readText('Les mer på https://lillevik.example'))).toEqual([])
  })

  it('every key of the front matter is a label', async () => {
    const text =
      '---\nfrist: 2027-01-14\nkontakt:\n  - {navn: Solveig Myrland, telefon: 400 00 012}\nmålform: nynorsk\n---\nTekst'
    const posting = await readText(text, 'a.md')
    expect(pairsOf(posting)).toEqual([
      'frist | frist | 2027-01-14',
      'kontakt | kontakt | Solveig Myrland, telefon: 400 00 012',
    ])
    expect(posting.profile).toEqual({målform: 'nynorsk'})
  })
})
