import {describe, expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

type SectionName = 'arbeidsoppgaver' | 'kvalifikasjoner' | 'egenskaper' | 'vilkår'

const items = async (text: string, field: SectionName, path = 'draft.txt') =>
  (await recogniseText(text, {field, path})).map((found) => found.items)

const list = (heading: string, path = 'draft.txt') =>
  path.endsWith('.md') ? `## ${heading}\n\n- Ett\n- To\n- Tre\n` : `${heading}\n• Ett\n• To\n• Tre\n`

describe('headings that open a section', () => {
  test.each<[SectionName, string]>([
    ['arbeidsoppgaver', 'Arbeidsoppgaver'],
    ['arbeidsoppgaver', 'Oppgåver og ansvar'],
    ['arbeidsoppgaver', 'Ansvarsområde:'],
    ['arbeidsoppgaver', 'Hva går jobben ut på?'],
    ['arbeidsoppgaver', 'Dette skal du jobbe med:'],
    ['arbeidsoppgaver', 'Key responsibilities'],
    ['kvalifikasjoner', 'Kvalifikasjonskrav'],
    ['kvalifikasjoner', 'Utdanning og erfaring'],
    ['kvalifikasjoner', 'Dette må du ha:'],
    ['kvalifikasjoner', 'Det er ein føremon om du har:'],
    ['kvalifikasjoner', 'Vi søker deg som har:'],
    ['kvalifikasjoner', 'Din bakgrunn'],
    ['kvalifikasjoner', 'Requirements:'],
    ['kvalifikasjoner', 'Den som ansettes må ha:'],
    ['kvalifikasjoner', 'Vi ønsker oss søkere med:'],
    ['kvalifikasjoner', "What we're looking for"],
    ['egenskaper', 'Personlige egenskaper'],
    ['egenskaper', 'Personlege eigenskapar'],
    ['egenskaper', 'Hvem er du?'],
    ['egenskaper', 'Vi ser etter deg som:'],
    ['egenskaper', 'Who you are'],
    ['egenskaper', 'Om deg'],
    ['vilkår', 'Vi tilbyr'],
    ['vilkår', 'Me tilbyd:'],
    ['vilkår', 'Hva kan vi tilby deg?'],
    ['vilkår', 'Hvorfor jobbe hos oss?'],
    ['vilkår', 'Løns- og arbeidsvilkår'],
    ['vilkår', 'Our offer'],
    ['vilkår', 'Lillevik kommune tilbyr:'],
  ])('%s: %s', async (field, heading) => {
    const expected = [['Ett', 'To', 'Tre']]
    expect(await items(list(heading), field)).toEqual(expected)
    expect(await items(list(heading, 'draft.md'), field, 'draft.md')).toEqual(expected)
  })

  test('one heading may open two sections', async () => {
    const ad = list('Kvalifikasjoner og personlige egenskaper')
    expect(await items(ad, 'kvalifikasjoner')).toEqual([['Ett', 'To', 'Tre']])
    expect(await items(ad, 'egenskaper')).toEqual([['Ett', 'To', 'Tre']])
  })

  test('a lead-in without a colon before its list', async () => {
    const ad = 'Vi er mange.\n\nDet er en fordel om du har\n• førerkort\n• fagbrev\n'
    expect(await items(ad, 'kvalifikasjoner')).toEqual([['førerkort', 'fagbrev']])
  })

  test('"Vi søker renholdere" over items that begin with "som" tells of the applicant', async () => {
    const ad = '**Vi søker renholdere**\n\n- som er grundige\n- som liker folk\n'
    expect(await items(ad, 'egenskaper', 'draft.md')).toEqual([['som er grundige', 'som liker folk']])
  })

  test('a lead-in under a heading about the applicant stays with the heading', async () => {
    const ad =
      '## Personlige egenskaper\n\nVi legger vekt på at du har evne til:\n\n- samarbeid\n- fleksibilitet\n'
    expect(await items(ad, 'egenskaper', 'draft.md')).toEqual([['samarbeid', 'fleksibilitet']])
    expect(await items(ad, 'kvalifikasjoner', 'draft.md')).toEqual([])
  })
})

describe('what the items are', () => {
  test('the paragraphs when there is no list', async () => {
    const ad =
      '## Arbeidsoppgaver\n\nDu fører tilsyn.\n\nDu skriver rapporter.\n\n## Vi tilbyr\n\nGodt miljø.\n'
    expect(await items(ad, 'arbeidsoppgaver', 'draft.md')).toEqual([
      ['Du fører tilsyn.', 'Du skriver rapporter.'],
    ])
  })

  test('a section of one item is there all the same', async () => {
    expect(await items('Egenskaper\n• Omsorgsfull\n', 'egenskaper')).toEqual([['Omsorgsfull']])
  })

  test('each heading is an occurrence of its own, with the words from its first to its last item', async () => {
    const ad = 'Kvalifikasjoner\n• Fagbrev\n• Førerkort\n\nSpråkkunnskaper\n• Norsk\n'
    const found = await recogniseText(ad, {field: 'kvalifikasjoner'})
    expect(found).toEqual([
      {items: ['Fagbrev', 'Førerkort'], text: 'Fagbrev\n• Førerkort'},
      {items: ['Norsk'], text: 'Norsk'},
    ])
  })

  test('an empty heading is no occurrence', async () => {
    expect(await items('Arbeidsoppgaver\n\nVi tilbyr\n• Kantine\n', 'arbeidsoppgaver')).toEqual([])
  })
})

describe('an ad without headings', () => {
  const prose =
    'Stillingen innebærer renhold av klasserom. Du må ha fagbrev og førerkort, og erfaring er en fordel. ' +
    'Vi søker deg som er selvstendig, pålitelig og tålmodig. Hos oss får du lang opplæring.\n'

  test.each<[SectionName, string[][]]>([
    ['arbeidsoppgaver', [['Stillingen innebærer renhold av klasserom.']]],
    ['kvalifikasjoner', [['Du må ha fagbrev og førerkort, og erfaring er en fordel.']]],
    ['egenskaper', [['Vi søker deg som er selvstendig, pålitelig og tålmodig.']]],
    ['vilkår', [['Hos oss får du lang opplæring.']]],
  ])('%s', async (field, expected) => {
    expect(await items(prose, field)).toEqual(expected)
  })

  test('qualities listed among the qualifications', async () => {
    const ad = 'Kvalifikasjoner\n• Fagbrev\n• Gode samarbeidsevner\n• Fleksibel\n• Tålmodig\n'
    expect(await items(ad, 'egenskaper')).toEqual([['Gode samarbeidsevner', 'Fleksibel', 'Tålmodig']])
  })

  test.each<[SectionName, string]>([
    ['arbeidsoppgaver', 'Lillevik sykehjem har 20 plasser og tre avdelinger.'],
    ['kvalifikasjoner', 'Lillevik er en kommune med lang erfaring.'],
    ['egenskaper', 'Skolen vil ha elever som er trygge og kreative.'],
    ['vilkår', 'Vi har god utsikt.'],
  ])('prose about something else gives no %s', async (field, text) => {
    expect(await items(text, field)).toEqual([])
  })
})

describe('what running text says in place of a section', () => {
  const told = async (field: 'arbeidsoppgaver' | 'kvalifikasjoner' | 'egenskaper' | 'vilkår', text: string) =>
    (await recogniseText(text, {field, path: 'draft.md'})).map((found) => [found.text, found.løpende])

  const traits = 'Du er rolig, selvstendig og strukturert.'
  const offers = 'Vi tilbyr godt arbeidsmiljø, god pensjon og fleksitid.'
  const duties = 'Du skal lede og utvikle skolen, følge opp de ansatte og ha ansvar for budsjett.'

  test.each([
    ['alone', 'egenskaper', traits, [traits]],
    ['after a list', 'egenskaper', `## Kvalifikasjoner\n\n- fagbrev\n\n${traits}`, [traits]],
    ['as duties', 'arbeidsoppgaver', duties, [duties]],
    ['as duties, quoted', 'arbeidsoppgaver', `> ${duties}`, [duties]],
    ['as traits, quoted', 'egenskaper', `> ${traits}`, []],
    ['as duties about the employer', 'arbeidsoppgaver', `## Om oss\n\n${duties}`, [duties]],
    ['as duties of whom to ask', 'arbeidsoppgaver', `## Kontakt\n\n${duties}`, []],
    ['as a heading', 'arbeidsoppgaver', `# ${duties}\n\nVi lager mat.`, []],
    ['as offers', 'vilkår', offers, [offers]],
    ['as offers among the duties', 'vilkår', `## Arbeidsoppgaver\n\n- lede\n\n${offers}`, [offers]],
    ['as things that nobody offers', 'vilkår', 'Godt arbeidsmiljø, god pensjon og fleksitid.', []],
    ['too little', 'egenskaper', 'Du er rolig.', []],
  ] as const)('%s', async (_where, field, text, expected) => {
    expect(await told(field, text)).toEqual(expected.map((words) => [words, true]))
  })
})
