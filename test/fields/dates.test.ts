import {describe, expect, test} from 'vitest'
import {findDates} from '../../src/fields/grammar/dates.ts'

const from = () => '2027-01-04'
const dates = (text: string, short = false) =>
  findDates(text, {from, short}).map(({start, end, ...date}) => ({...date, text: text.slice(start, end)}))

describe('dates with a year', () => {
  test.each([
    ['day, month, year', '23. februar 2027', '2027-02-23'],
    ['no space after the day', '1.mars 2027', '2027-03-01'],
    ['no spaces', '23.februar2027', '2027-02-23'],
    ['no full stop', '3 mai 2027', '2027-05-03'],
    ['capital month', '3. Mai 2027', '2027-05-03'],
    ['short month', '3. des. 2027', '2027-12-03'],
    ['short year behind a name', "3. mai '27", '2027-05-03'],
    ['figures', '02.10.2027', '2027-10-02'],
    ['figures, two-digit year', '24.11.27', '2027-11-24'],
    ['figures without noughts', '9.9.27', '2027-09-09'],
    ['slashes', '3/5/2027', '2027-05-03'],
    ['hyphens', '03-05-2027', '2027-05-03'],
    ['spaces', '3. 5. 2027', '2027-05-03'],
    ['commas', '3,5,2027', '2027-05-03'],
    ['a stop too many', '20..12.2027', '2027-12-20'],
    ['ISO', '2027-06-24', '2027-06-24'],
    ['English day first', '3rd of May 2027', '2027-05-03'],
    ['English month first', 'May 3rd, 2027', '2027-05-03'],
  ])('%s: %s', (_form, text, value) => {
    expect(dates(text)).toEqual([{value, text}])
  })
})

describe('weekdays', () => {
  test.each([
    ['bokmål', 'mandag 18. januar 2027', 'mandag'],
    ['nynorsk', 'Laurdag 16.01.27', 'Laurdag'],
    ['English', 'Monday, 18 January 2027', 'Monday'],
    ['with "den"', 'mandag den 18. januar 2027', 'mandag'],
    ['short', 'man. 18.01.2027', 'man'],
    ['in parentheses behind', '18. januar 2027 (mandag)', 'mandag'],
  ])('%s: %s', (_form, text, ukedag) => {
    expect(dates(text)).toMatchObject([{ukedag, text}])
  })
})

describe('a date without a year is the next one', () => {
  test.each([
    ['later in the year', '19.oktober', '2027-10-19'],
    ['the day itself', '4. januar', '2027-01-04'],
    ['the day before', '3. januar', '2028-01-03'],
    ['a leap day', '29. februar', '2028-02-29'],
    ['English', '16 March', '2027-03-16'],
    ['English month first', 'March 16th', '2027-03-16'],
  ])('%s: %s', (_form, text, value) => {
    expect(dates(text)).toEqual([{value, årAntatt: true, text}])
  })

  test('two numbers are a date only where one is expected', () => {
    expect(dates('3.5.', true)).toMatchObject([{value: '2027-05-03'}])
    expect(dates('3.5.')).toEqual([])
    expect(dates('kl. 12.10', true)).toEqual([])
  })
})

test.each(['31.02.2027', '31.21.27', '30. februar', '0.5.2027', '29.02.2027'])(
  '%s does not exist',
  (text) => {
    expect(dates(text)).toEqual([{value: null, ugyldig: true, text}])
  },
)

test('a period is two dates', () => {
  expect(dates('9.9.27-31.1.28').map(({value}) => value)).toEqual(['2027-09-09', '2028-01-31'])
  expect(dates('01.08.27 - 31.07.28').map(({value}) => value)).toEqual(['2027-08-01', '2028-07-31'])
})

test.each([
  'versjon 1.2.3.4',
  '22.30.42.80',
  '§ 14.9',
  'kl. 12.00',
  'kr 40.800',
  '65,72 %',
  '2027/12',
  'mars 2027',
])('%s is no date', (text) => {
  expect(dates(text)).toEqual([])
})

describe('the end of a month', () => {
  const endOf = (text: string, today: string) => findDates(text, {from: () => today}).map(({value}) => value)

  test.each([
    ['of this year', 'utgangen av mars', '2027-01-04', '2027-03-31'],
    ['that is today', 'utgangen av mars', '2027-03-31', '2027-03-31'],
    ['that was yesterday', 'utgangen av mars', '2027-04-01', '2028-03-31'],
    ['of a leap year', 'utgangen av februar', '2028-01-01', '2028-02-29'],
    ['with its year', 'utgangen av april 2027', '2028-01-01', '2027-04-30'],
    ['nynorsk', 'utgangen av desember', '2027-01-04', '2027-12-31'],
    ['English', 'the end of March 2027', '2027-01-04', '2027-03-31'],
  ])('%s: %s', (_which, text, today, value) => {
    expect(endOf(text, today)).toEqual([value])
  })

  test('without its year it is inferred', () => {
    expect(dates('utgangen av mars')).toEqual([
      {value: '2027-03-31', årAntatt: true, text: 'utgangen av mars'},
    ])
  })
})

test.each([
  ['32.5.', []],
  ['0.5.', []],
  ['3.13.', []],
  ['3.0.', []],
  ['1.1.', ['2028-01-01']],
  ['31.12.', ['2027-12-31']],
])('%s where a date is expected', (text, values) => {
  expect(dates(text, true).map(({value}) => value)).toEqual(values)
})

test.each(['3. mai', '3.5.2027', 'May 3', '3/5/27'])('%s is one date', (text) => {
  expect(dates(`fra ${text} av`).map((date) => date.text)).toEqual([text])
})

test('dates of several forms stand in the order of the text', () => {
  expect(dates('May 3, 2027, 4. mai 2027 and May 5, 2027').map(({value}) => value)).toEqual([
    '2027-05-03',
    '2027-05-04',
    '2027-05-05',
  ])
})
