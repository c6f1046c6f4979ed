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

const failure = ({ruleId, text, wanted, found}: ExampleResult, {lang, width}: Page): string[] => {
  const listed = (words: readonly (string | undefined)[]): string =>
    words.length === 0
      ? say(lang, 'policy.nothing')
      : words.map((word) => (word === undefined ? say(lang, 'policy.missing') : `«${word}»`)).join(', ')
  return [
    ...wrap(`✗ ${safe(ruleId)}: ${safe(text.replace(/\s+/g, ' '))}`, width),
    ...wrap(say(lang, 'policy.wanted', {venta: listed(wanted), fant: listed(found)}), width - 2).map(
      (line) => `  ${line}`,
    ),
    '',
  ]
}
