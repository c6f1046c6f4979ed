import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {runnerImport} from 'vite'
import {costOf, growthOf, median, root, today, utlys, withFolder} from '../run.mjs'
import {barOf, mebibytes, seconds, times} from '../table.mjs'

export const about = 'hostile texts of 2 MB, each beside a tenth of it'

const sizes = [200_000, 2_000_000]

/** Ten times the text in time that is linear, with what the machine does meanwhile. */
const linear = {most: 15}
const room = {most: 250}

const check = (file) => [utlys, 'check', file, '--format', 'jsonl', ...today]

export const measure = async ({printer}) => {
  const {module} = await runnerImport(path.join(root, 'test/hostile/texts.ts'), {configFile: false})
  printer.details.table(['Hostile text', '200 KB, CPU s', '2 MB, CPU s', 'ratio', 'memory'])
  const measured = []
  await withFolder((folder) => {
    const costAt = (name, text) => {
      const file = path.join(folder, name)
      writeFileSync(file, text)
      return costOf(check(file))
    }
    const start = median([0, 1, 2].map(() => costAt('liten.txt', 'Vi søker lærer.\n').cpu))
    for (const [name, {path: file, of}] of Object.entries(module.hostileTexts)) {
      const [small, large] = sizes.map((size) => costAt(file, of(size)))
      const isRefused = large.status === 2
      const ratio = isRefused ? undefined : growthOf(small.cpu, large.cpu, start)
      measured.push({name, ratio, ...large})
      const taken = `${seconds(large.cpu)}${isRefused ? ' refused' : ''}`
      printer.details.row([name, seconds(small.cpu), taken, times(ratio), mebibytes(large.peak)])
    }
  })
  const most = (key) => measured.toSorted((one, other) => (other[key] ?? 0) - (one[key] ?? 0))[0]
  const [steepest, slowest, largest] = ['ratio', 'cpu', 'peak'].map(most)
  const within = measured.filter(({peak}) => peak <= room.most).length
  printer.table(['Worst of the hostile texts of 2 MB', 'CPU, s', 'ratio', 'memory', 'bar'])
  const tell = (what, one, bar) =>
    printer.row([`${what}: ${one.name}`, seconds(one.cpu), times(one.ratio), mebibytes(one.peak), bar])
  tell('grows most', steepest, barOf(steepest.ratio, linear))
  tell('slowest', slowest, '')
  tell('most memory', largest, barOf(largest.peak, room))
  printer.say(
    `${within} of ${measured.length} hostile texts of 2 MB are checked or refused within ${room.most} MiB.`,
  )
}
