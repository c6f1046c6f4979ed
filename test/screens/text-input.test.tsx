import {Box} from 'ink'
import {render} from 'ink-testing-library'
import {useState} from 'react'
import {afterEach, expect, test, vi} from 'vitest'
import {TextArea} from '../../cli/screens/TextArea.tsx'
import {TextInput} from '../../cli/screens/TextInput.tsx'
import {columns} from '../../src/report/width.ts'

const submitted: string[] = []
afterEach(() => void submitted.splice(0))

const Field = ({width, start = ''}: {width: number; start?: string}) => {
  const [value, setValue] = useState(start)
  return (
    <Box width={width}>
      <TextInput
        value={value}
        onChange={setValue}
        onSubmit={(text) => submitted.push(text)}
        width={width}
        color={false}
      />
    </Box>
  )
}

const Area = ({rows}: {rows: number}) => {
  const [value, setValue] = useState('')
  return (
    <TextArea
      value={value}
      onChange={setValue}
      onSubmit={(text) => submitted.push(text)}
      width={20}
      rows={rows}
      color={false}
    />
  )
}

test('keys that come at once are one after the other', async () => {
  const {stdin, lastFrame, unmount} = render(<Field width={40} />)
  stdin.write('Renholdr\x1b[Dee\x7f\r')
  await vi.waitFor(() => expect(submitted).toEqual(['Renholder']))
  await vi.waitFor(() => expect(lastFrame()).toBe('Renholde▏r'))
  unmount()
})

test('a paste does not submit', async () => {
  const {stdin, lastFrame, unmount} = render(<Field width={40} start="a" />)
  stdin.write('\x1b[200~b\rc\x1b[201~')
  await vi.waitFor(() => expect(lastFrame()).toBe('ab c▏'))
  expect(submitted).toEqual([])
  unmount()
})

test.each([60, 80, 120])('a long line never wraps at %d columns', async (width) => {
  const {stdin, lastFrame, unmount} = render(<Field width={width} />)
  stdin.write('日本 lang tekst '.repeat(20))
  await vi.waitFor(() => expect(lastFrame()).toContain('…'))
  expect(lastFrame()!.split('\n')).toHaveLength(1)
  expect(columns(lastFrame()!)).toBeLessThanOrEqual(width)
  unmount()
})

test('several lines, until an empty one', async () => {
  const {stdin, lastFrame, unmount} = render(<Area rows={2} />)
  stdin.write('én\rto\rtre')
  await vi.waitFor(() => expect(lastFrame()).toBe('to\ntre▏'))
  stdin.write('\x1b[A\x1b[A')
  await vi.waitFor(() => expect(lastFrame()).toBe('én▏\nto'))
  stdin.write('\x1b[B\x1b[B\x1b[F\r\r')
  await vi.waitFor(() => expect(submitted).toEqual(['én\nto\ntre']))
  unmount()
})
