import path from 'node:path'
import type {Pack} from '../../src/engine/packs.ts'
import {type ExampleResult, runExamples} from '../../src/packs/examples.ts'
import {safe} from '../../src/report/safe.ts'
import {wrap} from '../../src/report/width.ts'
import {say} from '../texts.ts'
import type {Page} from './print.ts'

/** Runs the examples of packs, prints those that fail, and tells whether all came out as they say. */
export const testPacks = async (packs: readonly Pack[], page: Page): Promise<boolean> => {
  const results: ExampleResult[] = []
  for (const pack of packs) results.push(...(await runExamples(pack)))
  const failed = results.filter(({passed}) => !passed)
  const lines = failed.flatMap((result) => failure(result, page))
  const counts = {antall: String(results.length), feil: String(failed.length)}
  const sum = say(page.lang, failed.length === 0 ? 'policy.passed' : 'policy.failed', counts)
  process.stdout.write(`${[...lines, sum].join('\n')}\n`)
  return failed.length === 0
}

const failure = (result: ExampleResult, {lang, width}: Page): string[] => {
  const {ruleId, text, wanted, found, unmarked} = result
  const listed = (words: readonly (string | undefined)[]): string =>
    words.length === 0
      ? say(lang, 'policy.nothing')
      : words.map((word) => (word === undefined ? say(lang, 'policy.missing') : `«${word}»`)).join(', ')
  const outcome = unmarked
    ? say(lang, 'policy.unmarked')
    : say(lang, 'policy.wanted', {venta: listed(wanted), fant: listed(found)})
  return [
    ...wrap(`✗ ${safe(ruleId)}: ${safe(text.replace(/\s+/g, ' '))}`, width),
    ...placeOf(result),
    ...wrap(outcome, width - 2).map((line) => `  ${line}`),
    '',
  ]
}

/** Where the example stands, on a line of its own that a terminal can open. */
const placeOf = ({place}: ExampleResult): string[] =>
  place ? [`  ${safe(path.relative('.', place.path))}:${place.line}`] : []
