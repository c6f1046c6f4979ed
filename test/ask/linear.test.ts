import {PassThrough} from 'node:stream'
import {expect, test} from 'vitest'
import {openLines} from '../../cli/ask/linear.ts'
import {type Asker, Cancelled, GoBack} from '../../cli/ask/types.ts'
import type {Lang} from '../../cli/texts.ts'

/** Answers with these lines, which all come at once, and gives what was shown too. */
const converse = async <Answer>(
  lines: string,
  ask: (asker: Asker) => Promise<Answer>,
  lang: Lang = 'nb',
): Promise<{answer: Answer; shown: string[]}> => {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines)
  const asker = openLines({lang, color: false, input, output})
  try {
    const answer = await ask(asker)
    return {answer, shown: String(output.read()).trim().split('\n')}
  } finally {
    asker.close()
  }
}

const fruits = {
  label: 'Frukt?',
  choices: [
    {value: 'a', label: 'Eple'},
    {value: 'b', label: 'Banan', hint: 'gul'},
    {value: 'c', label: 'Kirsebær'},
  ],
}

test('lines that come all at once answer one question each', async () => {
  const {answer, shown} = await converse('Renholder\n\n', async (asker) => [
    await asker.text({label: 'Stillingstittel?', hint: 'som i annonsen', progress: '1 av 2'}),
    await asker.text({label: 'Arbeidssted?', value: 'Lillevik'}),
  ])
  expect(answer).toEqual(['Renholder', 'Lillevik'])
  expect(shown).toEqual([
    ...['1 av 2. Stillingstittel?', 'som i annonsen', '> Renholder', ''],
    ...['Arbeidssted?', 'Trykk Enter for å svare: Lillevik', '>'],
  ])
})

test('a flaw is told, and the question waits for another answer', async () => {
  const {answer, shown} = await converse('120\n80\n', (asker) =>
    asker.text({label: 'Prosent?', flaw: async (text) => (Number(text) > 100 ? 'For mye.' : undefined)}),
  )
  expect(answer).toBe('80')
  expect(shown).toEqual(['Prosent?', '> 120', 'For mye.', '> 80'])
})

test('a long answer ends at an empty line', async () => {
  const {answer} = await converse('én\nto\n\ntre\n', async (asker) => [
    await asker.text({label: 'Oppgaver?', isLong: true}),
    await asker.text({label: 'Og så?'}),
  ])
  expect(answer).toEqual(['én\nto', 'tre'])
})

test.each([
  ['2\n', 'b'],
  ['kirsebær\n', 'c'],
  ['0\n9\nto\n1.\n', 'a'],
  ['\n', 'b'],
])('a choice by number or by its words: %j', async (lines, expected) => {
  const {answer} = await converse(lines, (asker) => asker.choose({...fruits, ready: ['b']}))
  expect(answer).toBe(expected)
})

test('the choices are numbered', async () => {
  const {shown} = await converse('9\n3\n', (asker) => asker.choose(fruits), 'nn')
  expect(shown).toEqual([
    ...['Frukt?', '1. Eple', '2. Banan (gul)', '3. Kirsebær'],
    ...['> 9', 'Skriv eit tal frå 1 til 3.', '> 3'],
  ])
})

test.each([
  ['3, 1\n', ['a', 'c']],
  ['1 2\n', ['a', 'b']],
  ['0\n', []],
  ['\n', ['b']],
  ['1,9\n2\n', ['b']],
])('several choices: %j', async (lines, expected) => {
  const {answer} = await converse(lines, (asker) => asker.chooseSome({...fruits, ready: ['b']}))
  expect(answer).toEqual(expected)
})

test.each([
  ['j\n', 'nb', true],
  ['NEI\n', 'nb', false],
  ['y\n', 'en', true],
  ['kanskje\nja\n', 'nn', true],
  ['\n', 'nb', true],
] as const)('yes or no: %j', async (lines, lang, expected) => {
  const {answer} = await converse(lines, (asker) => asker.confirm({label: 'Skrive?', ready: true}), lang)
  expect(answer).toBe(expected)
})

test('the end of the input cancels', async () => {
  await expect(converse('', (asker) => asker.text({label: 'Hva?'}))).rejects.toThrow(Cancelled)
  await expect(converse('9\n', (asker) => asker.choose(fruits))).rejects.toThrow(Cancelled)
})

test('a line with < goes back where that can be done', async () => {
  const question = {label: 'Hva?', canGoBack: true}
  await expect(converse('<\n', (asker) => asker.text(question))).rejects.toThrow(GoBack)
  expect((await converse('<\n', (asker) => asker.text({label: 'Hva?'}))).answer).toBe('<')
})

test('what is typed into a pipe is shown without control characters', async () => {
  const {shown} = await converse('\x1b[31mrød\n', (asker) => asker.text({label: 'Farge?'}))
  expect(shown.at(-1)).toBe('> ␛[31mrød')
})
