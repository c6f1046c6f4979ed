import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {literalsOf} from '../../src/vocabulary/literals.ts'
import {compile} from '../../src/vocabulary/pattern.ts'

describe('what the matches of an expression hold', () => {
  it.each([
    ['søknadsfrist', [['søknadsfrist']]],
    ['løn{1,2} etter avtale', [[' etter avtale'], ['løn']]],
    ['(?:god|attraktiv) løn{1,2}', [['god', 'attraktiv'], [' løn']]],
    [
      '(?:knappen|lenken) (over|under)',
      [
        ['knappen', 'lenken'],
        ['over', 'under'],
      ],
    ],
    ['\\p{L}*stilling(?:en|a)?', [['stilling']]],
    ['(?<=vi )søker(?! ikke)', [['søker']]],
    ['ca\\.? 100', [[' 100'], ['ca']]],
    ['snarest|fortløpende', [['snarest', 'fortløpende']]],
  ])('%s', (source, literals) => {
    expect(literalsOf(source).toSorted()).toEqual(literals.toSorted())
  })

  it.each(['\\p{L}+', '[ab]?', 'a|\\d+', '(?:fast)?', '(?:a|b)'])('%s: nothing that tells', (source) => {
    expect(literalsOf(source)).toEqual([])
  })

  it.each(vocabularyFiles())('is in every match of the expressions of %s', (file) => {
    for (const source of expressionsIn(file)) {
      const literals = literalsOf(source)
      fc.assert(
        fc.property(fc.stringMatching(compile(`^(?:${source})$`)), (match) =>
          literals.every((set) => set.some((literal) => match.includes(literal))),
        ),
        {numRuns: 5},
      )
    }
  })
})

const folder = new URL('../../src/vocabulary/', import.meta.url)

function vocabularyFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yml') && expressionsIn(name).length > 0)
}

/** The expressions of a file, but for those that look around themselves, to which texts cannot be made. */
function expressionsIn(file: string): string[] {
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : Object.values((value ?? {}) as Record<string, unknown>).flatMap(strings)
  return strings(parse(readFileSync(new URL(file, folder), 'utf8'))).filter(
    (source) => /[?*+(]/.test(source) && !/\(\?<?[=!]|<post>|<is>|\^|\$/.test(source) && isExpression(source),
  )
}

function isExpression(source: string): boolean {
  try {
    return compile(source) !== undefined
  } catch {
    return false
  }
}
