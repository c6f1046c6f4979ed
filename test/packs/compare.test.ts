import {existsSync, readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {packNamed} from '../../src/engine/packs.ts'
import {comparePolicy} from '../../src/packs/compare.ts'
import {fingerprintOf, sentencesOf} from '../../src/packs/fingerprint.ts'
import {packOf, policy} from './policy.ts'
import {rewrapped} from './rewrap.ts'

const pack = packOf(policy)

/** A comparison in few words. */
const compared = (text: string, from = pack) => {
  const {changed, gone, added} = comparePolicy(from, text)
  return {
    changed: changed.map(({clause, now}) => [clause.id, ...now.map((one) => one.text)]),
    gone: gone.map(({id}) => id),
    added: added.map((one) => `${one.firstLine}: ${one.text}`),
  }
}
const nothing = {changed: [], gone: [], added: []}

describe('comparePolicy', () => {
  it('finds nothing in the same text, however it is wrapped', () => {
    expect(compared(policy)).toEqual(nothing)
    fc.assert(
      fc.property(fc.integer({min: 30, max: 110}), fc.boolean(), (width, hyphens) => {
        expect(compared(rewrapped(policy, width, hyphens))).toEqual(nothing)
      }),
    )
  })

  it('names the clause of a changed sentence, with what stands there now', () => {
    expect(compared(policy.replace('å spørre en gang til', 'å spørre to ganger til'))).toEqual({
      ...nothing,
      changed: [['verdier', 'Nysgjerrighet er å spørre to ganger til.']],
    })
  })

  it('takes a clause of one sentence for changed, not for gone, when another sentence stands there', () => {
    expect(compared(policy.replace('som lytter til', 'som hører på'))).toEqual({
      ...nothing,
      changed: [['lytte', 'Lillevik kommune vil være en arbeidsgiver som hører på dem som jobber her.']],
    })
  })

  it('names a clause of which nothing is left', () => {
    expect(compared(policy.replace(/Visjonen Vi[\s\S]*?uenighet\.\n/, ''))).toEqual({
      ...nothing,
      gone: ['visjon'],
    })
  })

  it('names a clause that has lost one sentence', () => {
    expect(compared(policy.replace(' Nysgjerrighet er å spørre en gang til.', ''))).toEqual({
      ...nothing,
      changed: [['verdier']],
    })
  })

  it('tells new sentences, with their lines', () => {
    expect(compared(policy.replace('\nVisjon\n', '\nVi feirer også det som går galt.\n\nVisjon\n'))).toEqual({
      ...nothing,
      added: ['6: Vi feirer også det som går galt.'],
    })
  })

  it('gives two neighbouring clauses what stands in the place of each', () => {
    const text = policy.replace('uenighet.', 'motbør.').replace('to verdier', 'tre verdier')
    expect(compared(text).changed).toEqual([
      ['visjon', 'Broer skal tåle vær, vind og motbør.'],
      ['verdier', 'Vi har tre verdier, nysgjerrighet og tålmodighet.'],
    ])
  })

  it('does not mind that a section has been moved', () => {
    const [start, end] = policy.split('2. Rekruttering') as [string, string]
    expect(compared(`2. Rekruttering${end}\n${start}`)).toEqual(nothing)
  })

  it('makes do with a pack that lists only the sentences of its clauses', () => {
    const {sentences: _, ...without} = pack
    const text = policy.replace('å spørre en gang til', 'å spørre igjen')
    expect(compared(text, without).changed[0]?.[0]).toBe('verdier')
  })

  it('names just the clause of any one sentence that is changed', () => {
    const sentences = sentencesOf(policy)
    fc.assert(
      fc.property(fc.nat(sentences.length - 1), (i) => {
        const {changed, gone, added} = comparePolicy(pack, withChanged(policy, i))
        const owner = ownerOf(pack, sentences[i]!.text)
        expect(changed.map(({clause}) => clause.id)).toEqual(owner)
        expect(gone).toEqual([])
        expect(added).toHaveLength(owner.length > 0 ? 0 : 1)
      }),
    )
  })
})

const ownerOf = (from: typeof pack, sentence: string): string[] =>
  from.clauses!.filter((clause) => clause.sentences?.includes(fingerprintOf(sentence))).map(({id}) => id)

/** The policy with a word more in one of its sentences. */
function withChanged(text: string, i: number): string {
  const {firstLine, text: sentence} = sentencesOf(text)[i]!
  const lines = text.split('\n')
  const line = lines[firstLine - 1]!
  const words = sentence.split(' ')
  const beginning = [3, 2, 1]
    .map((count) => words.slice(0, count).join(' '))
    .find((one) => line.includes(one))!
  lines[firstLine - 1] = line.replace(beginning, `${beginning} ganske`)
  return lines.join('\n')
}

/** The policy itself is not part of the project. */
const folder = new URL('../../../shared/seeds/', import.meta.url)
const name = existsSync(folder) ? readdirSync(folder).find((one) => one.startsWith('004_')) : undefined
if (!name) console.warn('The policy of Bærum is not beside the project; the tests on it are skipped.')
const source = name ? readFileSync(new URL(name, folder), 'utf8') : ''

describe.skipIf(!name)('policy/baerum and the policy it was made from', () => {
  const baerum = packNamed('baerum')!
  const sentences = name ? sentencesOf(source) : []

  it('agree', () => {
    expect(compared(source, baerum)).toEqual(nothing)
    expect(baerum.sentences).toEqual(sentences.map(({text}) => fingerprintOf(text)))
  })

  test.each(baerum.clauses!.map((clause) => [clause.id, clause] as const))(
    '%s changes alone when any of its sentences changes',
    (id, clause) => {
      for (const fingerprint of clause.sentences!) {
        const i = sentences.findIndex(({text}) => fingerprintOf(text) === fingerprint)
        const {changed, gone, added} = comparePolicy(baerum, withChanged(source, i))
        expect(changed.map((change) => change.clause.id)).toEqual([id])
        expect(changed[0]!.now).toHaveLength(1)
        expect([...gone, ...added]).toEqual([])
      }
    },
  )

  it('agree in lines of any width', () => {
    for (const width of [40, 72, 100])
      expect(compared(rewrapped(source, width, true), baerum)).toEqual(nothing)
  })
})
