import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {ownAds} from '../ads.mjs'
import {costOf, growthOf, median, today, utlys, withFolder} from '../run.mjs'
import {mebibytes, seconds, times} from '../table.mjs'
import {writeAds} from '../year-of-ads.mjs'

export const about = 'growth: how time and memory follow the size, from 10 KB to 10 MB'

const sizes = [10_000, 100_000, 1_000_000, 10_000_000]
const bytesOfOneInFeed = 1300

/** Paragraphs of ads with numbers in them, so that no two are the same. */
const paragraphs = (size) => {
  const lines = readFileSync(path.join(ownAds, 'byggesak.md'), 'utf8').split('\n')
  const parts = []
  for (let i = 0, length = 0; length < size; i++) {
    const line = lines[i % lines.length].replaceAll('.', ` ${i}.`)
    parts.push(line)
    length += line.length + 1
  }
  return parts.join('\n')
}

const files = {
  'one ad, text': {name: 'annonse.txt', write: (file, size) => writeFileSync(file, paragraphs(size))},
  'one ad, Markdown': {name: 'annonse.md', write: (file, size) => writeFileSync(file, paragraphs(size))},
  'many ads in a file (JSONL)': {
    name: 'aar.jsonl',
    write: (file, size) => writeAds(file, Math.round(size / bytesOfOneInFeed)),
  },
}

const nameOf = (size) => (size < 1_000_000 ? `${size / 1000} KB` : `${size / 1_000_000} MB`)

/** A small ad is measured with it, so that what it takes to start does not hide the growth. */
const smallAd = (folder) => {
  const file = path.join(folder, 'liten.txt')
  writeFileSync(file, 'Vi søker lærer. Frist: 1.2.2027\n')
  return file
}

const check = (file) => [utlys, 'check', file, '--format', 'jsonl', ...today]

export const measure = async ({rounds, printer}) => {
  printer.table(['Growth', 'size', 'CPU, s', 'growth', 'memory'])
  await withFolder((folder) => {
    const few = Math.min(rounds, 3)
    const start = median(Array.from({length: few}, () => costOf(check(smallAd(folder))).cpu))
    for (const [kind, {name, write}] of Object.entries(files)) {
      let before
      for (const size of sizes) {
        const file = path.join(folder, name)
        write(file, size)
        const costs = Array.from({length: size < 1_000_000 ? few : 1}, () => costOf(check(file)))
        const taken = median(costs.map((cost) => cost.cpu))
        const isRefused = costs[0].status === 2
        const ratio = before === undefined || isRefused ? undefined : growthOf(before, taken, start)
        const peak = median(costs.map((cost) => cost.peak))
        printer.row([
          kind,
          nameOf(size),
          isRefused ? 'refused' : seconds(taken),
          times(ratio),
          mebibytes(peak),
        ])
        before = taken
      }
    }
  })
}
