import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const forms = async (text: string, path = 'draft.txt') =>
  (await recogniseText(text, {field: 'ansettelsesform', path})).map(({value, text: words}) => [value, words])

describe('the form of employment', () => {
  test.each([
    ['label', 'Ansettelsesform: Fast', [['fast', 'Fast']]],
    ['nynorsk label', 'Tilsetjingsform: Mellombels', [['midlertidig', 'Mellombels']]],
    [
      'label, two forms',
      'Stillingstype: Vikariat / engasjement',
      [
        ['vikariat', 'Vikariat'],
        ['engasjement', 'engasjement'],
      ],
    ],
    ['line of its own', 'Stillingsbrøk: 100%\nFast\nAntall stillinger: 1', [['fast', 'Fast']]],
    ['prose', 'Vi har ledig fast stilling som lærer.', [['fast', 'fast stilling']]],
    [
      'with the size between',
      'Det er ledig en fast 80-100 % stilling.',
      [['fast', 'fast 80-100 % stilling']],
    ],
    ['after the size', 'Stillingen er 100 % fast.', [['fast', 'fast']]],
    ['line of key facts', 'Heltid | Fast | Lillevik', [['fast', 'Fast']]],
    ['how long', 'Varighet: Fast', [['fast', 'Fast']]],
    ['beside the size', 'Stillingsprosent: 80, fast', [['fast', 'fast']]],
    ['between commas, after a title', 'Rådgiver, fast, Lillevik', [['fast', 'fast']]],
    ['a period beside a label', 'Varighet: 3 år fra 1. august', [['midlertidig', '3 år']]],
    ['a period in prose', 'Vi har ledig treårig stilling.', [['midlertidig', 'treårig stilling']]],
    [
      'what may come later is another sentence',
      'Vi har ledig fast stilling. Den kan på sikt bli større.',
      [['fast', 'fast stilling']],
    ],
    ['compound', 'Ledig fast nattstilling ved Solbakken.', [['fast', 'fast nattstilling']]],
    [
      'plural',
      'Vi søker lærere til faste stillinger og vikariater.',
      [
        ['fast', 'faste stillinger'],
        ['vikariat', 'vikariater'],
      ],
    ],
    ['first in a line', '- 50 % vikariat til 1. juni', [['vikariat', 'vikariat']]],
    ['"som vikar"', 'Ledig stilling som vikar i barnehagen.', [['vikariat', 'stilling som vikar']]],
    ['åremål', 'Stillingen er et åremål på seks år.', [['åremål', 'åremål']]],
    ['project', 'Treårig prosjektstilling i Lillevik kommune', [['prosjekt', 'prosjektstilling']]],
    [
      'engagement for a time',
      'Vi tilbyr et engasjement på 12 måneder.',
      [['engasjement', 'engasjement på 12 måneder']],
    ],
    [
      'long engagement',
      'Vi søker regnskapsfører til langvarig engasjement.',
      [['engasjement', 'langvarig engasjement']],
    ],
    ['on call', 'Vi treng tilkallingsvikarar til helgene.', [['tilkalling', 'tilkallingsvikarar']]],
    ['extra help', 'Du arbeider som ekstrahjelp ved behov.', [['tilkalling', 'ekstrahjelp']]],
    ['season', 'Sesongarbeid i parken: vi har sommerjobb til deg', [['sesong', 'sommerjobb']]],
    ['apprentice', 'Vi søker to lærlinger i helsearbeiderfaget.', [['lærling', 'søker to lærlinger']]],
    ['trainee', 'Ledig traineestilling for jurister', [['trainee', 'traineestilling']]],
    [
      'contractor',
      'Fysioterapeuten er selvstendig næringsdrivende.',
      [['selvstendig næringsdrivende', 'selvstendig næringsdrivende']],
    ],
    [
      'English: permanent',
      'We offer a permanent full-time position.',
      [['fast', 'permanent full-time position']],
    ],
    [
      'English: fixed term',
      'The position is for a fixed-term period of 3 years.',
      [['midlertidig', 'fixed-term period']],
    ],
    [
      'what another outcome would free',
      'Ved internt opprykk kan det bli ledig fast stilling.',
      [['fast', 'fast stilling']],
    ],
  ])('%s', async (_form, text, expected) => {
    expect(await forms(text)).toEqual(expected)
  })

  test('front matter', async () => {
    expect(await forms('---\nansettelsesform: vikariat\n---\n\n# Lærer', 'draft.md')).toEqual([
      ['vikariat', 'vikariat'],
    ])
  })

  test('the same form twice is one', async () => {
    expect(await forms('Vi har ledig fast stilling.\n\nAnsettelsesform: Fast')).toEqual([
      ['fast', 'fast stilling'],
    ])
  })
})

describe('words that state no form', () => {
  test.each([
    ['a form that may come', 'Det er mulighet for fast ansettelse.'],
    ['the same in nynorsk', 'Det er moglegheit for fast tilsetjing.'],
    ['may become', 'Stillingen kan bli fast stilling på sikt.'],
    ['rules for all', 'Prøvetiden er 6 måneder i faste stillinger.'],
    ['own staff asked', 'Er du fast eller midlertidig ansatt i kommunen?'],
    ['pre-emption', 'Deltidsansatte i fast stilling har fortrinnsrett.'],
    ['a period that may come', 'Det er mulighet for treårig stilling.'],
    ['later', 'Vi har ledig fast stilling på sikt.'],
    ['a label without a form', 'Ansettelsesform: se under'],
    ['a trait between commas', 'Rolig, fast, tydelig'],
    ['a trait of a leader', 'Egenskaper\n- Leder, fast, tydelig\n'],
    [
      'a long line is no line of key facts',
      'Heltid | Fast | Lillevik kommune er en arbeidsplass med mange spennende oppgaver for alle',
    ],
    ['a fixed size', 'Du får fast stillingsprosent.'],
    ['a fixed desk', 'Fast kontorarbeidsplass i Lillevik rådhus.'],
    ['fixed driving', 'Du må påregne fast kjøring i helgene.'],
    ['enthusiasm', 'Du har et sterkt politisk engasjement for saken.'],
    ['a quality', 'Vi verdsetter fleksibilitet, engasjement og interesse.'],
    ['apprentices on the staff', 'Avdelingen har 17 ansatte og 1 lærling.'],
    ['tasks with temps', 'Du administrerer timeplaner og vikarordning.'],
    ['temporary need', 'Fravær fører til behov for midlertidig arbeidskraft.'],
    ['project work', 'Du har erfaring fra prosjektarbeid.'],
    ['seasons', 'Du trives ute i alle årstider.'],
  ])('%s', async (_trap, text) => {
    expect(await forms(text)).toEqual([])
  })
})
