import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeEach, describe, expect, test, vi} from 'vitest'
import {parse} from 'yaml'
import {languageOf, languageOfArguments, languageOfLocale} from '../../cli/language.ts'
import {languageIn} from '../../src/config/language.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'utlys-'))
afterAll(() => rmSync(folder, {recursive: true}))

const config = path.join(folder, 'utlys.yml')
const write = (text: string): string => {
  writeFileSync(config, text)
  return config
}

test.each([
  ['språk: nn', 'nn'],
  ['# språk: en\nspråk: nb # ikke nn\n', 'nb'],
  ["policy: baerum\r\nspråk: 'en'\r\n", 'en'],
  ['\ufeffspråk: "nn"', 'nn'],
  ['"språk": nn', 'nn'],
  ['spra\u030ak: nn', 'nn'],
  ['{policy: baerum, språk: nn}', 'nn'],
  ['{språk: nn, policy: baerum}', 'nn'],
  ['profil: {målform: nynorsk}', undefined],
  ['unntak:\n  - {regel: felt/lonn, begrunnelse: "språk: nn"}', undefined],
  ['', undefined],
])('the language of %j', (text, lang) => {
  expect(languageIn(write(text))).toBe(lang)
  const parsed = parse(text.replace('\ufeff', '').normalize()) as Record<string, string> | null
  expect(parsed?.språk).toBe(lang)
})

test.each(['språk: no', 'språk:', 'språk: nno', 'språk:nn', '  # språk: nn'])('no language in %j', (text) => {
  expect(languageIn(write(text))).toBeUndefined()
})

test.each([
  [{LANG: 'nn_NO.UTF-8'}, 'nn'],
  [{LANG: 'nb_NO.UTF-8'}, 'nb'],
  [{LANG: 'no_NO'}, 'nb'],
  [{LANG: 'en_GB.UTF-8'}, 'en'],
  [{LANG: 'C.UTF-8'}, undefined],
  [{LANG: 'sv_SE'}, undefined],
  [{LANG: 'en_US', LC_MESSAGES: 'nn_NO'}, 'nn'],
  [{LANG: 'en_US', LC_MESSAGES: 'nn_NO', LC_ALL: 'nb_NO'}, 'nb'],
  [{LANG: 'en_US', LC_MESSAGES: '', LC_ALL: ''}, 'en'],
  [{LANG: 'en_US', LC_ALL: 'C'}, undefined],
  [{}, undefined],
])('the language of the locale %j', (environment, lang) => {
  expect(languageOfLocale(environment)).toBe(lang)
})

describe('the language of a person', () => {
  beforeEach(() => {
    vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
    mkdirSync(path.join(folder, 'a/b'), {recursive: true})
    write('språk: nn')
    return () => vi.unstubAllEnvs()
  })

  test('is that of --lang, then of the nearest utlys.yml, then of the locale, then bokmål', () => {
    expect(languageOf({lang: 'nb'}, folder)).toBe('nb')
    expect(languageOf({lang: 'norsk'}, folder)).toBe('nn')
    expect(languageOf({}, path.join(folder, 'a/b/annonse.md'))).toBe('nn')
    expect(languageOf({}, path.join(folder, 'a/*.md'))).toBe('nn')
    expect(languageOf({config}, tmpdir())).toBe('nn')
    expect(languageOf({}, tmpdir())).toBe('en')
    vi.stubEnv('LC_ALL', 'C')
    expect(languageOf({}, tmpdir())).toBe('nb')
  })

  test.each([
    [['check', '--lang', 'nb'], 'nb'],
    [['check', '--lang=nb', '--hjelp'], 'nb'],
    [['check', '-lnb'], 'nb'],
    [['check', '-ql', 'nb'], 'nb'],
    [['check', '-l', 'norsk'], 'en'],
    [['check', '--lang'], 'en'],
    [['check', '--', '--lang', 'nb'], 'en'],
    [['check', '-c', config], 'nn'],
  ])('is seen in the arguments %j', (args, lang) => {
    expect(languageOfArguments(args)).toBe(lang)
  })
})
