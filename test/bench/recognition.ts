import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {recognise} from '../../src/fields/index.ts'
import {readPosting} from '../../src/posting/read.ts'

/** As the launcher sets it. */
v8.setFlagsFromString('--no-regexp-tier-up')

const warmUp = 4

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const milliseconds = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

interface Times {
  remark: number
  utlys: number
}

/** Recognises all fields of the ads of a folder, and parses the same texts with remark-parse, in turn. */
const compare = async (folder: string, rounds: number): Promise<void> => {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => ({name, bytes: readFileSync(path.join(folder, name))}))
  const parser = unified().use(remarkParse)
  const times: Times[] = []
  for (let round = 0; round < rounds; round++) {
    const postings = await Promise.all(files.map(({name, bytes}) => readPosting(name, bytes)))
    const parse = () => milliseconds(() => files.forEach(({bytes}) => void parser.parse(bytes.toString())))
    const find = () =>
      milliseconds(() => postings.forEach((one) => void recognise(one, {today: '2026-11-21'})))
    // Whoever comes second sweeps up after the first.
    if (round % 2 === 0) times.push({remark: parse(), utlys: find()})
    else {
      const utlys = find()
      times.push({remark: parse(), utlys})
    }
  }
  const row = (name: string, rows: readonly Times[]): void => {
    const cells = [rows.map(({remark}) => remark / 1000), rows.map(({utlys}) => utlys / 1000)]
    const ratio = median(rows.map(({remark, utlys}) => utlys / remark))
    console.log(
      `${name.padEnd(34)}${cells.map((cell) => median(cell).toFixed(3).padStart(9)).join('')}${ratio.toFixed(2).padStart(9)} ×`,
    )
  }
  row(`${files.length} ads, first time`, times.slice(0, 1))
  row(`${files.length} ads, later`, times.slice(warmUp))
}

void compare(process.argv[2]!, Number(process.argv[3]))
