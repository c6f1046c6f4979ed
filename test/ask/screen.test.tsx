import {render} from 'ink-testing-library'
import {afterEach, expect, test, vi} from 'vitest'
import {type Asked, AskedQuestion} from '../../cli/ask/AskedQuestion.tsx'
import {columns} from '../../src/report/width.ts'

const answers: unknown[] = []
afterEach(() => void answers.splice(0))

const show = (asked: Asked, {width = 80, rows = 23} = {}) =>
  render(
    <AskedQuestion
      asked={asked}
      lang="nb"
      color={false}
      width={width}
      rows={rows}
      onReady={() => {}}
      hold={() => {}}
      typed={{}}
      onSuspend={() => {}}
      onFail={() => {}}
      onAnswer={(answer, shown) => answers.push(answer, shown)}
      onLeave={() => answers.push('left')}
      onBack={() => answers.push('back')}
    />,
  )

const phone: Asked = {
  kind: 'text',
  question: {
    label: 'Hvem kan søkerne kontakte?',
    hint: 'Navn, rolle, telefon og e-post, for eksempel «Kari Eksempel, renholdsleder, tlf. 400 00 000».',
    progress: '3 av 14',
    canGoBack: true,
    flaw: async (text) => (/\d{8}/.test(text) ? undefined : 'Telefonnummeret har for få siffer.'),
  },
}

const forms: Asked = {
  kind: 'choose',
  question: {
    label: 'Hva slags ansettelse er det?',
    choices: [
      {value: 'fast', label: 'fast'},
      {value: 'vikariat', label: 'vikariat', hint: 'for noen som er borte'},
      {value: 'midlertidig', label: 'midlertidig'},
    ],
    ready: ['vikariat'],
  },
}

test.each([60, 80, 120])('a question at %d columns', (width) => {
  const {lastFrame, unmount} = show(phone, {width})
  expect(lastFrame()).toMatchSnapshot()
  for (const line of lastFrame()!.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width)
  unmount()
})

test.each([60, 80, 120])('choices at %d columns', (width) => {
  const {lastFrame, unmount} = show(forms, {width})
  expect(lastFrame()).toMatchSnapshot()
  unmount()
})

test.each([phone, forms])('a small terminal holds the whole frame', (asked) => {
  const {lastFrame, unmount} = show(asked, {width: 40, rows: 11})
  expect(lastFrame()!.split('\n').length).toBeLessThanOrEqual(11)
  unmount()
})

test('a list that is cut shows that there is more', async () => {
  const choices = Array.from({length: 12}, (_, i) => ({value: i, label: `valg ${i + 1}`}))
  const {stdin, lastFrame, unmount} = show({kind: 'choose', question: {label: 'Hva?', choices}}, {rows: 9})
  const marks = () =>
    lastFrame()!
      .match(/^[›↑↓ ] (?= ?\d)/gm)!
      .join('')
  expect(marks()).toMatch(/^› .*↓ $/)
  stdin.write('\x1b[F')
  await vi.waitFor(() => expect(marks()).toMatch(/^↑ .*› $/))
  expect(lastFrame()!.split('\n').length).toBeLessThanOrEqual(9)
  unmount()
})

test('nothing is wrong with the first letters, and Enter tells what is', async () => {
  const {stdin, lastFrame, unmount} = show(phone)
  stdin.write('Ka')
  await vi.waitFor(() => expect(lastFrame()).toContain('› Ka'))
  expect(lastFrame()).not.toContain('!')
  stdin.write('\r')
  await vi.waitFor(() => expect(lastFrame()).toContain('! Telefonnummeret har for få siffer.'))
  stdin.write(' 40000000')
  await vi.waitFor(() => expect(lastFrame()).toContain('✓ Ka 40000000'))
  expect(lastFrame()).not.toContain('!')
  stdin.write('\r')
  await vi.waitFor(() => expect(answers).toEqual(['Ka 40000000', 'Ka 40000000']))
  unmount()
})

test('after a pause it is told without Enter', async () => {
  const {stdin, lastFrame, unmount} = show(phone)
  stdin.write('Kari')
  await vi.waitFor(() => expect(lastFrame()).toContain('!'), 5000)
  unmount()
})

test.each([
  ['\r', 'vikariat'],
  ['j\r', 'midlertidig'],
  ['\x1b[A\r', 'fast'],
  ['3\r', 'midlertidig'],
  ['jjjkk\r', 'fast'],
])('a choice with the keys %j', async (keys, expected) => {
  const {stdin, unmount} = show(forms)
  stdin.write(keys)
  await vi.waitFor(() => expect(answers).toEqual([expected, expected]))
  unmount()
})

test('several choices are ticked with space', async () => {
  const {stdin, lastFrame, unmount} = show({kind: 'chooseSome', question: forms.question as never})
  stdin.write('1 ')
  await vi.waitFor(() => expect(lastFrame()).toContain('› 1 [x] fast'))
  stdin.write('\r')
  await vi.waitFor(() => expect(answers).toEqual([['fast', 'vikariat'], 'fast, vikariat']))
  unmount()
})

test.each([
  ['\r', false],
  ['j', true],
  ['n', false],
  ['\x1b[D\r', true],
])('yes or no with the keys %j', async (keys, expected) => {
  const {stdin, unmount} = show({kind: 'confirm', question: {label: 'Skrive filen?', ready: false}})
  stdin.write(keys)
  await vi.waitFor(() => expect(answers[0]).toBe(expected))
  unmount()
})

test('with answers behind it, a question is left by Esc twice', async () => {
  const {stdin, lastFrame, unmount} = show(phone)
  stdin.write('\x1b')
  await vi.waitFor(() => expect(lastFrame()).toContain('Esc igjen avbryter, og svarene går tapt'))
  stdin.write('K')
  await vi.waitFor(() => expect(lastFrame()).not.toContain('Esc igjen'))
  stdin.write('\x1b')
  await vi.waitFor(() => expect(lastFrame()).toContain('Esc igjen'))
  stdin.write('\x1b')
  await vi.waitFor(() => expect(answers).toEqual(['left']))
  unmount()
})

test('the first question is left by Esc at once', async () => {
  const {stdin, unmount} = show(forms)
  stdin.write('\x1b')
  await vi.waitFor(() => expect(answers).toEqual(['left']))
  unmount()
})

test.each([
  ['\x03', 'left'],
  ['\x02', 'back'],
  ['\x1b[A', 'back'],
])('%j leaves or goes back', async (keys, expected) => {
  const {stdin, unmount} = show(phone)
  stdin.write(keys)
  await vi.waitFor(() => expect(answers).toEqual([expected]))
  unmount()
})
