import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, inject, test} from 'vitest'
import {inOrder} from '../../cli/check/in-order.ts'
import {formats} from '../../cli/check/request.ts'
import {run, shell, utlys} from '../faults/world.ts'
import {ad, inWorld} from './ads-of-each-kind.ts'

const words = ['check', 'ads', '--today', '2026-11-22']
const threads = ['--threads', '3']

/** Ads of each kind, and so many more that there is work for all. */
const inLargeWorld = (): void => {
  inWorld()
  for (let i = 0; i < 30; i++) writeFileSync(`ads/mange-${i}.md`, ad.replace('renholder', `renholder ${i}`))
  const lines = Array.from({length: 30}, (_, i) =>
    JSON.stringify({'@type': 'JobPosting', title: `Renholder ${i}`, description: '<p>Du er ung.</p>'}),
  )
  writeFileSync('ads/mange.jsonl', [...lines.slice(0, 20), '{"title": ', '', ...lines.slice(20)].join('\n'))
}

describe('what is told is the same however many threads share the work', () => {
  const files = formats.filter((format) => format !== 'terminal')
  test.each([
    ['every format', [...files.flatMap((format) => ['-f', `${format}:ut.${format}`]), '-f', 'terminal']],
    ['one ad a line', ['-f', 'jsonl', '-l', 'nn']],
    ['settings of the command line', ['-f', 'json', '-p', 'utlysning=intern', '--policy', 'nav', '-l', 'en']],
    ['known findings', ['--baseline', 'kjent.json', '-f', 'text']],
    ['a cache', ['--cache-location', 'cache', '-f', 'json']],
  ])('%s', (_name, more) => {
    inLargeWorld()
    utlys(['check', 'ads/a.md', 'ads/d.json', '--write-baseline', 'kjent.json'])
    const outcome = (...given: string[]) => {
      const told = utlys([...words, ...more, ...given])
      const written = readdirSync('.').filter((name) => name.startsWith('ut.'))
      return {...told, files: written.map((name) => [name, readFileSync(name, 'utf8')])}
    }
    const alone = outcome('--threads', '1')
    expect(alone.status).toBe(2)
    expect(alone.err).toContain('mange.jsonl')
    expect(outcome(...threads)).toEqual(alone)
  })

  test('an ad that is mended', () => {
    const outcomes = [[], threads].map((given) => {
      inWorld()
      writeFileSync('ads/a.md', ad.replace('søker', 'sÃ¸ker'))
      const told = utlys([...words, '--fix', '-f', 'json', ...given])
      return {...told, text: readFileSync('ads/a.md', 'utf8')}
    })
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[1]!.text).toBe(ad)
  })
})

/** Runs a copy of the program in which a thread does something else. */
const withThread = (code: string) => {
  cpSync(path.dirname(inject('bundle')), 'other', {recursive: true})
  writeFileSync('other/crew-thread.js', code)
  return run([process.execPath, 'other/utlys.js', ...words, '-f', 'jsonl', ...threads])
}

describe('another thread', () => {
  test('has a share of the work', () => {
    inLargeWorld()
    const badInput = '{code: "empty", data: {}}'
    const {err} = withThread(`exports.run = async () => {
      const {parentPort} = require('node:worker_threads')
      parentPort.on('message', ({number}) => parentPort.postMessage({number, badInput: ${badInput}}))
    }`)
    const refused = err.match(/mange-\d+\.md/g) ?? []
    expect(refused.length).toBeGreaterThan(5)
    expect(refused.length).toBeLessThan(30)
  })

  test.each([
    ['does not start', 'throw new Error("Nei.")'],
    ['ends with work left to do', 'exports.run = async () => void setTimeout(() => process.exit(7), 300)'],
    [
      'breaks down over a file',
      `exports.run = async () => {
        const {parentPort} = require('node:worker_threads')
        parentPort.on('message', () => { throw new Error("Nei.") })
      }`,
    ],
    [
      'does not know',
      `exports.run = async () => {
        const {parentPort} = require('node:worker_threads')
        parentPort.on('message', ({number}) => parentPort.postMessage({number}))
      }`,
    ],
  ])('that %s leaves its work to the first', (_what, code) => {
    inLargeWorld()
    const alone = utlys([...words, '-f', 'jsonl'])
    expect(withThread(code)).toEqual(alone)
  })

  test('that may not be started is done without', () => {
    inLargeWorld()
    const permission = process.versions.node.startsWith('20.') ? '--experimental-permission' : '--permission'
    const allowed = [permission, '--allow-fs-read=*', '--no-warnings']
    const check = [inject('bundle'), ...words, '-f', 'jsonl']
    const alone = run([process.execPath, ...allowed, ...check, '--threads', '1'])
    expect(alone.out).toContain('ads/mange-29.md')
    expect(run([process.execPath, ...allowed, ...check, ...threads])).toEqual(alone)
  })

  test('ends with the program when nobody reads what is found', () => {
    inLargeWorld()
    const {out, err} = shell('utlys check ads/mange*.md -f jsonl --threads 3 | head -1 | wc -l; echo "[$?]"')
    expect({out, err}).toEqual({out: expect.stringMatching(/^\s*1\n\[0\]\n$/), err: ''})
  })
})

test.each(['0', '65', 'to', '-1', '1.5'])('--threads %s is refused', (number) => {
  inWorld()
  const {status, err} = utlys(['check', 'ads/a.md', `--threads=${number}`])
  expect(status).toBe(2)
  expect(err.split('\n')).toHaveLength(2)
})

test('property: what comes of items is in their order, and no more are under way than may be', async () => {
  const waits = fc.array(fc.integer({min: 0, max: 5}), {maxLength: 30})
  await fc.assert(
    fc.asyncProperty(waits, fc.integer({min: 1, max: 6}), async (items, ahead) => {
      let underWay = 0
      let most = 0
      const work = async (turns: number): Promise<number> => {
        most = Math.max(most, ++underWay)
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
        underWay--
        return turns
      }
      const outcomes: number[] = []
      for await (const one of inOrder(items, () => ahead, work)) outcomes.push(one)
      expect(outcomes).toEqual(items)
      expect(most).toBeLessThanOrEqual(ahead)
    }),
  )
})
