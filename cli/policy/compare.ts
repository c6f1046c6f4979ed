import {readFile} from 'node:fs/promises'
import type {Clause, Pack} from '../../src/engine/packs.ts'
import {type ChangedClause, comparePolicy, type PolicyComparison} from '../../src/packs/compare.ts'
import type {PolicySentence} from '../../src/packs/fingerprint.ts'
import {painter} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import {cutEnd, wrap} from '../../src/report/width.ts'
import {Problem} from '../problem.ts'
import {say} from '../texts.ts'
import type {Page} from './print.ts'

/** Prints what a new version of a policy changes, and tells whether it is as the pack knows it. */
export const compareWith = async (file: string, pack: Pack, format: string, page: Page): Promise<boolean> => {
  if (!pack.sentences && !pack.clauses?.some(({sentences}) => sentences))
    throw new Problem('against.unknown', {name: pack.id})
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('unreadable', {path: file, reason: error.code ?? error.message})
  })
  const comparison = comparePolicy(pack, text)
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify(toData(pack, comparison), undefined, 2)}\n`
      : print(comparison, page),
  )
  const {changed, gone, added} = comparison
  return changed.length + gone.length + added.length === 0
}

const toData = ({id}: Pack, {changed, gone, added}: PolicyComparison) => ({
  policy: id,
  changed: changed.map(({clause, now}) => ({...rulesOf(clause), now: now.map(lineOf)})),
  gone: gone.map(rulesOf),
  added: added.map(lineOf),
})

const rulesOf = ({id, heading, rules = []}: Clause) => ({id, heading, rules: [...rules]})

const lineOf = ({firstLine, text}: PolicySentence) => ({line: firstLine, text})

const print = ({changed, gone, added}: PolicyComparison, page: Page): string => {
  if (changed.length + gone.length + added.length === 0) return `${say(page.lang, 'against.same')}\n`
  const paint = painter(page.color)
  const section = (key: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [paint('strong', say(page.lang, key)), ...lines, '']
  const lines = [
    ...section(
      'against.changed',
      changed.flatMap((change) => changeLines(change, page)),
    ),
    ...section(
      'against.gone',
      gone.flatMap((clause) => clauseLines(clause, page)),
    ),
    ...section(
      'against.added',
      added.map((sentence) => sentenceLine(sentence, page)),
    ),
    ...wrap(say(page.lang, 'against.next'), page.width),
  ]
  return `${lines.join('\n')}\n`
}

const changeLines = ({clause, now}: ChangedClause, page: Page): string[] => [
  ...clauseLines(clause, page),
  ...now.map((sentence) => sentenceLine(sentence, page)),
]

const clauseLines = ({id, heading, text, rules = []}: Clause, {lang, width}: Page): string[] => [
  ...wrap(`${safe(id)}, «${safe(heading)}»: ${safe(text[lang])}`, width - 2).map((line) => `  ${line}`),
  ...wrap(
    rules.length === 0
      ? say(lang, 'against.noRules')
      : `${say(lang, 'against.rules')}: ${safe(rules.join(', '))}`,
    width - 4,
  ).map((line) => `    ${line}`),
]

/** A sentence of the new version, by its line; cut, since the file is at hand. */
const sentenceLine = ({firstLine, text}: PolicySentence, {lang, width}: Page): string =>
  cutEnd(`    ${say(lang, 'against.line', {linje: String(firstLine)})}: ${safe(text)}`, width)
