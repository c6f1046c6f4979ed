// npm run bench: whole processes side by side. Ratios count; seconds depend on the machine.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'

const root = fileURLToPath(new URL('../../', import.meta.url))
const utlys = path.join(root, 'dist/utlys.js')
const ads = path.join(root, 'test/annonser')
const ad = path.join(ads, 'uteseksjonen.txt')
const rounds = Number(process.argv[2] ?? 11)

const seconds = (args) => {
  const start = process.hrtime.bigint()
  spawnSync(process.execPath, args, {stdio: 'ignore', env: {...process.env, CI: 'true'}})
  return Number(process.hrtime.bigint() - start) / 1e9
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Runs both in turn, so that a machine whose speed drifts slows both alike. */
const compare = (name, args) => {
  const pairs = Array.from({length: rounds}, () => [seconds(['-e', '0']), seconds(args)])
  const ratio = median(pairs.map(([empty, full]) => full / empty))
  const cells = [median(pairs.map(([empty]) => empty)), median(pairs.map(([, full]) => full))]
  console.log(
    `${name.padEnd(34)}${cells.map((cell) => cell.toFixed(3).padStart(9)).join('')}${ratio.toFixed(2).padStart(9)} ×`,
  )
}

/** A folder with many copies of the example ads. */
const manyAds = (count) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
  const names = readdirSync(ads)
  for (let i = 0; i < count; i++) {
    const name = names[i % names.length]
    cpSync(path.join(ads, name), path.join(folder, `${i}-${name}`))
  }
  return folder
}

console.log(`${cpus()[0].model}, Node ${process.version}, medians of ${rounds} rounds`)
console.log(`${''.padEnd(34)}${'empty s'.padStart(9)}${'utlys s'.padStart(9)}${'ratio'.padStart(9)}`)
compare('--version', [utlys, '--version'])
compare('one ad (.txt), text', [utlys, 'check', ad, '--format', 'text'])
compare('one ad (.md), text', [utlys, 'check', path.join(ads, 'byggesak.md'), '--format', 'text'])
compare('one ad (.txt), json', [utlys, 'check', ad, '--format', 'json'])
compare('one ad (.txt), terminal', [utlys, 'check', ad, '--format', 'terminal'])
const folder = manyAds(1000)
compare('1000 ads, text', [utlys, 'check', folder, '--format', 'text'])
rmSync(folder, {recursive: true})

/** Recognition alone, beside remark-parse, in one process: on real ads where they are at hand. */
const realAds = path.join(root, '../shared/ads/plain')
const bundle = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
const entry = path.join(root, 'test/bench/recognition.ts')
await build({logLevel: 'error', build: {ssr: entry, outDir: bundle, rollupOptions: {input: entry}}})
console.log(
  `${'recognition'.padEnd(34)}${'remark s'.padStart(9)}${'utlys s'.padStart(9)}${'ratio'.padStart(9)}`,
)
spawnSync(
  process.execPath,
  [path.join(bundle, 'recognition.cjs'), existsSync(realAds) ? realAds : ads, String(rounds * 4)],
  {stdio: 'inherit'},
)
rmSync(bundle, {recursive: true})
