import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describeAds, fillWithAds} from '../ads.mjs'
import {costOf, inTurn, median, secondsOf, today, utlys, withFolder} from '../run.mjs'
import {barOf, seconds, times} from '../table.mjs'

export const about =
  'many ads: whole processes, beside parsing the same files with remark-parse and retext-latin'

const floor = fileURLToPath(new URL('../others/floor.mjs', import.meta.url))

/** What is asked of utlys, and of how many ads. */
const asked = {ads: 1000, most: 1.5}

export const countsUpTo = (most) => [1, 1000, 10_000, 100_000].filter((count) => count <= most)

export const adsIn = (count) => `${count} ${count === 1 ? 'ad' : 'ads'}`

/** What takes minutes is not done again and again. */
export const roundsFor = (count, rounds) => (count < 1000 ? rounds : Math.min(rounds, count < 10_000 ? 3 : 1))

export const checkFolder = (folder) => [utlys, 'check', folder, '--format', 'text', ...today]

export const measure = async ({rounds, most, printer}) => {
  printer.say(`Ads: ${describeAds()}.`)
  printer.table(['Many ads', 'floor, s', 'utlys, s', 'ratio', 'ratio of CPU', 'bar'])
  const compare = (name, few, folder, ours, bar) => {
    const pairs = inTurn(few, [{args: [floor, folder]}, {args: ours}], costOf)
    const ratioOf = (what) => median(pairs.map((pair) => pair[1][what] / pair[0][what]))
    const taken = [0, 1].map((i) => seconds(median(pairs.map((pair) => pair[i].seconds))))
    const verdict = bar ? barOf(ratioOf('seconds'), bar) : ''
    printer.row([name, ...taken, times(ratioOf('seconds')), times(ratioOf('cpu')), verdict])
  }
  for (const count of countsUpTo(most))
    await withFolder((parent) => {
      const folder = fillWithAds(path.join(parent, 'annonser'), count)
      const few = roundsFor(count, rounds)
      compare(adsIn(count), few, folder, checkFolder(folder), count === asked.ads ? asked : undefined)
      if (count !== asked.ads) return
      const again = [...checkFolder(folder), '--cache', '--cache-location', path.join(parent, 'kjent')]
      secondsOf(again)
      compare(`${adsIn(count)}, known since before (--cache)`, few, folder, again)
    })
}
