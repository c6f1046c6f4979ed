import v8 from 'node:v8'
import {checkPosting} from '../../src/engine/check.ts'
import {defaultSettings} from '../../src/engine/settings.ts'
import {readPostings} from '../../src/posting/read.ts'
import {hostileTexts} from '../hostile/texts.ts'

/** As the launcher sets it. */
v8.setFlagsFromString('--no-regexp-tier-up')

const sizes = (process.argv[2] ?? '10000,100000').split(',').map(Number)
const chosen = process.argv[3]

const check = async (path: string, text: string): Promise<void> => {
  const postings = await readPostings(path, new TextEncoder().encode(text)).catch((error: Error) =>
    error.name === 'BadInput' ? [] : Promise.reject(error),
  )
  for (const posting of postings)
    await checkPosting(posting, defaultSettings, {today: '2026-11-21', lang: 'nb'})
}

const secondsOf = async (path: string, text: string): Promise<number> => {
  const start = performance.now()
  await check(path, text)
  return (performance.now() - start) / 1000
}

const main = async (): Promise<void> => {
  await check('annonse.md', '# Lærer\n\nVi søker lærer. Frist: 1.2.2027')
  for (const [name, {path, of}] of Object.entries(hostileTexts)) {
    if (chosen && !name.includes(chosen)) continue
    const times: number[] = []
    for (const size of sizes) {
      await secondsOf(path, of(size))
      times.push(
        Math.min(await secondsOf(path, of(size)), size < 100_000 ? await secondsOf(path, of(size)) : 999),
      )
    }
    const ratios = times.slice(1).map((time, i) => (time / times[i]!).toFixed(1).padStart(7))
    console.log(
      `${name.padEnd(36)}${times.map((time) => time.toFixed(3).padStart(9)).join('')}${ratios.join('')}`,
    )
  }
}

void main()
