import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {properties} from './properties.ts'

/** A short run with one seed is part of the tests; `npm run fuzz -- --minutes 20 --seed 7` takes its time. */
const minutes = Number(process.env.UTLYS_FUZZ_MINUTES ?? 0)
const seed = Number(process.env.UTLYS_FUZZ_SEED ?? 20261122)
const each = (minutes * 60_000) / Object.keys(properties).length

const limits: fc.Parameters<[unknown]> =
  minutes > 0
    ? {numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: each, markInterruptAsFailure: false}
    : {numRuns: 60}

describe('whatever the program is given', () => {
  it.each(Object.entries(properties))(
    '%s',
    async (name, property) => {
      const result = await fc.check(property, {seed, includeErrorInReport: true, ...limits})
      if (minutes > 0) console.log(`${name}: ${result.numRuns} drafts, seed ${seed}`)
      expect(result.failed, fc.defaultReportMessage(result)).toBe(false)
    },
    minutes > 0 ? each * 3 : 120_000,
  )
})
