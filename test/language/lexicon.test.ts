import {describe, expect, test} from 'vitest'
import {asSentence, createLexicon, type RuledEntry} from '../../src/language/lexicon.ts'
import {tokenise} from '../../src/language/tokens.ts'
import type {LexiconHit} from '../../src/language/types.ts'
import type {Language} from '../../src/posting/types.ts'

const entry = (values: Partial<RuledEntry> & {id: string}): RuledEntry => ({
  ruleId: 'prøve',
  severity: 'warning',
  nb: [],
  nn: [],
  ...values,
})

const find = (entries: RuledEntry[], text: string): readonly LexiconHit[] => createLexicon(entries).find(text)

const words = (patterns: string[], text: string): string[] =>
  find([entry({id: 'a', nb: patterns})], text).map(({actual}) => actual)

describe('the pattern language', () => {
  test.each([
    ['en plain word, whole words only', 'sterk', 'Sterk, sterke og STERK rygg', ['Sterk', 'STERK']],
    [
      'alternatives, of which one may be empty',
      'ung[|t|e]',
      'ung, ungt, unge, unger',
      ['ung', 'ungt', 'unge'],
    ],
    ['alternatives within alternatives of a word', '[vår |]unge team', 'Vår unge team', ['Vår unge team']],
    ['a star is any letters', 'digital* innfødt*', 'Du er digitalt innfødte.', ['digitalt innfødte']],
    ['a star in front', '*loven', 'Se alkoholloven og loven.', ['alkoholloven']],
    ['a number', 'maks # år', 'maks 40 år, maks 1000 år', ['maks 40 år']],
    ['letters and digits in one word', 'b2 [skriftlig|muntlig]', 'norsk B2 muntlig', ['B2 muntlig']],
    ['digits and letters in one word', '#års erfaring', '5års erfaring', ['5års erfaring']],
    [
      'a number of its own',
      '[7|sju] dverger',
      '7 dverger, sju dverger, 77 dverger',
      ['7 dverger', 'sju dverger'],
    ],
    ['a year', 'etter ####', 'etter 1995 og etter 12', ['etter 1995']],
    ['a number in a range', 'under <20-69> år', 'under 18 år, under 35 år, under 350 år', ['under 35 år']],
    [
      'up to some words between',
      'oppgi ~2 alder',
      'oppgi alder, oppgi gjerne din alder',
      ['oppgi alder', 'oppgi gjerne din alder'],
    ],
    ['no more words than that', 'oppgi ~2 alder', 'oppgi gjerne også din alder', []],
    [
      'a hyphen is a hyphen, a dash, a space or nothing',
      'stå-på-vilje',
      'stå på-vilje, stå–på‑vilje, ståpåvilje',
      ['stå på-vilje', 'stå–på‑vilje', 'ståpåvilje'],
    ],
    [
      'a hyphen alone between bars is needed',
      '<20-40>[-|–]<20-40> år',
      '25–35 år, 2535 år, 25-35 år',
      ['25–35 år', '25-35 år'],
    ],
    ['a space is any white space', 'ung til sinns', 'ung\n  til\u00a0sinns', ['ung\n  til\u00a0sinns']],
    [
      'characters that regular expressions know',
      'c.v. (kort)',
      'Send c.v. (kort) nå, ikke cxv. (kort)',
      ['c.v. (kort)'],
    ],
  ])('%s', (_, pattern, text, expected) => expect(words([pattern], text)).toEqual(expected))

  test.each(['[ung|gammel', 'ung]', '~2 ung', '<20 år', '- ung'])('«%s» is not well formed', (pattern) => {
    expect(() => words([pattern], 'ung')).toThrow(pattern)
  })

  test.each(['ung****', `ung${'[a|aa]'.repeat(30)}`, `${'[a|aa]'.repeat(30)} ung`])(
    '«%s» would take too long',
    (pattern) => expect(() => words([pattern], 'ung aaaaaaaaaa')).toThrow('too many ways'),
  )

  test('Sámi and accented letters are letters', () => {
    expect(words(['ung'], 'ungđ éung ung')).toEqual(['ung'])
    expect(words(['š*'], 'Šárka')).toEqual(['Šárka'])
  })
})

describe('hits', () => {
  const title = entry({
    id: 'formann',
    title: true,
    compound_tail: true,
    nb: ['formann', 'formannen', 'formenn', 'formennene'],
    nn: ['formann', 'formannen', 'formenn', 'formennene'],
    to_nb: ['leder', 'tillitsvalgt'],
    to_nn: ['leiar', 'tillitsvald'],
    except: ['formannskap*'],
  })

  test.each([
    ['formann', ['leder', 'tillitsvalgt']],
    ['Formannen', ['Lederen', 'Tillitsvalgte']],
    ['formenn', ['ledere', 'tillitsvalgte']],
    ['FORMENNENE', ['LEDERNE', 'TILLITSVALGTE']],
    ['formannens', ['lederens', 'tillitsvalgtes']],
    ['Skiftformann', ['Skiftleder']],
    ['skiftformennenes', ['skiftledernes']],
  ])('%s is given back in its own form', (text, expected) => {
    expect(find([title], text)).toMatchObject([{actual: text, expected}])
  })

  test('the language of the sentence decides the replacement', () => {
    const text = 'Formannen og skiftformann'
    const hits = createLexicon([title]).find(asSentence(text, 100, 'nn'))
    expect(hits).toMatchObject([
      {actual: 'Formannen', expected: ['Leiaren', 'Tillitsvalde'], span: {start: 100, end: 109}},
      {actual: 'skiftformann', expected: ['skiftleiar'], span: {start: 113, end: 125}},
    ])
  })

  test('English sentences are searched for English expressions, Norwegian ones for Norwegian', () => {
    const lexicon = createLexicon([entry({id: 'a', nb: ['ung'], nn: ['ung'], en: ['young']})])
    const text = 'Ung, young'
    const found = (language: Language) => lexicon.find(asSentence(text, 0, language))
    expect(found('en').map(({actual}) => actual)).toEqual(['young'])
    expect(found('nn').map(({actual}) => actual)).toEqual(['Ung'])
    expect(found('unknown').map(({actual}) => actual)).toEqual(['Ung', 'young'])
  })

  test('what an exception covers is no hit', () => {
    expect(find([title], 'formannskapet, formannskapets, Formannskapsmøte')).toEqual([])
  })

  test('a kept word silences the entries of its own rule only', () => {
    const kept = entry({id: 'navn', status: 'keep', severity: 'info', nb: ['den gamle formannen']})
    const other = entry({id: 'gammel', ruleId: 'annen', nb: ['gamle']})
    expect(find([title, kept, other], 'Puben Den gamle formannen').map(({entryId}) => entryId)).toEqual([
      'gammel',
    ])
  })

  test('the longest hit of a rule wins; of the same words the graver', () => {
    const entries = [
      entry({id: 'kort', nb: ['ung']}),
      entry({id: 'lang', nb: ['ung og sulten'], severity: 'info'}),
      entry({id: 'grov', nb: ['ung og sulten'], severity: 'error'}),
      entry({id: 'annen', ruleId: 'annen', nb: ['sulten']}),
    ]
    expect(find(entries, 'Er du ung og sulten?').map(({entryId}) => entryId)).toEqual(['grov', 'annen'])
  })

  test('a word of a title stands in its own entry before that of a compound', () => {
    const own = entry({id: 'skift', title: true, nb: ['skiftformann'], to_nb: ['skiftleder']})
    expect(find([title, own], 'skiftformann').map(({entryId}) => entryId)).toEqual(['skift'])
  })

  test.each([
    ['Du må være over 20 år fordi du skjenker alkohol.', 'fordi'],
    ['Du må være over 20 år på grunn av skjenking.', 'på grunn av'],
    ['Du må vere over 20 år av di arbeidet er skjenking.', 'av di'],
    ['Du må være over 20 år, jf. loven om alkohol.', 'jf'],
    ['Du må være over 20 år (alkoholloven).', 'alkoholloven'],
    ['Du må være over 20 år etter § 1-5.', '§'],
    ['Siden du skal skjenke, må du være over 20 år.', 'Siden du skal'],
    ['Du må være over 20 år og ha jobbet siden 2020.', undefined],
  ])('a reason in the same sentence: %s', (text, reason) => {
    const [hit] = find([entry({id: 'alder', nb: ['over # år']})], text)
    expect(hit?.reason).toBe(reason)
  })

  test('a message of the entry, else the common one', () => {
    const entries = [entry({id: 'a', nb: ['ung']}), entry({id: 'b', nb: ['eldre'], message: 'egen'})]
    expect(find(entries, 'ung og eldre').map(({message}) => message)).toEqual(['funn', 'egen'])
  })
})

test('tokens are words and numbers in lower case with their places', () => {
  expect(tokenise('lo-formann i 20-åra', 5)).toEqual([
    {word: 'lo', start: 5, end: 7},
    {word: 'formann', start: 8, end: 15},
    {word: 'i', start: 16, end: 17},
    {word: '20', start: 18, end: 20},
    {word: 'åra', start: 21, end: 24},
  ])
})
