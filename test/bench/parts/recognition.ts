import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {recognise} from '../../../src/fields/index.ts'
import {readPosting} from '../../../src/posting/read.ts'
import {milliseconds, type Pair, row} from './measure.ts'

/** As the launcher sets it. */
v8.setFlagsFromString('--regexp-tier-up-ticks=0')

const warmUp = 4

/** Recognises all fields of the ads of a folder, and parses the same texts with remark-parse, in turn. */
const compare = async (folder: string, rounds: number): Promise<void> => {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => ({name, bytes: readFileSync(path.join(folder, name))}))
  const parser = unified().use(remarkParse)
  const times: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    const postings = await Promise.all(files.map(({name, bytes}) => readPosting(name, bytes)))
    const parse = () => milliseconds(() => files.forEach(({bytes}) => void parser.parse(bytes.toString())))
    const find = () =>
      milliseconds(() => postings.forEach((one) => void recognise(one, {today: '2026-11-21'})))
    // Whoever comes second sweeps up after the first.
    if (round % 2 === 0) times.push({theirs: parse(), ours: find()})
    else {
      const ours = find()
      times.push({theirs: parse(), ours})
    }
  }
  row(`recognition : remark-parse, first time`, times.slice(0, 1))
  row(`recognition : remark-parse, later`, times.slice(warmUp))
}

void compare(process.argv[2]!, Number(process.argv[3]))
