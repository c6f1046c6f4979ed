import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'
import retextEquality from 'retext-equality'
import retextLatin from 'retext-latin'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {expressionsIn, lexiconOf} from '../../../src/engine/expressions.ts'
import {rules} from '../../../src/engine/rules.ts'
import {analyse} from '../../../src/language/analyse.ts'
import {readPosting} from '../../../src/posting/read.ts'
import type {Posting} from '../../../src/posting/types.ts'
import {median, milliseconds, row} from './measure.ts'

/** As the launcher sets it. */
v8.setFlagsFromString('--regexp-tier-up-ticks=0')

const rounds = 9

/** Text by text: sentences, their roles, and all expressions of all rules. */
const wordingOf = (postings: readonly Posting[]): void => {
  const lexicon = lexiconOf(rules)
  for (const posting of postings) expressionsIn(analyse(posting, lexicon))('inkludering/alder')
}

/** Searches the wording of copies of the ads of a folder, beside what retext does with the same texts. */
const compare = async (folder: string, copies: number): Promise<void> => {
  const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name))
  const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const postings = await Promise.all(
    names.map((name, i) => readPosting(name, new TextEncoder().encode(texts[i]))),
  )
  const many = <Item>(items: readonly Item[], count: number): Item[] =>
    Array.from({length: count}, (_, i) => items[i % items.length]!)

  const latin = unified().use(retextLatin)
  const parse = () => milliseconds(() => many(texts, copies).forEach((text) => void latin.parse(text)))
  const wording = () => milliseconds(() => wordingOf(many(postings, copies)))
  const pairs = Array.from({length: rounds}, (_, round) => {
    // Whoever comes second sweeps up after the first.
    if (round % 2 === 0) return {theirs: parse(), ours: wording()}
    const ours = wording()
    return {theirs: parse(), ours}
  })
  row(`wording of ${copies} ads : retext-latin`, pairs.slice(1))

  const equality = unified().use(retextLatin).use(retextEquality)
  const few = Math.ceil(copies / 10)
  const theirs = milliseconds(() => {
    for (const text of many(texts, few)) {
      const file = new VFile(text)
      equality.runSync(equality.parse(file), file)
    }
  })
  const ours = median(Array.from({length: rounds}, () => milliseconds(() => wordingOf(many(postings, few)))))
  row(`wording of ${few} ads : retext-equality`, [{theirs, ours}])
}

void compare(process.argv[2]!, Number(process.argv[3]))
