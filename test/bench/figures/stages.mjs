import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {build} from 'vite'
import {ads, describeAds, fillWithAds} from '../ads.mjs'
import {root, saidBy, withFolder} from '../run.mjs'
import {seconds, times} from '../table.mjs'
import {checkFolder} from './many.mjs'

export const about =
  'what each stage and each rule costs, and two stages beside libraries that read the same texts'

const count = 1000
const dearest = 10

/** The lines of `utlys check --stats`: the parts of the check and then the rules, the dearest first. */
const partsIn = (said) =>
  [...said.matchAll(/^(\S.*?) +([\d.]+) +([\d.]+) %$/gm)].map(([, name, milliseconds, share]) => [
    name,
    milliseconds,
    `${share} %`,
  ])

const measureStats = (printer) =>
  withFolder((parent) => {
    const folder = fillWithAds(path.join(parent, 'annonser'), count)
    const rows = partsIn(saidBy([...checkFolder(folder), '--quiet', '--lang', 'en', '--stats']))
    const isRule = ([name]) => name.includes('/')
    printer.say(`--stats on ${count} ads, ${describeAds()}.`)
    printer.table(['Part of the check', 'ms', 'share'])
    rows.filter((row) => !isRule(row)).forEach(printer.row)
    printer.table([`The ${dearest} dearest rules`, 'ms', 'share'])
    rows.filter(isRule).slice(0, dearest).forEach(printer.row)
  })

/** Runs a part of the work in one process with a library that reads the same texts. */
const measurePart = async (name, bundle, args, printer) => {
  const entry = path.join(root, `test/bench/parts/${name}.ts`)
  await build({
    root,
    logLevel: 'error',
    build: {ssr: entry, outDir: bundle, emptyOutDir: false, rollupOptions: {input: entry}},
  })
  const {stdout} = spawnSync(process.execPath, [path.join(bundle, `${name}.js`), ...args], {encoding: 'utf8'})
  for (const line of stdout.trim().split('\n')) {
    const {name: what, theirs, ours, ratio} = JSON.parse(line)
    printer.row([what, seconds(theirs), seconds(ours), times(ratio)])
  }
}

export const measure = async ({rounds, printer}) => {
  await measureStats(printer)
  printer.table(['A stage : a library', 'theirs, s', 'ours, s', 'ratio'])
  await withFolder(async (bundle) => {
    await measurePart('recognition', bundle, [ads, String(rounds * 4)], printer)
    await measurePart('wording', bundle, [ads, String(count)], printer)
  })
}
