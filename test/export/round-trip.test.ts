import {readFileSync} from 'node:fs'
import {parseXml} from '@rgrove/parse-xml'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import schema from '../../schemas/export-format.schema.json'
import {exportFormats} from '../../src/export/formats.ts'
import {written} from '../../src/export/index.ts'
import type {FieldName, Fields} from '../../src/fields/types.ts'
import {answerFiles, beside, draftFrom, exampleAds, exportTo, formatNamed, inspect} from './ads.ts'

const ajv = new Ajv2020({strict: false})
addFormats(ajv)

const shapeOf = (file: string) =>
  ajv.compile(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))

const shapes = {'schema-org': shapeOf('job-posting.schema.json'), nav: shapeOf('nav-import.schema.json')}

/** What the form adds to what the ad says, since its codes are coarser or it asks for more. */
const addedByForm: Readonly<Record<keyof typeof shapes, Partial<Record<FieldName, RegExp>>>> = {
  'schema-org': {
    referanse: /2026\/118/,
    ansettelsesform: /"midlertidig"/,
    stillingsprosent: /"ord":/,
    arbeidssted: /, 9999 Lillevik/,
  },
  nav: {
    referanse: /2026\/118/,
    antall: /"1"/,
    ansettelsesform: /"engasjement"/,
    stillingsprosent: /"ord":/,
    arbeidssted: /, 9999 Lillevik/,
    søknadsmåte: /"mål":/,
  },
}

/** For the ads that name a house and no postal code. */
const place = {postnummer: '9999', poststed: 'Lillevik'}

const valuesIn = (fields: Fields, name: FieldName): string[] => [
  ...new Set(fields[name].map(({value}) => JSON.stringify(value))),
]

const expectRoundTrip = async (target: keyof typeof shapes, name: string, text: string): Promise<void> => {
  const given = {...beside, utløper: '2027-01-31', ...(/99\d\d/.test(text) ? {} : place)}
  const {json, flaws, findings} = await exportTo(target, text, given, name)
  expect({flaws, findings}).toEqual({flaws: [], findings: []})
  shapes[target](json)
  expect(shapes[target].errors).toBeNull()
  const {description, adText} = json as {description?: string; adText?: string}
  parseXml(`<ad>${description ?? adText}</ad>`)

  const before = (await inspect(name, text)).context.fields
  const after = (await inspect('annonse.json', written(json, formatNamed(target)))).context.fields
  for (const field of Object.keys(before) as FieldName[]) {
    const [said, read] = [valuesIn(before, field), valuesIn(after, field)]
    const lost = said.filter((value) => !read.includes(value))
    const added = read.filter((value) => !said.includes(value) && !addedByForm[target][field]?.test(value))
    expect({field, lost, added}).toEqual({field, lost: [], added: []})
  }
}

describe.each(['schema-org', 'nav'] as const)(
  'an ad in %s has the shape that it is to have, and gives the same fields',
  (target) => {
    test.each(exampleAds)('%s', (name, text) => expectRoundTrip(target, name, text))
    test.each(answerFiles)('the draft from %s', async (file) =>
      expectRoundTrip(target, 'annonse.md', await draftFrom(file)),
    )
  },
)

test.each(exportFormats)('the description of $name is as its schema has it', (format) => {
  ajv.validate(schema, format)
  expect(ajv.errors).toBeNull()
})
