import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import validate from '../../schemas/baseline.schema.json?validator'
import {fingerprint} from '../../src/baseline/fingerprint.ts'
import {formatBaseline, parseBaseline} from '../../src/baseline/format.ts'
import {type Checked, difference, listFindings, markKnown, updated} from '../../src/baseline/known.ts'
import type {KnownFinding} from '../../src/baseline/types.ts'
import type {Finding} from '../../src/report/types.ts'
import {placeOf, reportOf} from '../report/fixture.ts'

const line = 'Vi ønsker at du er ung og sprek, og at du liker å arbeide sammen med andre.'

const findingIn = (source: string, words = 'ung og sprek'): Finding => ({
  ruleId: 'inkludering/alder',
  severity: 'warning',
  messageId: 'funn',
  message: `«${words}»`,
  place: placeOf(words, source),
  actual: words,
  sources: [],
})

const hashIn = (source: string, words?: string): string => fingerprint(findingIn(source, words), source)

/** Lines that an editor of an ad might put before or after. */
const text = fc.array(fc.constantFrom('Om oss', '', '- ung', 'Lønn etter avtale.', '# Ny', 'sprek\r'), {
  maxLength: 6,
})
/** A word that is not in the line. */
const otherWord = fc.stringMatching(/^[a-zæøå]{1,8}$/).filter((word) => !line.includes(word))

describe('the fingerprint of a finding', () => {
  it('stays when lines are put before and after', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(hashIn([...before, line, ...after].join('\n'))).toBe(hashIn(line))
      }),
    )
  })

  it('stays when words further off on the line change', () => {
    fc.assert(
      fc.property(otherWord, (word) => {
        expect(hashIn(`${word} ${line} ${word}`)).toBe(hashIn(line))
      }),
    )
  })

  it.each([
    ['blanks', line.replace('du er', 'du  er')],
    ['a list item', `- ${line}`],
    ['Windows', `Om oss\r\n${line}\r\n`],
    ['signs', line.replace('sprek,', 'sprek;')],
  ])('stays when only signs change: %s', (_name, source) => {
    expect(hashIn(source)).toBe(hashIn(line))
  })

  it('changes with the words found', () => {
    fc.assert(
      fc.property(otherWord, (word) => {
        const words = `ung og ${word}`
        expect(hashIn(line.replace('ung og sprek', words), words)).not.toBe(hashIn(line))
      }),
    )
  })

  it('changes with the words beside them', () => {
    fc.assert(
      fc.property(otherWord, fc.constantFrom('at', 'du', 'er', 'og at'), (word, beside) => {
        const at = line.indexOf(` ${beside} `) + 1
        const changed = line.slice(0, at) + word + line.slice(at + beside.length)
        expect(hashIn(changed)).not.toBe(hashIn(line))
      }),
    )
  })
})

const checkedOf = (source: string, findings: Finding[], name = 'a.md'): Checked => ({
  name,
  source,
  file: reportOf({path: name, findings}).files[0]!,
})

const missing: Finding = {
  ruleId: 'felt/frist',
  severity: 'error',
  messageId: 'mangler',
  message: 'Annonsen har ingen frist.',
  sources: [],
}

const knownIn = (checked: Checked, known: KnownFinding[]): (true | undefined)[] =>
  markKnown([checked], known)[0]!.findings.map((finding) => finding.known)

describe('the list of known findings', () => {
  it('knows all that it was made from, and nothing that is waived', () => {
    const waived: Finding = {...missing, waiver: {reason: 'kjent', origin: 'draft'}}
    const checked = checkedOf(line, [findingIn(line), missing, waived])
    const known = listFindings([checked])
    expect(known).toHaveLength(2)
    expect(knownIn(checked, known)).toEqual([true, true, undefined])
  })

  it('counts findings that are equal, and knows no more of them', () => {
    const [one, two] = [findingIn(line), findingIn(line)]
    const known = listFindings([checkedOf(line, [one, two])])
    expect(known).toMatchObject([{count: 2}])
    expect(knownIn(checkedOf(line, [one, two, findingIn(line)]), known)).toEqual([true, true, undefined])
    const now = listFindings([checkedOf(line, [one])])
    expect(difference(known, now)).toEqual([{file: 'a.md', ruleId: 'inkludering/alder', count: 1}])
  })

  it('is of one file: the same words in another are new', () => {
    const known = listFindings([checkedOf(line, [findingIn(line)])])
    expect(knownIn(checkedOf(line, [findingIn(line)], 'b.md'), known)).toEqual([undefined])
  })

  it('takes equal entries, which a merge may leave, for one', () => {
    const checked = checkedOf(line, [missing, missing])
    const [entry] = listFindings([checkedOf(line, [missing])])
    expect(knownIn(checked, [entry!, entry!])).toEqual([true, undefined])
  })

  it('keeps the entries of files that were not checked', () => {
    const old = listFindings([checkedOf(line, [missing], 'a.md'), checkedOf(line, [missing], 'b.md')])
    const kept = updated(old, [], (file) => file === 'b.md')
    expect(kept.map(({file}) => file)).toEqual(['b.md'])
  })
})

const entry = fc.record({
  file: fc.string({minLength: 1}),
  ruleId: fc.constantFrom('felt/frist', 'inkludering/alder'),
  messageId: fc.constantFrom('funn', 'mangler'),
  hash: fc.stringMatching(/^[0-9a-f]{16}$/),
  count: fc.integer({min: 1, max: 9}),
})

describe('the file', () => {
  it('has one finding on each line, in one order, by its schema, and is read as it was written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, {selector: ({file, hash}) => file + hash}), (entries) => {
        const list = updated([], entries, () => false)
        const written = formatBaseline(list)
        expect(written).toBe(formatBaseline(updated([], entries.toReversed(), () => false)))
        expect(written.split('\n').filter((one) => one.includes('"hash"'))).toHaveLength(entries.length)
        expect(validate(JSON.parse(written))).toBe(true)
        expect(parseBaseline(written)).toEqual({version: 1, findings: list})
      }),
    )
  })

  it('holds no words of the ad', () => {
    const written = formatBaseline(listFindings([checkedOf(line, [findingIn(line)])]))
    expect(written).not.toMatch(/sprek|ønsker/)
  })

  it.each([
    ['', 'json'],
    ['<<<<<<< HEAD\n{}', 'json'],
    ['[]', 'shape'],
    ['null', 'shape'],
    ['{"version": 2}', 'version'],
    ['{"version": 1}', 'shape'],
    ['{"version": 1, "findings": [{"file": "a.md"}]}', 'shape'],
    ['{"version": 1, "findings": [], "more": 1}', 'shape'],
  ])('%j is refused: %s', (written, problem) => {
    expect(parseBaseline(written)).toMatchObject({problem})
  })

  it('may begin with a byte order mark', () => {
    expect(parseBaseline(`\ufeff${formatBaseline([])}`)).toEqual({version: 1, findings: []})
  })
})
