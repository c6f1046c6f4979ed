import {describe, expect, test} from 'vitest'
import {fullDate, publishedOn} from '../../src/fields/grammar/published.ts'
import {readPosting} from '../../src/posting/read.ts'

const published = async (text: string) =>
  publishedOn(await readPosting('annonse.md', new TextEncoder().encode(text)))

describe('the day of publication', () => {
  test.each([
    ['after its word', 'Publisert 16.10.2019\n\nVi søker lærer.'],
    ['alone on its line', 'Vi søker lærer.\n\n16. oktober 2019\n'],
    ['alone with its weekday', 'Vi søker lærer.\n\nOnsdag 16. oktober 2019\n'],
    ['with a full stop', 'Vi søker lærer.\n\n16.10.2019.\n'],
    ['in the front matter', '---\npubliser: x\npublisert: 2019-10-16\n---\n\nPublisert 17.10.2019'],
    ['on a later line than the word', 'Publisert i går\n\n16.10.2019\n'],
    ['the first of two', '16.10.2019\n\n17.10.2019\n'],
  ])('%s', async (_where, text) => {
    expect(await published(text)).toBe('2019-10-16')
  })

  test.each([
    ['the deadline', 'Søknadsfrist\n16.10.2019\n'],
    ['the start', 'Tiltredelse\n16.10.2019\n'],
    ['a meeting', 'Møte 16.10.2019'],
    ['a day with more behind it', '16.10.2019 er det møte'],
    ['a period', '16.10.2019 til 17.10.2019'],
    ['a day without its year', 'Publisert 16. oktober'],
    ['a day that does not exist', 'Publisert 31.02.2019'],
    ['a long line', `Publisert av kommunen, som har mange ledige stillinger, den 16.10.2019`],
    ['no day', 'Publisert'],
  ])('is not %s', async (_what, text) => {
    expect(await published(text)).toBeUndefined()
  })

  test.each([
    ['fra 3. mai til 5. mai 2027', '2027-05-05'],
    ['3. mai', undefined],
    ['i mai', undefined],
  ])('the first whole date of «%s» is %s', (text, date) => {
    expect(fullDate(text)).toBe(date)
  })
})
