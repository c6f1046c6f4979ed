import {expect, it} from 'vitest'
import {readText} from './read.ts'

const waiverIn = async (comment: string) => {
  const {waivers} = await readText(`${comment}\nLønn etter avtale.`, 'annonse.txt')
  return waivers.map(({reason, by, until}) => ({reason, by, until}))
}

it.each([
  ['fastsettes i forhandlinger', {reason: 'fastsettes i forhandlinger'}],
  ['drøftet (av: personalsjefen)', {reason: 'drøftet', by: 'personalsjefen'}],
  ['drøftet (til: 2027-01-31)', {reason: 'drøftet', until: '2027-01-31'}],
  ['drøftet (av: A, til: 2027-01-31)', {reason: 'drøftet', by: 'A', until: '2027-01-31'}],
  ['drøftet (til: 2027-01-31, av: A)', {reason: 'drøftet', by: 'A', until: '2027-01-31'}],
  ['drøftet ( av : A , til : 2027-01-31 )', {reason: 'drøftet', by: 'A', until: '2027-01-31'}],
  ['drøftet (av: leder, HR, til: 2027-01-31)', {reason: 'drøftet', by: 'leder, HR', until: '2027-01-31'}],
  ['drøftet (av: leder (HR), til: 2027-01-31)', {reason: 'drøftet', by: 'leder (HR)', until: '2027-01-31'}],
  ['drøftet\n  (av: A,\n  til: 2027-01-31)', {reason: 'drøftet', by: 'A', until: '2027-01-31'}],
  ['drøftet (til: neste år)', {reason: 'drøftet', until: 'neste år'}],
  ['drøftet (til: )', {reason: 'drøftet', until: ''}],
  ['drøftet (se referat)', {reason: 'drøftet (se referat)'}],
  ['drøftet (av: A) i møte', {reason: 'drøftet (av: A) i møte'}],
  ['(av: A)', {reason: '', by: 'A'}],
  ['', {reason: ''}],
])('%j is read as %j', async (text, waiver) => {
  expect(await waiverIn(`<!-- utlys-ignorer felt/lonn: ${text} -->`)).toEqual([
    {by: undefined, until: undefined, ...waiver},
  ])
})

it('may end right after the rule, and so lacks a reason', async () => {
  expect(await waiverIn('<!-- utlys-ignorer felt/lonn-->')).toEqual([{reason: ''}])
})

it.each([
  ['between grave accents', 'Skriv `<!--` først.'],
  ['in a block of code', '```html\n<!-- utlys-ignorer felt/frist: x -->\n<!--\n```'],
])('does not begin %s in Markdown', async (_where, code) => {
  const {waivers, text} = await readText(
    `${code}\n\nVi søker kokk.\n\n<!-- utlys-ignorer felt/lonn: drøftet -->\nLønn etter avtale.`,
    'annonse.md',
  )
  expect(waivers.map(({ruleId}) => ruleId)).toEqual(['felt/lonn'])
  expect(text).toContain('Vi søker kokk.')
})

it.each([' ', '(av:', '(av: (x)', ', av', '(til: '])(
  'a hundred thousand of %j are read within the time of a test',
  async (part) => {
    const comment = `<!-- utlys-ignorer felt/lonn: ${part.repeat(100_000)} -->`
    expect(await waiverIn(comment)).toHaveLength(1)
  },
)
