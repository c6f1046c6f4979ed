import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {inject} from 'vitest'
import {docx, p} from '../posting/office.ts'

/**
 * A scenario is a Markdown page: code blocks with a file name are files in an empty folder, and a block
 * `console` holds commands with what they print and, in brackets, their exit code. A line `…` stands for
 * any lines. Standard error follows standard output. A block `docx` is a Word document with a paragraph for each line.
 */
export interface Scenario {
  title: string
  files: {name: string; content: string | Uint8Array}[]
  steps: Step[]
}

interface Step {
  command: string
  expected: string[]
}

const fence = /^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm

export const readScenario = (file: string): Scenario => {
  const text = readFileSync(file, 'utf8')
  const blocks = [...text.matchAll(fence)]
  return {
    title: text.slice(2, text.indexOf('\n')),
    files: blocks.flatMap(([, kind, name, body]) => (name ? [{name, content: contentOf(kind!, body!)}] : [])),
    steps: blocks.filter(([, kind]) => kind === 'console').flatMap(([, , , body]) => readSteps(body!)),
  }
}

const contentOf = (kind: string, body: string): string | Uint8Array =>
  kind === 'docx'
    ? docx(
        body
          .split('\n')
          .map((line) => p(line))
          .join(''),
      )
    : body

const readSteps = (body: string): Step[] =>
  body
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command, ...expected] = part.trimEnd().split('\n')
      return {command: command!, expected}
    })

/** Runs the steps of a scenario in an empty folder; each gives what it printed and its exit code. */
export const runScenario = ({files, steps}: Scenario): string[][] => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utlys-'))
  const bin = installUtlys()
  try {
    for (const {name, content} of files) {
      mkdirSync(path.join(folder, path.dirname(name)), {recursive: true})
      writeFileSync(path.join(folder, name), content)
    }
    return steps.map(({command}) => runStep(command, folder, bin))
  } finally {
    for (const made of [folder, bin]) rmSync(made, {recursive: true})
  }
}

/** A folder for the path that has the command `utlys`. */
export const installUtlys = (): string => {
  const bin = mkdtempSync(path.join(tmpdir(), 'utlys-bin-'))
  const script = `#!/bin/sh\nexec "${process.execPath}" "${inject('bundle')}" "$@"\n`
  writeFileSync(path.join(bin, 'utlys'), script, {mode: 0o755})
  return bin
}

const runStep = (command: string, cwd: string, bin: string): string[] => {
  const env = {PATH: `${bin}${path.delimiter}${process.env.PATH}`, COLUMNS: '90'}
  const {stdout, stderr, status, signal, error} = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-c', command],
    {
      cwd,
      env,
      encoding: 'utf8',
    },
  )
  const lines = `${stdout}${stderr}`.trimEnd().split('\n')
  return [...lines.filter((line, i) => i > 0 || line !== ''), `[${status ?? signal ?? error?.message}]`]
}

/** The expected lines with each `…` filled with the actual lines that it stands for. */
export const fillGaps = (expected: readonly string[], actual: readonly string[]): string[] => {
  const filled: string[] = []
  let at = 0
  expected.forEach((line, i) => {
    if (line !== '…') {
      filled.push(line)
      at++
      return
    }
    const next = expected[i + 1]
    const end = next === undefined ? actual.length : actual.indexOf(next, at)
    filled.push(...actual.slice(at, end < 0 ? at : end))
    at = end < 0 ? at : end
  })
  return filled
}
