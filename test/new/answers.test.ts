import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {judgeAnswers} from '../../cli/new/answers.ts'
import {type Answers, compose, forms} from '../../cli/new/draft.ts'
import {createJudge} from '../../cli/new/judge.ts'
import {fieldKeys, formChoices, profileChoices, profileKeys, statementsIn} from '../../cli/new/steps.ts'
import schema from '../../schemas/answers.schema.json'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'
import employmentForms from '../../src/vocabulary/employment-forms.yml'

const folder = fileURLToPath(new URL('answers/', import.meta.url))
const files = readdirSync(folder)
const today = '2026-11-21'
const settings = defaultSettings

const answersOf = (file: string): Promise<Answers> => {
  const judge = createJudge({settings, today, lang: 'nb'})
  return judgeAnswers(
    parse(readFileSync(folder + file, 'utf8')),
    {},
    {path: file, judge, settings, lang: 'nb'},
  )
}

const check = async (markdown: string, profile: Answers['profile']) => {
  const posting = await readPosting('utkast.md', new TextEncoder().encode(markdown))
  return checkPosting(posting, {...settings, profile}, {today, lang: 'nb'})
}

const withoutFrontMatter = (markdown: string): string => markdown.slice(markdown.indexOf('\n---\n') + 5)

describe.each(files)('%s', (file) => {
  test('gives a draft without errors, in its own language', async () => {
    const answers = await answersOf(file)
    const report = await check(compose(answers), {})
    expect(report.findings.filter(({severity}) => severity === 'error')).toEqual([])
    expect(report.language).toBe(answers.profile.målform === 'nynorsk' ? 'nn' : 'nb')
  })

  test('holds all facts in its text as well, so that it can be published without the front matter', async () => {
    const answers = await answersOf(file)
    const report = await check(withoutFrontMatter(compose(answers)), answers.profile)
    expect(report.findings.filter(({severity}) => severity === 'error')).toEqual([])
  })

  test('says each thing as it was answered', async () => {
    const {fields} = await answersOf(file)
    const {fields: found} = await check(compose(await answersOf(file)), {})
    expect(found.ansettelsesform?.map((one) => 'value' in one && one.value)).toContain(fields.ansettelsesform)
    expect(found.frist).toMatchObject([{value: fields.frist}, {value: fields.frist}])
  })
})

describe('the schema of the answers', () => {
  const properties = schema.properties as Record<string, {enum?: string[]}>
  const statements = statementsIn(settings, 'nb').map(({key}) => key)

  test('names what can be answered', () => {
    const known = ['profil', ...profileKeys, ...fieldKeys, ...statements]
    expect(Object.keys(properties).toSorted()).toEqual(known.toSorted())
    for (const key of profileKeys) expect(properties[key]!.enum).toEqual(profileChoices(key))
    expect(properties.ansettelsesform!.enum).toEqual(formChoices)
  })

  test.each(files)('%s is as it says', (file) => {
    const validate = new Ajv2020({strict: false}).compile(schema)
    validate(parse(readFileSync(folder + file, 'utf8')))
    expect(validate.errors).toBeNull()
  })
})

test('each form of employment is one that utlys knows', () => {
  for (const form of Object.keys(forms)) expect(Object.keys(employmentForms as object)).toContain(form)
})
