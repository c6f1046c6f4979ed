import {expect, test} from 'vitest'
import {reporterOf, type WrittenFormat} from '../../cli/check/reporters.ts'
import type {Finding} from '../../src/report/types.ts'
import {contextOf, file, path, placeOf, reportOf} from './fixture.ts'

/** Each report takes a time that grows as the ad does, also when the whole ad is one line with very many findings. */

const words = 'må være ung og 🧹 sprek '
const age = file.findings.find(({ruleId}) => ruleId === 'inkludering/alder')!

const timeOf = async (format: WrittenFormat, times: number): Promise<number> => {
  const source = words.repeat(times)
  const first = placeOf('ung og', source)
  const findings = Array.from({length: times}, (_, i): Finding => {
    const moved = ({line, column, offset}: typeof first.start) => {
      const by = i * words.length
      return {line, column: column + by, offset: offset + by}
    }
    const place = {start: moved(first.start), end: moved(first.end)}
    return {...age, place, fix: {range: [place.start.offset, place.end.offset], text: 'flink'}}
  })
  const {render} = await reporterOf(format)
  const context = contextOf({sources: new Map([[path, source]])})
  const of = reportOf({findings})
  const start = performance.now()
  render(of, context)
  return performance.now() - start
}

const formats: WrittenFormat[] = ['html', 'summary', 'rdjson']

test.each(formats)(
  '%s: eight times as much takes about eight times as long',
  async (format) => {
    await timeOf(format, 500)
    const small = await timeOf(format, 2000)
    const large = await timeOf(format, 16_000)
    expect(large / small).toBeLessThan(24)
  },
  120_000,
)
