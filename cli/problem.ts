import path from 'node:path'
import {ConfigError} from '../src/config/types.ts'
import {BadInput} from '../src/posting/bad-input.ts'
import {stdinPath} from '../src/posting/stdin.ts'
import {GitFailure} from './git/run.ts'
import {type Lang, say} from './texts.ts'

/** Something that a person can mend; shown as one line. `code` is a key of `texts.yml`. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(code)
    this.name = 'Problem'
  }
}

/** Something that is explained already, in another thread. */
export class Explained extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join(' '))
    this.name = 'Explained'
  }
}

/** Says on standard error what is wrong. */
export const complain = (error: unknown, lang: Lang, file?: string): void => {
  for (const line of linesOfProblem(error, lang, file)) process.stderr.write(`utlys: ${line}\n`)
}

/** What is wrong, line by line. An error that is none of ours is a fault of the program. */
export const linesOfProblem = (error: unknown, lang: Lang, input = ''): string[] => {
  if (error instanceof Explained) return [...error.lines]
  if (error instanceof Problem || error instanceof GitFailure)
    return [say(lang, error.code, inWords(error.data, lang)) + hintIn(error.data, lang)]
  if (error instanceof BadInput) {
    const isNothing = error.code === 'empty' && input === stdinPath
    return [
      say(
        lang,
        isNothing ? 'empty.stdin' : error.code,
        inWords({...error.data, path: placeOf(error, input)}, lang),
      ),
    ]
  }
  if (error instanceof ConfigError) {
    return error.problems.map(({path: file, code, data, line, column}) => {
      const at = {path: path.relative('.', file), line: String(line), column: String(column)}
      return say(lang, code, {...data, ...at}) + hintIn(data, lang)
    })
  }
  return [say(lang, 'internal', {...inWords({path: input}, lang), reason: reasonOf(error)})]
}

/** A file, and the line when it is not told with its column in the words. */
const placeOf = ({data}: BadInput, input: string): string => {
  const {path: file = input, line, column} = data
  return line === undefined || column !== undefined ? file : `${file}:${line}`
}

/** Standard input has no path that says anything to people. */
const inWords = (data: Readonly<Record<string, string>>, lang: Lang): Record<string, string> => ({
  ...data,
  ...(data.path !== undefined && {path: data.path.replace(stdinPath, say(lang, 'stdin'))}),
})

/** What may have been meant. */
const hintIn = ({forslag}: Readonly<Record<string, string>>, lang: Lang): string =>
  forslag === undefined ? '' : ` ${say(lang, 'suggestion', {forslag})}`

/** With `UTLYS_DEBUG` set, where it happened. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (process.env.UTLYS_DEBUG && error.stack) || error.message : String(error)
