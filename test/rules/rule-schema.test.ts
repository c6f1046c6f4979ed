import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import validate from '../../schemas/rule.schema.json?validator'

const file = (name: string) => readFileSync(new URL(`../../rules/${name}.yml`, import.meta.url), 'utf8')
const field = parse(file('felt/frist'))
const statement = parse(file('lov/offentlig-sokerliste'))

describe('rule.schema.json', () => {
  it.each([
    ['a key that no rule has', {...field, fields: 'frist'}],
    ['a key of another kind', {...field, compare: 'lik'}],
    ['an unknown kind', {...field, kind: 'skript'}],
    ['no kind', {...field, kind: undefined}],
    ['an unknown field', {...field, field: 'fristen'}],
    ['an unknown severity', {...field, severity: 'feil'}],
    ['a text without nynorsk', {...field, why: {nb: 'Fordi.', en: 'Because.'}}],
    ['an option without a default', {...field, options: {minsteDager: {type: 'integer'}}}],
    ['an option that is not described', {...field, options: {minsteDager: {default: 14}}}],
    ['no silent example', {...field, examples: {...field.examples, silent: []}}],
    ['both a field and parts', {...statement, parts: [{id: 'del', expressions: {nb: ['selv om']}}]}],
    ['a date to be raised from without the severity', {...field, raisedFrom: {option: 'åpenhetFra'}}],
    ['a list to cover without its option', {...statement, cover: 'grunnlag'}],
  ])('refuses %s', (_what, rule) => {
    expect(validate(JSON.parse(JSON.stringify(rule)))).toBe(false)
  })

  it('lets the entries of an expression rule stand in a file beside it', () => {
    const {field: _field, insert: _insert, ...common} = field
    expect(validate({...common, kind: 'uttrykk'})).toBe(true)
    expect(
      validate({
        ...common,
        kind: 'uttrykk',
        entries: [{id: 'x', severity: 'warning', nb: ['ung'], nn: ['ung']}],
      }),
    ).toBe(true)
  })
})
