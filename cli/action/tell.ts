import path from 'node:path'
import {error, notice} from '@actions/core'
import {ConfigError} from '../../src/config/types.ts'
import {repositoryPath} from '../../src/report/paths.ts'
import {safe} from '../../src/report/safe.ts'
import {linesOfProblem} from '../problem.ts'
import type {Lang} from '../texts.ts'

/** What the action says beside its findings, as annotations, which there are only so many of. */
export interface Teller {
  /** What cannot be checked, at its place when that is in a configuration. */
  problem(error: unknown, lang: Lang, file?: string): void
  notice(text: string): void
  /** How many of each have been said. */
  said: {error: number; info: number}
}

export const createTeller = (): Teller => {
  const said = {error: 0, info: 0}
  return {
    said,
    problem(problem, lang, file) {
      const lines = linesOfProblem(problem, lang, file)
      for (const [i, line] of lines.entries()) error(line, {title: 'utlys', ...placeOf(problem, i, file)})
      said.error += lines.length
    },
    notice(text) {
      notice(text, {title: 'utlys'})
      said.info += 1
    },
  }
}

const placeOf = (problem: unknown, index: number, ad: string | undefined) => {
  if (!(problem instanceof ConfigError)) return ad === undefined ? {} : {file: safe(repositoryPath(ad))}
  const {path: file, line, column} = problem.problems[index]!
  return {file: safe(repositoryPath(path.resolve(file))), startLine: line, startColumn: column}
}

/** A line of the log. */
export const log = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
