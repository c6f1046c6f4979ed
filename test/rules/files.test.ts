import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {sep} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import postingSchema from '../../schemas/posting.schema.json'
import validateRule from '../../schemas/rule.schema.json?validator'
import validateSources from '../../schemas/sources.schema.json?validator'
import type {Rule, RuleExamples, Source, Text} from '../../src/engine/types.ts'

const folder = new URL('../../rules/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))

/** Rule files are `PACK/NAME.yml`; a lexicon stands beside its rule as `NAME.lexicon.yml`. */
const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /^(?:[^/]+\/)+[^/.]+\.yml$/.test(name) && !name.endsWith('/pack.yml'))
  .sort()
const rules = names.map((name) => ({name, rule: read(name) as Rule & RuleExamples}))
const sources = read('sources.yml') as Source[]

const placeholders = (template: string) =>
  [...template.matchAll(/\{(\p{L}+)\}/gu)].map((match) => match[1]).sort()
const marks = (text: string) => [...text.matchAll(/\[\[[^[\]]+\]\]/gu)].length

describe('sources.yml', () => {
  it('follows its schema', () => {
    validateSources(sources)
    expect(validateSources.errors ?? []).toEqual([])
  })

  it('names each source once', () => {
    const ids = sources.map((source) => source.id)
    expect(ids).toEqual([...new Set(ids)])
  })
})

/** What an employer's own rules cite when they do not say otherwise (`src/packs/expand.ts`). */
const ownPolicy = 'egen-policy'

describe('rule files', () => {
  it('rely on every source that is listed', () => {
    const cited = new Set(rules.flatMap(({rule}) => rule.sources))
    expect(sources.map(({id}) => id).filter((id) => !cited.has(id))).toEqual([ownPolicy])
  })

  it('have ids of their own', () => {
    const ids = rules.map(({rule}) => rule.id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it('say for every message of the posting schema what is wrong', () => {
    const felt = rules.map(({rule}) => rule).filter((rule) => rule.kind === 'felt')
    const told = felt.flatMap((rule) =>
      Object.keys(rule.messages).map((message) => `${rule.field}: ${message}`),
    )
    expect(told.sort()).toEqual(possibleViolations().sort())
  })
})

describe.each(rules)('$name', ({name, rule}) => {
  it('follows the rule schema, its lexicon too', () => {
    const lexicon = new URL(name.replace(/\.yml$/, '.lexicon.yml'), folder)
    const hasLexicon = existsSync(lexicon)
    expect(hasLexicon).toBe(rule.kind === 'uttrykk')
    validateRule(hasLexicon ? {...rule, entries: parse(readFileSync(lexicon, 'utf8'))} : rule)
    expect(validateRule.errors ?? []).toEqual([])
  })

  it('has the id that its path says', () => {
    expect(`${rule.id}.yml`).toBe(name)
  })

  it('cites sources that exist', () => {
    const known = new Set(sources.map((source) => source.id))
    expect(rule.sources.filter((id) => !known.has(id))).toEqual([])
  })

  it.each(Object.entries(rule.messages))(
    'has the same placeholders in all languages: %s',
    (_id, text: Text) => {
      expect(placeholders(text.nn)).toEqual(placeholders(text.nb))
      expect(placeholders(text.en)).toEqual(placeholders(text.nb))
    },
  )

  it('names only messages of its own', () => {
    const expected = [...rule.examples.triggers, ...rule.examples.silent].flatMap(
      ({message}) => message ?? [],
    )
    const weighed = Object.keys(rule.messageSeverity ?? {})
    expect([...expected, ...weighed].filter((id) => !(id in rule.messages))).toEqual([])
  })

  it('is raised by an option of its own', () => {
    const {raisedFrom, options = {}} = rule
    if (raisedFrom) expect(Object.keys(options)).toContain(raisedFrom.option)
  })

  it('marks no words in the silent examples', () => {
    expect(rule.examples.silent.filter(({text}) => marks(text) > 0)).toEqual([])
  })

  it('accuses nobody', () => {
    expect(JSON.stringify([rule.title, rule.why, rule.mend, rule.messages])).not.toMatch(
      /ulovlig|ulovleg|illegal|unlawful/iu,
    )
  })
})

interface Subschema {
  $ref?: string
  melding?: string
  [keyword: string]: unknown
}

/** `FIELD: MESSAGE` for each field that the schema can require and each `melding` below a field. */
function possibleViolations(): string[] {
  const {felt} = postingSchema.properties
  const sometimes = postingSchema.allOf.flatMap(({then}) => then.properties.felt.required)
  const required = [...felt.required, ...sometimes]
  const missing = required.map((field) => `${field}: ${felt.melding}`)
  const invalid = Object.entries(felt.properties).flatMap(([field, schema]) =>
    meldinger(schema).map((melding) => `${field}: ${melding}`),
  )
  return [...missing, ...invalid]
}

function meldinger(schema: Subschema): string[] {
  const own = typeof schema.melding === 'string' ? [schema.melding] : []
  const definition = schema.$ref?.replace('#/$defs/', '') as keyof typeof postingSchema.$defs | undefined
  const referred = definition ? meldinger(postingSchema.$defs[definition] as Subschema) : []
  const inner = Object.values(schema).flatMap((value) =>
    value !== null && typeof value === 'object' ? meldinger(value as Subschema) : [],
  )
  return [...own, ...referred, ...inner]
}
