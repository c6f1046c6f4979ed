import {expect, test} from 'vitest'
import {recogniseText} from './recognise.ts'

const table =
  '| Nøkkelinformasjon | |\n|---|---|\n| Frist | 03.05.2027 |\n| Omfang: | 80 % |\n| Form | Fast |\n'

test.each(['draft.txt', 'draft.md'])('the rows of a table are labels with values in %s', async (path) => {
  expect(await recogniseText(table, {field: 'frist', path})).toMatchObject([{value: '2027-05-03'}])
  expect(await recogniseText(table, {field: 'stillingsprosent', path})).toMatchObject([{min: 80, max: 80}])
})

test.each([
  ['Fast deltid 40 %.', 'fast'],
  ['Stilling: fast, 100 %', 'fast'],
  ['Engasjement 50 % i valgperioden 2027–2031.', 'engasjement'],
])('the form beside its extent: %s', async (text, value) => {
  expect(await recogniseText(text, {field: 'ansettelsesform'})).toMatchObject([{value}])
})

test.each([
  ['Fast stilling. 100 %.', 100],
  ['Fast stilling, 20 timar i veka (53 %).', 53],
])('the extent beside the form: %s', async (text, max) => {
  expect(await recogniseText(text, {field: 'stillingsprosent'})).toMatchObject([{max}])
})
