import v8 from 'node:v8'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPostings} from '../../src/posting/read.ts'
import {hostileTexts} from '../hostile/texts.ts'

/** As the launcher sets it. */
v8.setFlagsFromString('--regexp-tier-up-ticks=0')

const [listed = '10000,100000', chosen = ''] = process.argv.slice(2)
const sizes = listed.split(',').map(Number)
const rounds = 2

const check = async (path: string, text: string): Promise<void> => {
  const postings = await readPostings(path, new TextEncoder().encode(text)).catch((error: Error) =>
    error.name === 'BadInput' ? [] : Promise.reject(error),
  )
  for (const posting of postings)
    await checkPosting(posting, defaultSettings, {today: '2026-11-21', lang: 'nb'})
}

/** The best of some rounds: what else the machine does can only make it slower. */
const secondsFor = async (path: string, text: string): Promise<number> => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await check(path, text)
    best = Math.min(best, performance.now() - start)
  }
  return best / 1000
}

const tell = (name: string, cells: readonly string[]): void =>
  console.log(name.padEnd(38) + cells.map((cell) => cell.padStart(11)).join(''))

/** How long each hostile text takes, and how many times as long as one of the size before. */
const measure = async (): Promise<void> => {
  await check('annonse.md', '# Lærer\n\nVi søker lærer. Frist: 1.2.2027')
  tell('hostile texts, seconds', [
    ...sizes.map((size) => `${size / 1000} KB`),
    ...sizes.slice(1).map(() => 'ratio'),
  ])
  for (const [name, {path, of}] of Object.entries(hostileTexts)) {
    if (!name.includes(chosen)) continue
    const times: number[] = []
    for (const size of sizes) times.push(await secondsFor(path, of(size)))
    const ratios = times.slice(1).map((time, i) => `${(time / times[i]!).toFixed(1)} ×`)
    tell(name, [...times.map((time) => time.toFixed(3)), ...ratios])
  }
  console.log(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`)
}

void measure()
