import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {runnerImport} from 'vite'
import {costOf, median, root, today, utlys, withFolder} from '../run.mjs'
import {barOf, mebibytes, seconds, times} from '../table.mjs'

export const about = 'hostile texts of 2 MB, each beside a tenth of it'

const sizes = [200_000, 2_000_000]

/** Ten times the text in time that is linear, with what the machine does meanwhile. */
const linear = {most: 15}
const room = {most: 250}

const check = (file) => [utlys, 'check', file, '--format', 'jsonl', ...today]

export const measure = async ({printer}) => {
  const {module} = await runnerImport(path.join(root, 'test/hostile/texts.ts'), {configFile: false})
  printer.table(['Hostile text', '200 KB, CPU s', '2 MB, CPU s', 'ratio', 'memory'])
  const measured = []
  await withFolder((folder) => {
    const costAt = (name, text) => {
      const file = path.join(folder, name)
      writeFileSync(file, text)
      return costOf(check(file))
    }
    const start = median([0, 1, 2].map(() => costAt('liten.txt', 'Vi søker lærer.\n').seconds))
    for (const [name, {path: file, of}] of Object.entries(module.hostileTexts)) {
      const [small, large] = sizes.map((size) => costAt(file, of(size)))
      const isRefused = large.status === 2
      const ratio = (large.seconds - start) / (small.seconds - start)
      if (!isRefused) measured.push({name, ratio, ...large})
      printer.row([
        name,
        seconds(small.seconds),
        `${seconds(large.seconds)}${isRefused ? ' refused' : ''}`,
        isRefused ? '' : times(ratio),
        mebibytes(large.peak),
      ])
    }
  })
  const most = (key) => measured.toSorted((one, other) => other[key] - one[key])[0]
  const within = measured.filter(({peak}) => peak <= room.most).length
  printer.table(['Worst of the hostile texts', '', '', '', 'bar'])
  printer.row([most('ratio').name, '', '', times(most('ratio').ratio), barOf(most('ratio').ratio, linear)])
  printer.row([most('seconds').name, '', seconds(most('seconds').seconds), '', ''])
  printer.row([most('peak').name, '', mebibytes(most('peak').peak), '', barOf(most('peak').peak, room)])
  printer.row([`within ${room.most} MiB`, '', `${within} of ${measured.length}`, '', ''])
}
