// npm run bench: whole processes side by side. Ratios count; seconds depend on the machine.
import {spawn, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'
import {writeAds} from './year-of-ads.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const utlys = path.join(root, 'dist/utlys.js')
const ads = path.join(root, 'test/annonser')
const ad = path.join(ads, 'uteseksjonen.txt')
const rounds = Number(process.argv[2] ?? 11)

const seconds = (args, cwd) => {
  const start = process.hrtime.bigint()
  spawnSync(process.execPath, args, {stdio: 'ignore', cwd, env: {...process.env, CI: 'true'}})
  return Number(process.hrtime.bigint() - start) / 1e9
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const row = (name, pairs) => {
  const ratio = median(pairs.map(([empty, full]) => full / empty))
  const cells = [median(pairs.map(([empty]) => empty)), median(pairs.map(([, full]) => full))]
  console.log(
    `${name.padEnd(34)}${cells.map((cell) => cell.toFixed(3).padStart(9)).join('')}${ratio.toFixed(2).padStart(9)} ×`,
  )
}

/** Runs both in turn, so that a machine whose speed drifts slows both alike. */
const compare = (name, args, cwd = root) => {
  row(
    name,
    Array.from({length: rounds}, () => [seconds(['-e', '0'], cwd), seconds(args, cwd)]),
  )
}

/** What has not come by then will not come. */
const patience = 20_000

const quoted = (words) => words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
const {CI: _, ...terminal} = {...process.env, TERM: 'xterm-256color'}

/** How long it takes until a command in a terminal has written a text; then it is ended. */
const secondsUntil = (text, command) =>
  new Promise((resolve) => {
    const start = process.hrtime.bigint()
    const inTerminal = `stty rows 24 cols 80; ${command}`
    const script = spawn('script', ['-qec', inTerminal, '/dev/null'], {env: terminal})
    let written = ''
    let time = Number.NaN
    script.stdout.setEncoding('utf8').on('data', (part) => {
      written += part
      if (!Number.isNaN(time) || !written.includes(text)) return
      time = Number(process.hrtime.bigint() - start) / 1e9
      script.kill()
    })
    const tooLong = setTimeout(() => script.kill(), patience)
    script.on('close', () => {
      clearTimeout(tooLong)
      resolve(time)
    })
  })

const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0

/** The time to the first frame of a command, which is known by a text, beside that to the end of an empty process. */
const compareFirstFrame = async (name, text, args) => {
  if (!hasTerminal) return console.log(`${name.padEnd(34)}skipped: util-linux "script" is not installed`)
  const pairs = []
  for (let round = 0; round < rounds; round++) {
    const empty = await secondsUntil('over', `${quoted([process.execPath, '-e', '0'])}; echo over`)
    pairs.push([empty, await secondsUntil(text, quoted([process.execPath, ...args]))])
  }
  row(name, pairs)
}

const presses = 40

/** How long it takes from a key press until a review in a terminal writes again: the median of some presses, in milliseconds. */
const millisecondsPerKey = (text, args) =>
  new Promise((resolve) => {
    const inTerminal = `stty rows 40 cols 120; ${quoted([process.execPath, ...args])}`
    const script = spawn('script', ['-qec', inTerminal, '/dev/null'], {env: terminal})
    const times = []
    let written = ''
    let start
    const press = () => {
      start = process.hrtime.bigint()
      script.stdin.write('j')
    }
    script.stdout.setEncoding('utf8').on('data', (part) => {
      written += part
      if (start === undefined && !written.includes(text)) return
      if (start !== undefined) times.push(Number(process.hrtime.bigint() - start) / 1e6)
      if (times.length < presses) setTimeout(press, 30)
      else script.kill()
    })
    const tooLong = setTimeout(() => script.kill(), patience)
    script.on('close', () => {
      clearTimeout(tooLong)
      resolve(times.length < presses ? Number.NaN : median(times))
    })
  })

const tellKeyPress = async (lines) => {
  if (!hasTerminal) return
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
  const file = path.join(folder, 'lang.txt')
  const paragraphs = readFileSync(ad, 'utf8').split('\n')
  writeFileSync(file, Array.from({length: lines}, (_one, i) => paragraphs[i % paragraphs.length]).join('\n'))
  const time = await millisecondsPerKey('Funn 1 av', [utlys, 'review', file])
  console.log(`${`key press in review, ${lines} lines`.padEnd(34)}${time.toFixed(0).padStart(27)} ms`)
  rmSync(folder, {recursive: true})
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

/** A repository with a configuration and one file to commit, which is no ad; with ads staged beside it. */
const repository = (count) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
  const git = (...words) => spawnSync('git', words, {cwd: folder})
  git('init', '-q')
  writeFileSync(path.join(folder, 'utlys.yml'), 'filer: ["stillinger/**/*.{md,txt}"]\n')
  writeFileSync(path.join(folder, 'LESMEG.md'), 'Lillevik\n')
  if (count > 0) renameSync(manyAds(count), path.join(folder, 'stillinger'))
  git('add', '.')
  return folder
}

console.log(`${cpus()[0].model}, Node ${process.version}, medians of ${rounds} rounds`)
console.log(`${''.padEnd(34)}${'empty s'.padStart(9)}${'utlys s'.padStart(9)}${'ratio'.padStart(9)}`)
compare('--version', [utlys, '--version'])
compare('one ad (.txt), text', [utlys, 'check', ad, '--format', 'text'])
compare('one ad (.md), text', [utlys, 'check', path.join(ads, 'byggesak.md'), '--format', 'text'])
compare('one ad (.txt), json', [utlys, 'check', ad, '--format', 'json'])
compare('one ad (.txt), terminal', [utlys, 'check', ad, '--format', 'terminal'])
await compareFirstFrame('first frame: check, terminal', '╭', [utlys, 'check', ad, '--format', 'terminal'])
await compareFirstFrame('first frame: review', '─', [utlys, 'review', ad])
await compareFirstFrame('findings on screen: review', 'Funn 1 av', [utlys, 'review', ad])
await tellKeyPress(2000)
for (const [name, count] of [
  ['check --staged, no ad', 0],
  ['check --staged, ten ads', 10],
]) {
  const folder = repository(count)
  compare(name, [utlys, 'check', '--staged'], folder)
  rmSync(folder, {recursive: true})
}
const folder = manyAds(1000)
compare('1000 ads, text', [utlys, 'check', folder, '--format', 'text'])
rmSync(folder, {recursive: true})

/** So many ads are checked line by line, beside a thousand: `npm run bench -- 11 100000` for a whole year's. */
const many = Number(process.argv[3] ?? 10_000)
const tellMemory = `data:text/javascript,process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))`

/** How long a file of ads takes, and how much memory at most, in megabytes. */
const stream = (count) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'utlys-bench-')), 'aar.jsonl')
  writeAds(file, count)
  const start = process.hrtime.bigint()
  const args = ['--import', tellMemory, utlys, 'check', file, '--format', 'jsonl']
  const {stderr} = spawnSync(process.execPath, args, {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'})
  const time = Number(process.hrtime.bigint() - start) / 1e9
  rmSync(path.dirname(file), {recursive: true})
  return {time, peak: Number(/peak (\d+)/.exec(stderr)[1]) / 1024}
}

const thousand = stream(1000)
const year = stream(many)
console.log(
  `${`${many} ads, JSONL`.padEnd(34)}${year.time.toFixed(0).padStart(9)} s, ${(many / year.time).toFixed(0)} a second, at most ${year.peak.toFixed(0)} MB, ${(year.peak / thousand.peak).toFixed(2)} × that of 1000`,
)

/** Parts of the work in one process, beside libraries that read the same texts: real ads where they are at hand. */
const shared = path.join(root, '../shared')
const bundle = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
const runPart = async (name, ...args) => {
  const entry = path.join(root, `test/bench/${name}.ts`)
  await build({
    logLevel: 'error',
    build: {ssr: entry, outDir: bundle, emptyOutDir: false, rollupOptions: {input: entry}},
  })
  spawnSync(process.execPath, [path.join(bundle, `${name}.js`), ...args], {stdio: 'inherit'})
}
const realAds = path.join(shared, 'ads/plain')
const seeds = mkdtempSync(path.join(tmpdir(), 'utlys-bench-'))
if (existsSync(path.join(shared, 'seeds')))
  for (const name of readdirSync(path.join(shared, 'seeds')).filter((one) => /^00[0-3].*\.txt$/.test(one)))
    cpSync(path.join(shared, 'seeds', name), path.join(seeds, name))
console.log(`${''.padEnd(42)}${'theirs s'.padStart(9)}${'ours s'.padStart(9)}${'ratio'.padStart(9)}`)
await runPart('recognition', existsSync(realAds) ? realAds : ads, String(rounds * 4))
await runPart('wording', readdirSync(seeds).length > 0 ? seeds : ads, '1000')
await runPart('growth', '10000,100000')
for (const folder of [bundle, seeds]) rmSync(folder, {recursive: true})
