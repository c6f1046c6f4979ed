import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describeAds, fillWithAds} from '../ads.mjs'
import {costOf, inTurn, median, today, utlys, withFolder} from '../run.mjs'
import {barOf, seconds, times} from '../table.mjs'

export const about =
  'many ads: whole processes, beside parsing the same files with remark-parse and retext-latin'

const floor = fileURLToPath(new URL('../others/floor.mjs', import.meta.url))

export const countsUpTo = (most) => [1, 1000, 10_000, 100_000].filter((count) => count <= most)

export const adsIn = (count) => `${count} ${count === 1 ? 'ad' : 'ads'}`

/** What takes minutes is not done again and again. */
export const roundsFor = (count, rounds) => (count < 1000 ? rounds : Math.min(rounds, count < 10_000 ? 3 : 1))

export const checkFolder = (folder) => [utlys, 'check', folder, '--format', 'text', ...today]

export const measure = async ({rounds, most, printer}) => {
  printer.say(`Ads: ${describeAds()}.`)
  printer.table(['Many ads', 'floor, s', 'utlys, s', 'ratio', 'ratio of CPU', 'bar'])
  for (const count of countsUpTo(most))
    await withFolder((parent) => {
      const folder = fillWithAds(path.join(parent, 'annonser'), count)
      const programs = [{args: [floor, folder]}, {args: checkFolder(folder)}]
      const pairs = inTurn(roundsFor(count, rounds), programs, costOf)
      const ratioOf = (what) => median(pairs.map(([theirs, ours]) => ours[what] / theirs[what]))
      const taken = [0, 1].map((i) => seconds(median(pairs.map((pair) => pair[i].seconds))))
      const bar = count === 1000 ? barOf(ratioOf('seconds'), {most: 1.5}) : ''
      printer.row([adsIn(count), ...taken, times(ratioOf('seconds')), times(ratioOf('cpu')), bar])
    })
}
