import {describe, expect, it} from 'vitest'
import type {LexiconEntry} from '../../src/engine/types.ts'
import {findingsOf, text} from './own-rules.ts'

describe('a rule on a field', () => {
  const rule = {
    kind: 'felt' as const,
    field: 'frist',
    messages: {mangler: text('Fristen mangler.'), ugyldig: text('Den dagen finnes ikke.')},
    insert: text('Søknadsfrist: [dato]', 'Søknadsfrist: [dag]', 'Deadline: [date]'),
  }
  const inserted = async (source: string) => (await findingsOf(rule, source))[0]?.suggestions?.[0]?.text

  it('misses what is not there, and has a line for it in the language of the ad', async () => {
    expect(await findingsOf(rule, 'Vi søker en vaktmester til skolene våre.')).toMatchObject([
      {messageId: 'mangler', message: 'Fristen mangler.'},
    ])
    expect(await inserted('Vi søker en vaktmester til skolene våre.')).toContain('Søknadsfrist: [dato]')
    expect(await inserted('Vi søkjer ein vaktmeister til skulane våre.')).toContain('Søknadsfrist: [dag]')
    expect(await inserted('We are looking for a caretaker for our schools.')).toContain('Deadline: [date]')
  })

  it('points at the words that the schema has something against, and leaves the others', async () => {
    const source = 'Søknadsfrist: 3. mai 2027\n\nSøknadsfrist: 31. april 2027\n'
    expect(await findingsOf(rule, source)).toMatchObject([
      {messageId: 'ugyldig', actual: '31. april 2027', place: {start: {line: 3}}},
    ])
    expect((await findingsOf(rule, source))[0]).not.toHaveProperty('suggestions')
  })

  it('is silent on other fields', async () => {
    expect(await findingsOf(rule, 'Lønn: etter avtale\nSøknadsfrist: 3. mai 2027')).toEqual([])
  })

  it('has no line to put in when it brings none', async () => {
    const {insert: _, ...bare} = rule
    expect((await findingsOf(bare, 'Vi søker en vaktmester.'))[0]).not.toHaveProperty('suggestions')
  })
})

describe('a rule on a statement that is a field', () => {
  const rule = {
    kind: 'erklæring' as const,
    field: 'søkerliste',
    require: ['fullstendig'],
    messages: {mangler: text('Mangler.'), fullstendig: text('Ikke fullstendig.')},
    insert: text('Søkerlisten er offentlig.'),
  }

  it.each([
    ['misses it', 'Vi søker en vaktmester.', [{messageId: 'mangler'}]],
    [
      'misses a part of it, and points at the statement',
      'Vi søker en vaktmester.\n\nSøkerlisten er offentlig.',
      [{messageId: 'fullstendig', actual: 'Søkerlisten er offentlig.'}],
    ],
    [
      'is content with one whole statement',
      'Navn kan bli offentliggjort selv om søkeren har bedt om å ikke bli ført opp på søkerlisten.',
      [],
    ],
  ])('%s', async (_what, source, expected) => {
    expect(await findingsOf(rule, source)).toMatchObject(expected)
  })

  it('brings what is to be put in, whether all is missing or a part', async () => {
    for (const source of ['Vi søker en vaktmester.', 'Søkerlisten er offentlig.']) {
      const [finding] = await findingsOf(rule, source)
      expect(finding?.suggestions?.[0]).toMatchObject({message: 'Rett det'})
      expect(finding?.suggestions?.[0]?.text).toContain('Søkerlisten er offentlig.')
    }
  })

  it('asks for no part when none is required', async () => {
    const {require: _, ...loose} = rule
    expect(await findingsOf(loose, 'Søkerlisten er offentlig.')).toEqual([])
  })
})

describe('a rule on what a statement covers', () => {
  const rule = {
    kind: 'erklæring' as const,
    field: 'mangfoldserklæring',
    cover: 'grunnlag',
    alike: {livssyn: ['religion']},
    messages: {dekker: text('{antall} av {av}: {mangler}')},
    options: {grunnlag: {default: ['kjønn', 'alder', 'livssyn'], description: text('Grunnlag')}},
  }

  it.each([
    ['names what is lacking', 'kjønn', ['1 av 3: alder, livssyn']],
    ['takes one word for another', 'kjønn og religion', ['2 av 3: alder']],
    ['is content with all', 'kjønn, alder eller livssyn', []],
  ])('%s', async (_what, grounds, messages) => {
    const statement = `Vi oppfordrer alle kvalifiserte til å søke, uansett ${grounds}.`
    const found = await findingsOf(rule, `Vi søker en vaktmester.\n\n${statement}`)
    expect(found.map(({message}) => message)).toEqual(messages)
    if (messages.length > 0) expect(found[0]?.actual).toBe(statement)
  })

  it('leaves a statement that names none in peace', async () => {
    expect(await findingsOf(rule, 'Vi ønsker mangfold og oppfordrer alle til å søke.')).toEqual([])
    expect(await findingsOf(rule, 'Vi søker en vaktmester.')).toEqual([])
  })
})

describe('a rule on a statement of parts', () => {
  const rule = {
    kind: 'erklæring' as const,
    parts: [
      {id: 'visjon', expressions: {nb: ['sammen skaper vi'], nn: ['saman skaper vi']}},
      {id: 'verdier', expressions: {nb: ['åpen og raus'], en: ['open and kind']}},
    ],
    messages: {mangler: text('Alt mangler.'), visjon: text('Visjonen.'), verdier: text('Verdiene.')},
    insert: text('Sammen skaper vi Lillevik, åpen og raus.'),
  }

  it.each([
    ['misses the whole', 'Vi søker en vaktmester.', [{messageId: 'mangler'}]],
    [
      'misses one part, and points at the other',
      'Sammen skaper vi Lillevik.',
      [{messageId: 'verdier', actual: 'Sammen skaper vi'}],
    ],
    ['… in nynorsk', 'Saman skaper vi Lillevik.', [{messageId: 'verdier', actual: 'Saman skaper vi'}]],
    ['… in English', 'We are open and kind.', [{messageId: 'visjon', actual: 'open and kind'}]],
    ['is content with all parts, wherever they stand', 'Sammen skaper vi.\n\nVi er åpen og raus.', []],
  ])('%s', async (_what, source, expected) => {
    const found = await findingsOf(rule, source)
    expect(found).toMatchObject(expected)
    for (const {suggestions} of found) expect(suggestions?.[0]?.text).toContain('åpen og raus.')
  })
})

describe('a rule on facts that must agree', () => {
  const messages = {konflikt: text('{en} / {to}')}
  const employers = (...names: string[]): string =>
    names.map((name) => `Arbeidsgiver: ${name}`).join('\n\nFakta\n\n')
  const contains = {
    kind: 'konsistens' as const,
    field: 'arbeidsgiver',
    property: 'value',
    compare: 'inneholder' as const,
    messages,
  }

  it.each([
    ['another name', ['Lillevik kommune', 'Storhaug kommune'], ['Lillevik kommune / Storhaug kommune']],
    ['one name', ['Lillevik kommune'], []],
    ['the first part of a longer name', ['Lillevik kommune', 'Lillevik kommune, teknisk'], []],
    ['another letter case and sign', ['LILLEVIK – kommune', 'Lillevik kommune'], []],
  ])('that may contain each other: %s', async (_what, names, expected) => {
    const found = await findingsOf(contains, employers(...names))
    expect(found.map(({message}) => message)).toEqual(expected)
  })

  it('that must be the same', async () => {
    const same = {...contains, field: 'referanse', compare: 'lik' as const}
    const found = await findingsOf(same, 'Referanse: 26/100\n\nReferanse: 26/1001\n\nReferanse: 26-100\n')
    expect(found).toMatchObject([{message: '26/100 / 26/1001', actual: '26/1001', place: {start: {line: 3}}}])
  })

  it('that are not there', async () => {
    expect(await findingsOf(contains, 'Kom og jobb hos oss.')).toEqual([])
  })
})

describe('a rule on expressions', () => {
  const entry = (id: string, nb: string[], more: Partial<LexiconEntry> = {}): LexiconEntry => ({
    id,
    nb,
    nn: nb,
    ...more,
  })
  const rule = {
    kind: 'uttrykk' as const,
    messages: {
      funn: text('{ord}: {forslag}'),
      begrunnet: text('{ord}, {grunn}'),
      egen: text('Egen: {ord} {liste}'),
    },
    entries: [
      entry('ung', ['ung', 'unge'], {to_nb: ['engasjert', 'ivrig'], to_nn: ['engasjert', 'ivrig']}),
      entry('sprek', ['sprek'], {severity: 'info', message: 'egen'}),
      entry('kul', ['kult'], {to_nb: ['godt'], to_nn: ['god']}),
      entry('styrerinne', ['styrerinne', 'styrerinnen'], {title: true, to_nb: ['styrer'], to_nn: ['styrar']}),
    ],
  }
  const told = async (source: string, more: object = {}) =>
    (await findingsOf({...rule, ...more}, source)).map(({message, severity}) => `${severity}: ${message}`)

  it('names the words and what may take their place', async () => {
    expect(await findingsOf(rule, 'Du er ung.')).toMatchObject([
      {
        message: 'ung: engasjert / ivrig',
        actual: 'ung',
        expected: ['engasjert', 'ivrig'],
        severity: 'warning',
      },
    ])
  })

  it('has a message and a severity for each entry', async () => {
    expect(await told('Du er sprek.')).toEqual(['info: Egen: sprek «sprek»'])
  })

  it('is advice where a reason is given beside it, and says so when it has words for that', async () => {
    const source = 'Du må være ung fordi rollen krever det.'
    expect(await told(source)).toEqual(['info: ung, fordi'])
    const {begrunnet: _, ...messages} = rule.messages
    expect(await told(source, {messages})).toEqual(['info: ung: engasjert / ivrig'])
  })

  it('exchanges a title that has one replacement only', async () => {
    expect((await findingsOf(rule, 'Vi søker styrerinne.'))[0]?.fix).toEqual({range: [9, 19], text: 'styrer'})
    expect((await findingsOf(rule, 'Du er ung.'))[0]).not.toHaveProperty('fix')
  })

  it.each([
    [
      'of the applicant',
      'applicant',
      'Vi oppfordrer alle til å søke, uansett kjønn, og enten du er ung eller gammel.',
      [],
    ],
    ['of the applicant, quoted', 'applicant', '> Du er ung.', []],
    [
      'the words as such',
      'wording',
      'Vi oppfordrer alle til å søke, uansett kjønn, og enten du er ung eller gammel.',
      ['ung'],
    ],
    ['the words as such, quoted', 'wording', '> Du er ung.', []],
  ])('looks at what is said %s', async (_what, concerns, source, words) => {
    const found = await findingsOf({...rule, concerns: concerns as 'wording'}, source)
    expect(found.map(({actual}) => actual)).toEqual(words)
  })

  it('counts in its own roles of sentences only', async () => {
    const source = '## Kvalifikasjoner\n\n- Du må være ung\n\n## Om oss\n\nVi er et kult sted.'
    expect(await told(source, {roles: ['krav']})).toEqual(['warning: ung: engasjert / ivrig'])
    expect(await told(source, {adviceIn: ['krav']})).toEqual([
      'info: ung: engasjert / ivrig',
      'warning: kult: godt',
    ])
  })

  describe('once in an ad', () => {
    const once = {once: true, messages: {funn: text('{antall}: {liste}'), egen: text('{antall}: {liste}')}}

    it('names all the words, each once, at the gravest', async () => {
      const source = 'Du er sprek.\n\nDu er ung.\n\nDu er UNG.\n\nVi er et kult sted.'
      expect(await findingsOf({...rule, ...once}, source)).toMatchObject([
        {message: '3: «sprek», «UNG», «kult»', actual: 'ung', severity: 'warning'},
      ])
    })

    it('counts advice as the least', async () => {
      const source = 'Du må være ung fordi rollen krever det.\n\nDu er sprek.\n\nVi er et kult sted.'
      const [found] = await findingsOf(
        {...rule, ...once, messages: {...once.messages, begrunnet: text('')}},
        source,
      )
      expect(found?.actual).toBe('kult')
    })

    it('takes an error before a warning', async () => {
      const entries = [...rule.entries, entry('frisk', ['frisk'], {severity: 'error'})]
      const [found] = await findingsOf({...rule, ...once, entries}, 'Du er ung.\n\nDu er frisk.')
      expect(found).toMatchObject({actual: 'frisk', severity: 'error'})
    })

    it('names six words at the most, on one line', async () => {
      const words = ['rask', 'lur', 'glad', 'blid', 'sterk', 'tøff', 'snill']
      const entries = words.map((word) => entry(word, [`${word} venn`]))
      const source = words.map((word) => `Du er ${word}\nvenn.`).join('\n\n')
      const [found] = await findingsOf({...rule, ...once, entries}, source)
      expect(found?.message).toBe(
        '7: «rask venn», «lur venn», «glad venn», «blid venn», «sterk venn», «tøff venn»',
      )
    })

    it('is silent when there are none', async () => {
      expect(await findingsOf({...rule, ...once}, 'Vi søker en vaktmester.')).toEqual([])
    })
  })
})
