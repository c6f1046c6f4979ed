import {expect, test} from 'vitest'
import {checkDraft} from '../draft/check.ts'

/** What the fuzz suite has found and has since been mended. */

test('what is to be added to a page that breaks off within a tag is added within the file', async () => {
  const source = '<p>Vi har tre ledige stillinger som sykepleier.\n</\n- Lønn etter avtale.\n'
  const {findings} = await checkDraft(source, 'annonse.html')
  const ends = findings.flatMap(({suggestions = []}) => suggestions.map(({range}) => range[1]))
  expect(ends.length).toBeGreaterThan(0)
  expect(Math.max(...ends)).toBeLessThanOrEqual(source.length)
})

test('a dash in the place of a title is no title', async () => {
  const {fields} = await checkDraft('Vi søker: ---\nlønn: 500 000 kr\n---\n', 'annonse.md')
  expect(fields.stillingstittel ?? []).toEqual([])
})

test('a rule above the text of a page is no title', async () => {
  const {fields} = await checkDraft('---\n\n\n# **Arbeidsgiver: Lillevik kommune**\n', 'annonse.html')
  expect(fields.stillingstittel ?? []).toEqual([])
})
