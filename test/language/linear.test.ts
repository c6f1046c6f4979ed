import {checkSync} from 'recheck'
import {beforeAll, describe, expect, it, vi} from 'vitest'
import profileData from '../../src/engine/profile.yml'
import {compile, wholeWord} from '../../src/vocabulary/pattern.ts'
import {type Expression, literals} from './linear/expressions.ts'
import {isEndless, plain} from './linear/plain.ts'

/** All that is compiled from data, also what the program compiles when it is first asked for. */
const compiled = vi.hoisted((): RegExp[] => [])

vi.mock('../../src/vocabulary/pattern.ts', async (original) => {
  const real = await original<typeof import('../../src/vocabulary/pattern.ts')>()
  const compile = (...args: Parameters<typeof real.compile>): RegExp => {
    const expression = real.compile(...args)
    compiled.push(expression)
    return expression
  }
  return {
    ...real,
    compile,
    lazily: (...args: Parameters<typeof real.lazily>) => {
      const expression = compile(...args)
      return () => expression
    },
  }
})

vi.mock('../../src/fields/grammar/expressions.ts', async (original) => {
  const real = await original<typeof import('../../src/fields/grammar/expressions.ts')>()
  const {compile, wholeWord} = await import('../../src/vocabulary/pattern.ts')
  return {
    expressions: (sources: readonly string[]) => {
      for (const source of sources) compile(wholeWord(source), 'g')
      return real.expressions(sources)
    },
  }
})

/** Whoever loads a module compiles its expressions. */
const modules = import.meta.glob(['../../src/**/*.ts', '../../rules/**/*.ts'])

/** The checks take half of it on two busy cores. */
const patience = 600_000

interface Inference {
  pattern?: string
}

const isLinear = ({source, flags}: Expression): boolean => {
  if (!isEndless(source)) return true
  const read = plain(source, flags)
  const {status} = checkSync(read.source, read.flags, {checker: 'automaton', timeout: null as never})
  return status === 'safe'
}

const unique = (all: readonly Expression[]): Expression[] => [
  ...new Map(all.map(({source, flags}) => [`/${source}/${flags}`, {source, flags}])).values(),
]

const notLinear = (all: readonly Expression[]): string[] =>
  unique(all)
    .filter((expression) => !isLinear(expression))
    .map(({source, flags}) => `/${source}/${flags}`)

describe('no expression takes more than linear time', () => {
  beforeAll(async () => {
    process.env.RECHECK_BACKEND = 'pure'
    for (const load of Object.values(modules)) await load()
  }, patience)

  it(
    'in the code',
    () => {
      expect(notLinear(literals())).toEqual([])
    },
    patience,
  )

  it(
    'in what is compiled from vocabularies, profiles and rules',
    () => {
      for (const {pattern} of Object.values(profileData as Record<string, Inference[]>).flat())
        if (pattern) compile(wholeWord(pattern))
      expect(compiled.length).toBeGreaterThan(1000)
      expect(notLinear(compiled)).toEqual([])
    },
    patience,
  )
})

describe('what counts as more than linear', () => {
  it.each([
    ['a run before an end', '\\s+$'],
    ['the rest of a line, again and again', 'til .*frist:'],
    ['nested repeats', '(?:a+)+b'],
    ['the same word in two ways', '^(?: nye?| ny)*$'],
    ['a run of letters within words', '\\p{L}+ing(?!\\p{L})'],
    ['an open bracket', '\\[[^\\]]*\\]'],
  ])('%s', (_what, source) => {
    expect(isLinear({source, flags: 'u'})).toBe(false)
  })

  it.each([
    ['a run that is begun once', '(?<!\\s)\\s+$'],
    ['words', '(?<![\\p{L}\\p{N}])(?:\\p{L}{0,60}stilling(?:en|a)?)(?![\\p{L}\\p{N}])'],
    ['a bracket that ends before the next', '\\[[^[\\]]*\\]'],
    ['the rest of a text', 'org\\.? ?nr[sS]*$'],
  ])('but not %s', (_what, source) => {
    expect(isLinear({source, flags: 'u'})).toBe(true)
  })
})
