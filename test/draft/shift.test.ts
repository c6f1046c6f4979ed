import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdit, type Edit} from '../../src/draft/edit.ts'
import {shiftReport} from '../../src/draft/shift.ts'
import {createLocator} from '../../src/posting/place.ts'
import type {FileReport, Finding} from '../../src/report/types.ts'

type Range = readonly [number, number]

const text = (maxLength: number) =>
  fc.string({unit: fc.constantFrom('a', 'ø', ' ', '\n', '\r', '\r\n', '😀'), maxLength})

const rangeIn = (source: string) =>
  fc
    .tuple(fc.nat(source.length), fc.nat(source.length))
    .map(([one, other]): Range => [Math.min(one, other), Math.max(one, other)])

const cases = text(30).chain((source) =>
  fc.record({
    source: fc.constant(source),
    edit: fc.record({range: rangeIn(source), text: text(8)}),
    ranges: fc.array(rangeIn(source), {minLength: 1, maxLength: 6}),
  }),
)

/** A finding for each range, with its number as a name, whose fix and suggestion are for the range after it. */
const reportOf = (source: string, ranges: readonly Range[]): FileReport => {
  const locate = createLocator(source)
  const findings = ranges.map(([start, end], i): Finding => {
    const [...other] = ranges[(i + 1) % ranges.length]! as [number, number]
    return {
      ruleId: `lov/${i}`,
      severity: 'error',
      messageId: 'funn',
      message: '',
      place: locate(start, end),
      actual: source.slice(start, end),
      sources: [],
      fix: {range: [other[0], other[1]], text: 'x'},
      suggestions: [{message: '', range: [other[0], other[1]], text: 'y'}],
    }
  })
  return {
    path: 'annonse.md',
    language: 'nb',
    profile: {},
    portal: [],
    fields: {frist: findings.map(({place, actual}) => ({text: actual!, place: place!}))},
    missing: ['lønn'],
    findings: [...findings, {...findings[0]!, ruleId: 'felt/lonn', place: undefined!}],
  }
}

/** Whether an edit changes words of a range; what is put in before or after it does not. */
const touches = ({range: [from, to]}: Edit, [start, end]: Range): boolean => start < to && from < end

test('what an edit does not touch points at the same words as before, and the rest is gone', () => {
  fc.assert(
    fc.property(cases, ({source, edit, ranges}) => {
      const after = applyEdit(source, edit)
      const report = reportOf(source, ranges)
      const shifted = shiftReport(report, edit, after)
      const locate = createLocator(after)
      const left = ranges.flatMap((range, i) => (touches(edit, range) ? [] : [i]))
      expect(shifted.findings.map(({ruleId}) => ruleId)).toEqual([
        ...left.map((i) => `lov/${i}`),
        'felt/lonn',
      ])
      for (const {place, actual} of shifted.findings.slice(0, -1)) {
        const {start, end} = place!
        expect(after.slice(start.offset, end.offset)).toBe(actual)
        expect(place).toEqual(locate(start.offset, end.offset))
      }
      for (const i of left) {
        const next = ranges[(i + 1) % ranges.length]!
        const {fix, suggestions} = shifted.findings.find(({ruleId}) => ruleId === `lov/${i}`)!
        expect(fix && after.slice(...fix.range)).toBe(touches(edit, next) ? undefined : source.slice(...next))
        expect(suggestions!.map(({range}) => range)).toEqual(fix ? [fix.range] : [])
      }
      expect(shifted.fields.frist!.map(({text}) => text)).toEqual(
        left.map((i) => source.slice(...ranges[i]!)),
      )
      expect(shifted.missing).toEqual(report.missing)
    }),
    {numRuns: 500},
  )
})
