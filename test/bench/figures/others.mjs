import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describeAds, fillWithAds} from '../ads.mjs'
import {costOf, inTurn, median, withFolder} from '../run.mjs'
import {barOf, seconds, times} from '../table.mjs'
import {adsIn, checkFolder, countsUpTo, roundsFor} from './many.mjs'

export const about =
  'alex, and textlint with its alex rule, on the same ads (installed the first time it is named)'

const home = fileURLToPath(new URL('../others/', import.meta.url))
const packages = path.join(home, 'node_modules')
const others = {
  alex: {args: (folder) => [path.join(packages, 'alex/cli.js'), folder], bar: {least: 10}},
  'textlint with alex': {
    args: (folder) => [
      path.join(packages, 'textlint/bin/textlint.js'),
      '--no-textlintrc',
      '--rule',
      'alex',
      folder,
    ],
  },
}

const install = () => {
  console.error(`Installing what utlys is compared with in ${path.relative('.', home)}.`)
  const {status} = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return status === 0
}

export const measure = async ({rounds, most, isNamed, printer}) => {
  if (!existsSync(packages) && !(isNamed && install()))
    return printer.say('alex and textlint are not installed: npm run bench -- others')
  printer.say(`Ads: ${describeAds()}.`)
  printer.table(['How much longer others take', 'theirs, s', 'utlys, s', 'ratio', 'ratio of CPU', 'bar'])
  for (const count of countsUpTo(most))
    await withFolder((parent) => {
      const folder = fillWithAds(path.join(parent, 'annonser'), count)
      const programs = [checkFolder(folder), ...Object.values(others).map(({args}) => args(folder))]
      const few = count < 1000 ? roundsFor(count, rounds) : 1
      const costs = inTurn(
        few,
        programs.map((args) => ({args, cwd: home})),
        costOf,
      )
      const secondsAt = (i) => seconds(median(costs.map((round) => round[i].seconds)))
      Object.entries(others).forEach(([name, {bar}], i) => {
        const ratioOf = (what) => median(costs.map((round) => round[i + 1][what] / round[0][what]))
        printer.row([
          `${name}, ${adsIn(count)}`,
          secondsAt(i + 1),
          secondsAt(0),
          times(ratioOf('seconds')),
          times(ratioOf('cpu')),
          bar && count === 1000 ? barOf(ratioOf('seconds'), bar) : '',
        ])
      })
    })
}
