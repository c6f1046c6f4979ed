import {expect, test} from 'vitest'
import {demandsIn} from '../../src/language/demands.ts'
import {listItems} from '../../src/language/list-items.ts'
import {readText} from '../posting/read.ts'
import {sentencesOf} from './sentences-of.ts'

const demands = async (text: string): Promise<string[]> =>
  demandsIn(await sentencesOf(text)).map((sentence) => sentence.text)

test('what stands under the qualifications is demanded, wishes are not', async () => {
  expect(
    await demands(
      'Kvalifikasjoner\n\n- Fagbrev\n- Gjerne erfaring\n- Førerkort er en fordel\n- Norsk på B2-nivå',
    ),
  ).toEqual(['Fagbrev', 'Norsk på B2-nivå'])
})

test('what stands under a heading of wishes is not demanded', async () => {
  expect(
    await demands('Krav\n\n- Fagbrev\n\nDet er ein føremon om du har\n\n- Førarkort\n\nKrav\n\n- Norsk'),
  ).toEqual(['Fagbrev', 'Norsk'])
})

test('running text demands with "must"', async () => {
  expect(await demands('Du må ha fagbrev. Du får en fin arbeidsdag. Stillingen krever førerkort.')).toEqual([
    'Du må ha fagbrev.',
    'Stillingen krever førerkort.',
  ])
})

test('list items of a section, each once', async () => {
  const posting = await readText(
    'Kvalifikasjoner\n\n- Fagbrev\n- fagbrev.\n- Norsk\n\nVi tilbyr\n\n- God lønn\n\nEgenskaper\n\n- Rolig',
  )
  expect(listItems(posting, ['kvalifikasjoner', 'egenskaper']).map(({text}) => text)).toEqual([
    'Fagbrev',
    'Norsk',
    'Rolig',
  ])
})
