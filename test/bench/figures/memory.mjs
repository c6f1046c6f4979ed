import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fillWithAds, ownAds} from '../ads.mjs'
import {costOf, empty, median, today, utlys, withFolder} from '../run.mjs'
import {barOf, mebibytes, seconds, times} from '../table.mjs'
import {writeAds} from '../year-of-ads.mjs'
import {checkFolder, countsUpTo} from './many.mjs'

export const about = 'memory: the most that a process has had, for one ad, many ads and an ad of 2 MB'

const twoMegabytes = 2_000_000

/** An ad over and over, which is an ad of 2 MB. */
const largeAd = (folder, name) => {
  const text = readFileSync(path.join(ownAds, 'byggesak.md'), 'utf8')
  const file = path.join(folder, name)
  writeFileSync(file, text.repeat(Math.ceil(twoMegabytes / text.length)).slice(0, twoMegabytes))
  return file
}

export const measure = async ({rounds, most, printer}) => {
  const few = Math.min(rounds, 3)
  const nothing = median(Array.from({length: few}, () => costOf(empty).peak))
  const tell = (name, args, bar) => {
    const {cpu: taken, peak} = costOf(args)
    printer.row([name, seconds(taken), mebibytes(peak), times(peak / nothing), bar ? barOf(peak, bar) : ''])
  }
  printer.table(['Memory', 'CPU, s', 'at most', '× empty Node.js', 'bar, MiB'])
  tell('one ad', [utlys, 'check', path.join(ownAds, 'uteseksjonen.txt'), '--format', 'text', ...today])
  await withFolder((folder) => {
    for (const [kind, name] of [
      ['text', 'stor.txt'],
      ['Markdown', 'stor.md'],
    ])
      tell(`an ad of 2 MB, ${kind}`, [utlys, 'check', largeAd(folder, name), '--format', 'text', ...today], {
        most: 250,
      })
    tell('1000 files, text', checkFolder(fillWithAds(path.join(folder, 'annonser'), 1000)))
    for (const count of countsUpTo(Math.max(most, 10_000)).filter((one) => one > 1)) {
      const file = path.join(folder, 'aar.jsonl')
      writeAds(file, count)
      tell(`${count} ads, JSONL`, [utlys, 'check', file, '--format', 'jsonl', ...today])
    }
  })
}
