import {getInput, getMultilineInput} from '@actions/core'
import {type CheckRequest, readRequest} from '../check/request.ts'
import {Problem} from '../problem.ts'
import type {InputName} from './input-names.ts'

export interface ActionInputs {
  request: CheckRequest
  /** Which ads are checked: those that have changed, or all. */
  files: 'changed' | 'all'
  failOn: 'error' | 'warning' | 'never'
  annotations: 'changed' | 'all' | 'none'
  hasComments: boolean
  hasSummary: boolean
  token: string
}

/** @throws Problem that says which input is wrong */
export const readInputs = (): ActionInputs => {
  const onlyChangedLines = readBoolean('only-changed-lines')
  const files = readChoice('files', ['changed', 'all'])
  if (onlyChangedLines && files === 'all') throw new Problem('input.together')
  return {
    request: {...readCheck(), onlyChangedLines},
    files,
    failOn: readChoice('fail-on', ['error', 'warning', 'never']),
    annotations: readChoice('annotations', ['changed', 'all', 'none']),
    hasComments: readBoolean('comments'),
    hasSummary: readBoolean('summary'),
    token: readText('token'),
  }
}

/** What the command line would be given. Standard input has nothing for us, and the action is one file without threads. */
const readCheck = (): CheckRequest => {
  const reports = readList('reports')
  const misplaced = reports.find((report) => !report.includes(':') || report.startsWith('terminal'))
  if (misplaced !== undefined) throw new Problem('input.report', {value: misplaced})
  const format = [...reports, ...readList('sarif').map((file) => `code-scanning:${file}`)]
  const request = readRequest(
    readList('paths').map((path) => (path === '-' ? './-' : path)),
    {
      format,
      profile: readList('profile'),
      felt: readList('portal'),
      policy: readList('policy'),
      ...given('config', readText('config')),
      ...given('lang', readText('language')),
      ...given('today', readText('today')),
      ...readBaseline(readText('baseline')),
      stdinFilename: '',
      color: false,
    },
  )
  return {...request, threads: 1, ...(format.length === 0 && {outputs: []})}
}

const readText = (name: InputName): string => getInput(name)
const readList = (name: InputName): string[] => getMultilineInput(name)

/** `true` is the list in the usual place. */
const readBaseline = (value: string): {baseline?: string | true} =>
  value === 'true' ? {baseline: true} : given('baseline', value)

/** An input that may be left empty, as a flag that may be left out. */
const given = <Flag extends string>(flag: Flag, value: string): {[Name in Flag]?: string} =>
  value === '' ? {} : ({[flag]: value} as {[Name in Flag]: string})

/** One of some words; the first when nothing is said. */
const readChoice = <Choice extends string>(name: InputName, known: readonly Choice[]): Choice => {
  const value = readText(name).toLowerCase()
  const choice = value === '' ? known[0] : known.find((one) => one === value)
  if (choice === undefined) throw new Problem('input.choice', {name, value, known: known.join(', ')})
  return choice
}

const readBoolean = (name: InputName): boolean => readChoice(name, ['false', 'true']) === 'true'
