import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {recognise} from '../../src/fields/index.ts'
import {natureOf} from '../../src/fields/nature.ts'
import {readPosting} from '../../src/posting/read.ts'

const natureOfBytes = async (file: string, bytes: Uint8Array) => {
  const posting = await readPosting(file, bytes)
  return natureOf(posting, recognise(posting, {today: '2027-01-04'}))
}

const natureOfText = async (text: string) => natureOfBytes('draft.txt', new TextEncoder().encode(text))

describe('what kind of text it is', () => {
  test.each<[nature: string, what: string, text: string]>([
    [
      'ad',
      'a short ad in prose',
      'Lillevik skole søker renholder i 50 % stilling. Du må ha fagbrev. Søk innen 3. mai 2027.',
    ],
    [
      'ad',
      'sections alone',
      'Arbeidsoppgaver\n• Renhold\n• Tilsyn\n\nKvalifikasjoner\n• Fagbrev\n• Førerkort\n',
    ],
    ['ad', 'nynorsk', 'Lillevik kommune har ledig 80 % fast stilling som vaktmeister.'],
    ['ad', 'English', 'We are looking for a teacher. Full-time, permanent. Application deadline: 3 May 2027'],
    [
      'teaser',
      'an opening that is told of elsewhere',
      'Vi søker ny rektor! Les hele annonsen på nettsidene våre.',
    ],
    [
      'teaser',
      'a presentation of a municipality',
      'Lillevik kommune ligger ved fjorden og har et rikt næringsliv med fiske og landbruk. Kommunen har flyplass.',
    ],
    [
      'other',
      'career guidance',
      'Karriereveiledning\n\nMå eller vil du finne ny jobb? Vi hjelper deg med å velge. Bestill time hos oss.\n',
    ],
    [
      'other',
      'a course with a deadline',
      'Kurs i keramikk\n\nMeld deg på innen 3. mai 2027.\n\nKurset går over fire kvelder i Lillevik.\n',
    ],
    ['other', 'something else', 'Suppen trenger to gulrøtter og en løk. Kok i ti minutter.'],
  ])('%s: %s', async (nature, _what, text) => {
    expect(await natureOfText(text)).toBe(nature)
  })
})

const ads = path.resolve('../shared/ads/plain')
const known: Record<string, string> = {'081.md': 'other', '085.md': 'teaser'}

describe.skipIf(!existsSync(ads))('real ads', () => {
  test.each(existsSync(ads) ? readdirSync(ads) : [])('%s', async (file) => {
    expect(await natureOfBytes(file, readFileSync(path.join(ads, file)))).toBe(known[file] ?? 'ad')
  })
})
