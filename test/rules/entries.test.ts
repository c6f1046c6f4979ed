import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {type Pack, packIds, packNamed} from '../../src/engine/packs.ts'
import {rules} from '../../src/engine/rules.ts'
import type {ExpressionRule, LexiconEntry, Rule} from '../../src/engine/types.ts'
import {createLexicon, type RuledEntry} from '../../src/language/lexicon.ts'
import {parsePattern} from '../../src/language/search/pattern.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {Finding} from '../../src/report/types.ts'

const files = import.meta.glob<LexiconEntry[]>('../../rules/*/**/*.lexicon.yml', {
  eager: true,
  import: 'default',
})
const idOf = (path: string): string => path.replace(/^.*rules\/|\.lexicon\.yml$/g, '')
const ruleOf = (id: string): ExpressionRule => rules.find((rule): rule is ExpressionRule => rule.id === id)!

const lexicons = Object.entries(files).map(([path, entries]) => ({rule: ruleOf(idOf(path)), entries}))
const ruled = lexicons.flatMap(({rule, entries}) =>
  entries.map((entry): RuledEntry => ({...entry, ruleId: rule.id, concerns: rule.concerns ?? 'applicant'})),
)
const lexicon = createLexicon(ruled)

const marks = /\[\[([\s\S]*?)\]\]/g
const unmarked = (text: string): string => text.replace(marks, '$1')
const markedIn = (text: string): string[] => [...text.matchAll(marks)].map(([, words]) => words!)

/** What a rule finds in a sentence that stands alone in an ad. */
const packsOf = ({id}: Rule): Pack[] =>
  packIds.filter((pack) => id.startsWith(`${pack}/`)).flatMap((pack) => packNamed(pack) ?? [])

const findingsOf = async (rule: Rule, text: string): Promise<Finding[]> => {
  const posting = await readPosting('eksempel.txt', new TextEncoder().encode(text))
  const profile = Object.entries(rule.appliesTo ?? {}).map(([key, [value]]) => [key, value!] as const)
  const settings = {
    profile: Object.fromEntries(profile),
    portal: [],
    rules: new Map(rule.optional ? [[rule.id, {severity: rule.severity}]] : []),
    waivers: [],
    packs: packsOf(rule),
    templates: {},
  }
  const report = await checkPosting(posting, settings, {today: '2026-11-21', lang: 'nb', nature: 'ad'})
  return report.findings.filter(({ruleId}) => ruleId === rule.id)
}

/** The same words as people type and paste them: wrapped, quoted, in capitals, hyphenated, decomposed. */
const disguises = (text: string): string[] => [
  text.toUpperCase(),
  text.replaceAll(' ', '\n'),
  text.replaceAll(' ', '\u00A0'),
  text.replaceAll('-', '\u2011'),
  text.normalize('NFD'),
  text.replace(/\p{L}{4}(?=\p{L}{3})/gu, '$&\u00AD'),
]

describe.each(lexicons.map((one) => [one.rule.id, one] as const))('%s', (_id, {rule, entries}) => {
  const used = entries.filter(({status}) => status !== 'keep')

  it('has an id, sources, both written standards and examples for every entry', () => {
    const ids = entries.map(({id}) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(entries.filter(({src}) => !src?.trim()).map(({id}) => id)).toEqual([])
    const english = ({en = []}: LexiconEntry) => en.length > 0
    const lame = used.filter((entry) => !(entry.nb.length && entry.nn.length) && !english(entry))
    expect(lame.map(({id}) => id)).toEqual([])
    const untold = used.filter(({bad = [], ok = []}) => bad.length < 2 || ok.length < 2)
    expect(untold.map(({id}) => id)).toEqual([])
  })

  it('is well formed', () => {
    for (const {nb, nn, en = [], except = []} of entries) {
      for (const pattern of [...nb, ...nn, ...en, ...except])
        expect(() => parsePattern(pattern)).not.toThrow()
    }
  })

  it('names only messages of its rule', () => {
    const messages = Object.keys(rule.messages)
    expect(used.filter(({message = 'funn'}) => !messages.includes(message)).map(({id}) => id)).toEqual([])
  })

  describe.each(used.map((entry) => [entry.id, entry] as const))('%s', (id, {bad = [], ok = []}) => {
    it.each(bad)('finds: %s', async (text) => {
      const findings = await findingsOf(rule, unmarked(text))
      expect(findings.map(({actual}) => actual)).toEqual(
        rule.once ? markedIn(text).slice(0, 1) : markedIn(text),
      )
      expect(lexicon.find(unmarked(text)).map(({entryId}) => entryId)).toContain(id)
    })

    it.each(ok)('is silent: %s', async (text) => {
      const findings = await findingsOf(rule, text)
      expect(findings.map(({actual}) => actual)).toEqual([])
    })
  })

  it('finds its words in every disguise', async () => {
    for (const text of used.flatMap(({bad = []}) => bad.slice(0, 1))) {
      for (const disguise of [...disguises(unmarked(text)), ...quoted(text)]) {
        const found = (await findingsOf(rule, disguise)).map(({actual}) => plain(actual!))
        const [first] = markedIn(text).map(plain)
        expect(found, disguise).toContain(first)
      }
    }
  })

  it('suggests nothing that any rule would flag', () => {
    for (const {id, to_nb = [], to_nn = []} of entries) {
      for (const text of [...to_nb, ...to_nn]) expect(lexicon.find(text), `${id}: ${text}`).toEqual([])
    }
  })

  it('finds nothing in the words that are never flagged', () => {
    const kept = ruled.filter(({status}) => status === 'keep').flatMap(({nb, nn}) => [...nb, ...nn])
    for (const words of kept.filter((text) => !/[[*#~]/.test(text))) {
      const hits = lexicon.find(`Om ${words} her.`).filter(({ruleId}) => ruleId === rule.id)
      expect(hits, words).toEqual([])
    }
  })
})

/** The words in quotation marks, unless that makes the whole sentence somebody's speech. */
const quoted = (text: string): string[] =>
  [text.replace(marks, '«$1»')].filter((one) => !/^«[^»]*»\P{L}*$/u.test(one))

/** Words without the disguise. */
const plain = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('\u00AD', '').replaceAll('\u2011', '-').replace(/\s+/g, ' ')
