import {parseXml} from '@rgrove/parse-xml'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import texts from '../../cli/export/texts.yml'
import type {Catalogue} from '../../cli/texts.ts'
import {exportFormats, type Shape} from '../../src/export/formats.ts'
import {written} from '../../src/export/index.ts'
import {beside, exampleAds, exportTo, formatNamed} from './ads.ts'

const [[, byggesak], , [, heimetenesta]] = exampleAds as [[string, string], unknown, [string, string]]

type Posting = Record<string, unknown> & {description: string; adText: string}

const jsonOf = async (target: string, text: string, given = beside): Promise<Posting> =>
  (await exportTo(target, text, given)).json as unknown as Posting

const codesOf = async (target: string, text: string, given = beside): Promise<string[]> =>
  (await exportTo(target, text, given)).flaws.map(({code}) => code)

describe('what is kept back', () => {
  test('an error, until it is waived', async () => {
    const ad = byggesak.replace('Søknadsfrist: 14. januar 2027', 'Søknadsfrist: mandag 14. januar 2027')
    const waived = ad.replace(
      'Søknadsfrist: mandag',
      '<!-- utlys-ignorer felt/frist-entydig: ukedagen er for prøven -->\nSøknadsfrist: mandag',
    )
    expect((await exportTo('nav', ad)).findings.map(({ruleId}) => ruleId)).toEqual(['felt/frist-entydig'])
    const {findings, json} = await exportTo('nav', waived)
    expect(findings).toEqual([])
    expect((json as unknown as Posting).adText).not.toContain('utlys-ignorer')
  })

  test('a gap of a template', async () => {
    const {findings} = await exportTo('schema-org', `${byggesak}\nLeder: «[navn på leder]»\n`)
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['sprak/rester'])
  })

  test('an ad for Nav without what Nav requires', async () => {
    expect(await codesOf('nav', heimetenesta, {})).toEqual(['need.referanse', 'need.arbeidsgiveradresse'])
    expect(await codesOf('schema-org', heimetenesta, {})).toEqual([])
  })

  test.each([
    ['publisert', 'snart', 'wrong.date'],
    ['publisert', '2027-01-20', 'wrong.before'],
    ['utløper', '2027-05-22', 'wrong.after'],
    ['antall', '0', 'wrong.number'],
    ['postnummer', '99', 'wrong.postnummer'],
    ['hjemmekontor', 'kanskje', 'wrong.choice'],
    ['referanse', 'x'.repeat(255), 'wrong.long'],
  ])('%s: %.20s', async (key, value, code) => {
    expect(await codesOf('nav', byggesak, {...beside, [key]: value})).toEqual([code])
  })

  test('two forms of employment where there is room for one', async () => {
    const ad = byggesak.replace('Ansettelsesform: Fast', 'Ansettelsesform: Fast eller vikariat')
    expect(await codesOf('nav', ad)).toEqual(['several.ansettelsesform'])
    expect(await codesOf('nav', ad, {...beside, ansettelsesform: 'Vikariat'})).toEqual([])
  })
})

describe('what is given beside the text', () => {
  test('home office, and applying directly', async () => {
    const given = {...beside, hjemmekontor: 'helt', direktesøknad: 'ja'}
    expect(await jsonOf('schema-org', byggesak, given)).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: {'@type': 'Country', name: 'NO'},
      directApply: true,
    })
  })

  test('may stand in the front matter, which is no part of the text; an option comes first', async () => {
    const ad = `---\nutløper: 31. januar 2027\norganisasjonsnummer: 123456785\n---\n\n${byggesak}`
    const {adText, expires, employer} = await jsonOf('nav', ad)
    expect(expires).toBe('2027-01-31T23:59:59')
    expect(employer).toMatchObject({orgnr: '123456785', reference: '123456785'})
    expect(adText).not.toContain('123456785')
    expect(await jsonOf('nav', ad, {...beside, utløper: '2027-02-01'})).toMatchObject({
      expires: '2027-02-01T23:59:59',
    })
  })
})

describe('hostile text', () => {
  test('ends no script, and is no markup', async () => {
    const ad = `${byggesak}\n\nVi skriver \\</script>\\<img src=x onerror="alert(1)"> & [her](javascript:alert(1)).\n`
    const {json} = await exportTo('schema-org', ad)
    const text = written(json, formatNamed('schema-org'))
    expect(text).not.toContain('<')
    expect(text).toContain('&lt;/script&gt;&lt;img src=x')
    expect(text).not.toContain('javascript:')
    expect(JSON.parse(text)).toEqual(json)
  })

  test('whatever it is, it becomes well-formed HTML', async () => {
    const unit = fc.oneof(
      fc.string({unit: 'binary', maxLength: 20}),
      fc.constantFrom('<', '&', '"', '</p>', '<!--', ']]>', '\u0000', '\u2028', '\ufffe', '# ', '- ', '\n\n'),
    )
    const property = fc.asyncProperty(fc.array(unit, {maxLength: 12}), async (parts) => {
      const text = parts.join('').replaceAll('\0', '')
      const {adText} = await jsonOf('nav', `# Renholder\n\nVi søker deg.\n\n${text}`)
      parseXml(`<ad>${adText}</ad>`)
    })
    await fc.assert(property, {numRuns: 60})
  })
})

test('whatever can be missing or wrong is told', () => {
  const codesIn = (shape: Shape): string[] => {
    if (typeof shape !== 'object' || shape === null) return []
    if (Array.isArray(shape)) return shape.flatMap(codesIn)
    const {needed, single, wrong, ...others} = shape as Record<string, Shape>
    return [
      ...(needed ? [`need.${needed}`] : []),
      ...(single ? [`several.${single}`] : []),
      ...(wrong ? [`wrong.${wrong}`] : []),
      ...Object.values(others).flatMap(codesIn),
    ]
  }
  for (const code of exportFormats.flatMap(({shape}) => codesIn(shape)))
    expect(Object.keys(texts as Catalogue)).toContain(code)
})
