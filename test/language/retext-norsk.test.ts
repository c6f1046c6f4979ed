import type {Root} from 'nlcst'
import retextLatin from 'retext-latin'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {RuledEntry} from '../../src/language/lexicon.ts'
import retextNorsk from '../../src/language/retext-norsk.ts'

const entries: RuledEntry[] = [
  {
    ruleId: 'titler',
    id: 'formann',
    severity: 'warning',
    title: true,
    nb: ['formann', 'formannen'],
    nn: ['formann', 'formannen'],
    to_nb: ['leder'],
    to_nn: ['leiar'],
    note: 'Formannskapet er noe annet.',
  },
]

const messagesFor = async (text: string, language: 'nb' | 'nn' = 'nb') => {
  const processor = unified()
    .use(retextLatin)
    .use(retextNorsk, {entries, language, url: (ruleId: string) => `https://regler.example/${ruleId}`})
  const file = new VFile(text)
  await processor.run(processor.parse(file) as Root, file)
  return file.messages
}

test('messages have the shape that retext users know', async () => {
  const [message, ...rest] = await messagesFor('Velkommen.\nRing formannen på tlf. 400 00 000.')
  expect(rest).toEqual([])
  expect(message).toMatchObject({
    ruleId: 'titler',
    source: 'retext-norsk',
    actual: 'formannen',
    expected: ['lederen'],
    note: 'Formannskapet er noe annet.',
    url: 'https://regler.example/titler',
    fatal: false,
    place: {start: {line: 2, column: 6, offset: 16}, end: {line: 2, column: 15, offset: 25}},
  })
})

test('replacements follow the language asked for', async () => {
  expect((await messagesFor('Formann søkjast.', 'nn'))[0]?.expected).toEqual(['Leiar'])
})

test('a reason in the same sentence makes a message information', async () => {
  const messages = await messagesFor('Vi skriver formann fordi loven gjør det. Formann søkes.')
  expect(messages.map(({fatal}) => fatal)).toEqual([undefined, false])
})
