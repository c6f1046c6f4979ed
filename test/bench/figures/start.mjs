import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {makeRepository, ownAds} from '../ads.mjs'
import {empty, inTurn, median, root, today, utlys, withFolder} from '../run.mjs'
import {barOf, seconds, times} from '../table.mjs'
import {hasTerminal, millisecondsPerKey, secondsOfNothing, secondsToText} from '../terminal.mjs'

export const about = 'start-up: small tasks from start to end, beside an empty Node.js process'

const ad = path.join(ownAds, 'uteseksjonen.txt')
const markdown = path.join(ownAds, 'byggesak.md')
const check = (file, format) => [utlys, 'check', file, '--format', format, ...today]
const review = [utlys, 'review', ad, '--lang', 'nb']
const keyLines = 2000

export const measure = async ({rounds, printer}) => {
  const tell = (name, pairs, bar) => {
    const ratio = median(pairs.map(([nothing, ours]) => ours / nothing))
    const [nothing, ours] = [0, 1].map((i) => median(pairs.map((pair) => pair[i])))
    printer.row([name, seconds(nothing), seconds(ours), times(ratio), bar ? barOf(ratio, bar) : ''])
  }
  const compare = (name, args, bar, cwd = root) =>
    tell(
      name,
      inTurn(rounds, [
        {args: empty, cwd},
        {args, cwd},
      ]),
      bar,
    )
  const compareText = async (name, text, args, bar) => {
    const pairs = []
    for (let round = 0; round < rounds; round++)
      pairs.push([await secondsOfNothing(), await secondsToText(text, args)])
    tell(name, pairs, bar)
  }

  printer.table(['Start-up', 'empty, s', 'utlys, s', 'ratio', 'bar'])
  compare('--version', [utlys, '--version'])
  compare('one ad (.txt), text', check(ad, 'text'), {most: 2})
  compare('one ad (.md), text', check(markdown, 'text'), {most: 2})
  compare('one ad (.txt), JSON', check(ad, 'json'))
  compare('one ad (.txt), terminal', check(ad, 'terminal'))
  for (const [name, count] of [
    ['hook, commit without ads', 0],
    ['hook, ten staged ads', 10],
  ])
    await withFolder((folder) =>
      compare(name, [utlys, 'hook', 'run', 'pre-commit'], undefined, makeRepository(folder, count)),
    )
  if (!hasTerminal) return printer.say('No util-linux "script" here, so nothing is measured in a terminal.')
  await compareText('check, first frame in a terminal', '╭', check(ad, 'terminal'))
  await compareText('review, first frame', '─', review, {most: 3.5})
  await compareText('review, its findings on the screen', 'Funn 1 av', review)
  await withFolder(async (folder) => {
    const file = path.join(folder, 'lang.txt')
    const lines = readFileSync(ad, 'utf8').split('\n')
    writeFileSync(file, Array.from({length: keyLines}, (_one, i) => lines[i % lines.length]).join('\n'))
    const taken = await millisecondsPerKey('j', 'Funn 1 av', [utlys, 'review', file, '--lang', 'nb'])
    printer.row([`review of ${keyLines} lines, a key press`, '', seconds(taken / 1000), '', ''])
  })
}
