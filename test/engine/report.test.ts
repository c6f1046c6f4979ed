import {describe, expect, it} from 'vitest'
import {inspectPosting} from '../../src/engine/check.ts'
import {toFinding} from '../../src/engine/finding.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting, readPostings} from '../../src/posting/read.ts'
import {findingsOf, ownPack, ownRule, reportOn, text, today} from './own-rules.ts'

const ung = {
  kind: 'uttrykk' as const,
  messages: {funn: text('Ordet {ord} og {ukjent}.')},
  entries: [{id: 'ung', nb: ['ung'], nn: ['ung'], en: ['young']}],
}

describe('the report on an ad', () => {
  it('tells what was read and for whom', async () => {
    const source = '# Vaktmester\n\nArbeidsgiver: Lillevik kommune\nSøknadsfrist: 3. mai 2027\n'
    const report = await reportOn(source, {settings: {profile: {sektor: 'skole'}, portal: ['kontakt']}})
    expect(report).toMatchObject({
      path: 'annonse.md',
      language: 'nb',
      portal: ['kontakt'],
      profile: {
        arbeidsgivertype: {value: 'kommune', inferred: true, why: 'arbeidsgiveren er «Lillevik kommune»'},
        sektor: {value: 'skole', inferred: false},
        tariffområde: {value: 'KS', inferred: true, why: 'arbeidsgivertypen er kommune'},
        målform: {value: 'bokmål', inferred: true},
      },
      fields: {
        frist: [
          {
            value: '2027-05-03',
            text: '3. mai 2027',
            place: {start: {line: 4, column: 15}, end: {line: 4, column: 26}},
          },
        ],
      },
    })
    expect(Object.keys(report.fields)).toEqual(['stillingstittel', 'arbeidsgiver', 'frist'])
    for (const key of ['ad', 'unit', 'readOnly', 'packs']) expect(report).not.toHaveProperty(key)
    expect(report.profile.sektor).not.toHaveProperty('why')
  })

  it('leaves out what is not known of the employer', async () => {
    expect((await reportOn('Du er ung.')).profile).toEqual({målform: {value: 'bokmål', inferred: true}})
  })

  it('lists the fields that are missed, but not those that the portal carries', async () => {
    const source = '# Vaktmester\n\nArbeidsgiver: Lillevik kommune\nSøknadsfrist: 3. mai 2027\n'
    const {missing} = await reportOn(source, {settings: {portal: ['kontakt']}})
    expect(missing).toContain('ansettelsesform')
    expect(missing).toContain('søkerliste')
    expect(missing).not.toContain('kontakt')
    expect(missing).not.toContain('frist')
    expect(missing).not.toContain(undefined)
  })

  it('has the findings in the order of the text, first those that are about the whole ad', async () => {
    const report = await reportOn('Du er ung. Du må snakke flytende norsk.\n\nDu er ung.', {
      settings: {packs: [ownPack([ownRule(ung)])]},
    })
    const offsets = report.findings.map(({place}) => place?.start.offset ?? -1)
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect(offsets[0]).toBe(-1)
    expect(report.findings.some(({ruleId}) => ruleId === 'lov/norskkrav')).toBe(true)
  })

  it('has the packs, and whether they apply', async () => {
    const packs = [ownPack([]), ownPack([], {id: 'storhaug', employer: {names: ['Storhaug']}})]
    const report = await reportOn('Arbeidsgiver: Lillevik kommune', {settings: {packs}, lang: 'en'})
    expect(report.packs).toEqual([
      {id: 'lillevik', title: 'Lillevik policy', applies: true},
      {id: 'storhaug', title: 'Lillevik policy', applies: false, employer: 'Lillevik kommune'},
    ])
  })

  it('tells which of several ads of a file it is on, and that it can not be mended there', async () => {
    const job = (title: string) => ({'@type': 'JobPosting', title, description: `Vi søker ${title}.`})
    const bytes = Buffer.from(JSON.stringify([job('kokk'), job('lærer')]))
    const postings = await readPostings('annonser.json', bytes)
    const {report} = await inspectPosting(postings[1]!, defaultSettings, {today, lang: 'nb', nature: 'ad'})
    expect(report).toMatchObject({ad: 2, readOnly: 'format'})
    expect(report.findings.filter(({suggestions, fix}) => suggestions || fix)).toEqual([])
  })

  it('says nothing twice of what is data and text at once', async () => {
    const title = {'@type': 'JobPosting', title: 'Kokk', description: 'Du er ung. Du er ung.'}
    const {report} = await inspectPosting(
      await readPosting('annonse.json', Buffer.from(JSON.stringify(title))),
      {...defaultSettings, packs: [ownPack([ownRule(ung)])]},
      {today, lang: 'nb', nature: 'ad'},
    )
    expect(report.findings.filter(({ruleId}) => ruleId === 'lillevik/regel')).toHaveLength(2)
  })

  it('has what rules of code find', async () => {
    const {findings} = await reportOn('Søknadsfrist: mandag 4. mai 2027')
    expect(findings.map(({ruleId, actual}) => [ruleId, actual])).toContainEqual([
      'felt/frist-entydig',
      'mandag 4. mai 2027',
    ])
  })

  it('takes a text that is no ad as such, unless it is said to be one', async () => {
    const packs = [ownPack([ownRule(ung)])]
    const found = async (isAd: boolean) =>
      (await reportOn('Du er ung.', {settings: {packs}, isAd})).findings.some(
        ({ruleId}) => ruleId === 'lillevik/regel',
      )
    expect(await found(false)).toBe(false)
    expect(await found(true)).toBe(true)
  })
})

describe('English', () => {
  it('is read with retext-equality', async () => {
    const {findings} = await reportOn('The candidate must show that he knows the tools well.')
    expect(findings.map(({ruleId, actual}) => [ruleId, actual])).toContainEqual(['inkludering/engelsk', 'he'])
  })

  it('gets English lines, and a text of no known language those in bokmål', async () => {
    const rule = {...ung, kind: 'felt' as const, field: 'frist', insert: text('Frist', 'Frist', 'Deadline')}
    const inserted = async (source: string) =>
      (await findingsOf({...rule, messages: {mangler: text('')}}, source))[0]?.suggestions?.[0]?.text.trim()
    expect(await inserted('We are looking for a caretaker for our schools.')).toBe('Deadline')
    expect(await inserted('X Y Z')).toBe('Frist')
  })
})

describe('templates of the employer', () => {
  const rule = {
    kind: 'felt' as const,
    field: 'frist',
    messages: {mangler: text('')},
    insert: text('Frist: [dato]'),
  }
  const inserted = async (templates: Record<string, string | {nb?: string; nn?: string}>, own: object = {}) =>
    (
      await findingsOf({...rule, ...own}, 'Vi søker en vaktmester til skolene våre.', {settings: {templates}})
    )[0]?.suggestions?.[0]?.text.trim()

  it.each([
    ['by field', {frist: 'Frist: snarest'}, 'Frist: snarest'],
    [
      'by rule, which goes first',
      {frist: 'Frist: snarest', 'lillevik/regel': 'Frist: i dag'},
      'Frist: i dag',
    ],
    ['in the language of the ad', {frist: {nb: 'Frist: nå', nn: 'Frist: no'}}, 'Frist: nå'],
    ['but not in another', {frist: {nn: 'Frist: no'}}, 'Frist: [dato]'],
    ['of another field', {lønn: 'Lønn: god'}, 'Frist: [dato]'],
  ])('are what is put in: %s', async (_what, templates, expected) => {
    expect(await inserted(templates)).toBe(expected)
  })

  it('put in nothing where the rule puts in nothing', async () => {
    const {insert: _, ...bare} = rule
    const found = await findingsOf(bare, 'Vi søker en vaktmester.', {settings: {templates: {frist: 'Nå'}}})
    expect(found[0]).not.toHaveProperty('suggestions')
  })
})

describe('a finding', () => {
  it('keeps what its data does not know, and names its source', async () => {
    expect(await findingsOf(ung, 'Du er ung.')).toMatchObject([
      {
        message: 'Ordet ung og {ukjent}.',
        messageId: 'funn',
        place: {start: {offset: 6}, end: {offset: 9}},
        sources: [{id: 'egen-policy', title: 'Arbeidsgiverens egen policy'}],
      },
    ])
    expect((await findingsOf(ung, 'Du er ung.'))[0]).not.toHaveProperty('expected')
  })

  it('has the address of its source', async () => {
    const [finding] = await findingsOf({...ung, sources: ['ldl-6']}, 'Du er ung.')
    expect(finding?.sources[0]?.url).toMatch(/^https:/)
  })

  it('must have a message of its rule', async () => {
    const posting = await readPosting('annonse.md', Buffer.from('Du er ung.'))
    const hit = {message: 'annen', severity: 'info'} as const
    expect(() => toFinding(ownRule(ung), hit, posting, 'nb')).toThrow('lillevik/regel has no message "annen"')
  })

  describe('in a web page', () => {
    const title = {
      ...ung,
      entries: [
        {id: 'formann', title: true, nb: ['formann'], nn: ['formann'], to_nb: ['leder'], to_nn: ['leiar']},
      ],
    }
    const inPage = (words: string) =>
      findingsOf(title, `<main><h1>Kokk</h1><p>Vi søker ${words} her.</p></main>`, {path: 'annonse.html'})

    it('has the words as they are written, with their tags', async () => {
      expect((await inPage('<b>for</b>mann'))[0]?.actual).toBe('for</b>mann')
    })

    it('is mended in the page, unless a tag stands between the words', async () => {
      expect((await inPage('formann'))[0]?.fix?.text).toBe('leder')
      expect((await inPage('<b>for</b>mann'))[0]).not.toHaveProperty('fix')
    })
  })

  it('puts the text of a statement beside what speaks of the same', async () => {
    const rule = {
      id: 'lillevik/pensjon',
      kind: 'erklæring' as const,
      parts: [{id: 'klp', expressions: {nb: ['offentlig tjenestepensjon']}}],
      messages: {mangler: text('')},
      insert: text('Du får offentlig tjenestepensjon.'),
    }
    const source = '## Vi tilbyr\n\n- kaffe\n\n## Om oss\n\nVi lager mat.\n'
    const {findings} = await reportOn(source, {settings: {packs: [ownPack([ownRule(rule)])]}})
    const [suggestion] = findings.find(({ruleId}) => ruleId === rule.id)!.suggestions!
    const end = source.indexOf('kaffe') + 'kaffe'.length
    expect(suggestion).toEqual({
      message: 'Rett det',
      range: [end, end],
      text: '\n\nDu får offentlig tjenestepensjon.',
    })
  })
})
