import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPosting} from '../../src/posting/read.ts'
import type {FileReport} from '../../src/report/types.ts'

/** Real ads as HTML and as the plain text that was made of them; they are not part of the project. */
const folder = new URL('../../../shared/ads/', import.meta.url)
const present = existsSync(folder)
if (!present) console.warn('The real ads are not beside the project; their tests are skipped.')
const numbers = present ? readdirSync(new URL('html/', folder)).map((name) => name.replace('.html', '')) : []

const check = async (name: string): Promise<FileReport> => {
  const posting = await readPosting(name, readFileSync(new URL(name, folder)))
  return checkPosting(posting, defaultSettings, {today: '2019-01-01', lang: 'nb'})
}

/** Plain text has lost where its links lead, so that a rule sees an address in HTML and none in the text. */
const seesLinks = ['sprak/lenketekst', 'felt/soknadsmate']
/** Lines of plain text break where the HTML was wrapped, which cuts headings and list items in two. */
const cutInText: Record<string, string> = {'079': 'kvalifikasjoner', '095': 'kvalifikasjoner'}

const findingsOf = ({findings}: FileReport): string[] =>
  findings
    .filter(({ruleId}) => !seesLinks.includes(ruleId))
    .map(({ruleId, severity, message}) => `${severity} ${ruleId}: ${message}`)
    .sort()

/** What the fields say, without the words that say it. */
const valuesOf = ({fields}: FileReport, without: string | undefined): string[] =>
  Object.entries(fields)
    .filter(([name]) => name !== 'søknadsmåte' && name !== without)
    .flatMap(([name, found]) =>
      found.map(({place: _place, text: _text, ...value}) => `${name} ${JSON.stringify(value)}`),
    )
    .map((line) => line.replace(/\s+/g, ' '))
    .sort()

describe.skipIf(!present)('a real ad as HTML', () => {
  it.each(numbers)('%s says what its plain copy says, and the same is found in it', async (number) => {
    const [html, text] = await Promise.all([check(`html/${number}.html`), check(`plain/${number}.md`)])
    expect(valuesOf(html, cutInText[number])).toEqual(valuesOf(text, cutInText[number]))
    expect(findingsOf(html)).toEqual(findingsOf(text))
    expect(html.fields.søknadsmåte?.length).toBe(text.fields.søknadsmåte?.length)
  })
})
