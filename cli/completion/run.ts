import type {Command as Commander} from 'commander'
import {sayFor} from '../help/words.ts'
import {type LanguageFlags, languageOf, languageOfArguments} from '../language.ts'
import {complain, Problem} from '../problem.ts'
import {type Completion, complete} from './complete.ts'
import {scripts, shells} from './shells.ts'
import {valuesIn} from './values.ts'

/** The options as commander gives them. */
export interface CompletionFlags extends LanguageFlags {
  /** The script of a shell asks what may stand at the end of the words that follow. */
  ask?: boolean
}

/** Runs `utlys completion` and returns the exit code. */
export const runCompletion = async (
  name: string,
  words: string[],
  flags: CompletionFlags,
  program: Commander,
): Promise<number> => {
  const shell = shells.find((known) => known === name)
  if (shell === undefined) {
    complain(new Problem('completion.shell', {name, known: shells.join(', ')}), languageOf(flags))
    return 2
  }
  process.stdout.write(flags.ask ? await answer(words, program) : scripts[shell])
  return 0
}

/** What a script gets: what of the disk may stand here, what comes before the path, and a candidate on each line. */
const answer = async (words: readonly string[], program: Commander): Promise<string> => {
  const context = {say: sayFor(words), valuesOf: valuesIn(languageOfArguments(words))}
  const {candidates, paths, prefix} = await complete(program, words, context)
  return [`${paths}\t${prefix}`, ...candidates.map(lineOf)].map((line) => `${line}\n`).join('')
}

const lineOf = ({value, about = ''}: Completion['candidates'][number]): string =>
  `${value}\t${about.replace(/\.$/, '').replace(/\s+/g, ' ')}`
