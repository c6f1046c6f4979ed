import {createReadStream, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {BadInput} from '../src/posting/bad-input.ts'
import {mostBytes, refuseTooLarge} from '../src/posting/limits.ts'
import {draftExtensions, formatNamed, holdsLines} from '../src/posting/readers/index.ts'
import {Problem} from './problem.ts'

/** A draft to check: a file, or what standard input holds. */
export interface Input {
  /** As given, or relative to the working folder; what reports show. */
  path: string
  read(): Promise<Uint8Array>
  /** Bit by bit, for what is too much to be read at once. */
  stream?(): AsyncIterable<Uint8Array>
  /** The path is made up, so that the content tells the format. */
  isUnnamed?: true
  /** What is checked is in git, and the file on disk is another. */
  differsOnDisk?: true
}

export interface Inputs {
  inputs: Input[]
  /** One for each path that led to no draft. */
  problems: Problem[]
}

export const isPattern = (text: string): boolean => /[*?[\]{}!]/.test(text)

/**
 * The drafts that the paths of the command line lead to: files, folders, globs, and `-` for standard input.
 *
 * @param patternsOf the globs that the configuration has for the ads of a folder
 */
export const findInputs = async (
  paths: readonly string[],
  stdinName: string | undefined,
  patternsOf: (folder: string) => Promise<Patterns | undefined>,
): Promise<Inputs> => {
  const found = await Promise.all(paths.map((given) => inputsAt(given, stdinName, patternsOf)))
  const inputs = found.flatMap((one) => (one instanceof Problem ? [] : one))
  const byPath = new Map(inputs.map((input) => [path.resolve(input.path), input]))
  return {inputs: [...byPath.values()], problems: found.filter((one) => one instanceof Problem)}
}

/** Globs with the folder that they start from. */
export interface Patterns {
  folder: string
  globs: readonly string[]
}

const inputsAt = async (
  given: string,
  stdinName: string | undefined,
  patternsOf: (folder: string) => Promise<Patterns | undefined>,
): Promise<Input[] | Problem> => {
  if (given === '-') return [stdinInput(stdinName)]
  const stats = statSync(given, {throwIfNoEntry: false})
  if (stats?.isFile()) return [fileInput(given)]
  if (stats?.isDirectory()) return inFolder(given, await patternsOf(given))
  if (!isPattern(given)) return new Problem('missing', {path: given})
  const matched = await glob([given.replaceAll('\\', '/')], '.')
  return matched.length > 0 ? matched.map(fileInput) : new Problem('noMatch', {path: given})
}

const inFolder = async (folder: string, patterns: Patterns | undefined): Promise<Input[] | Problem> => {
  const files = patterns
    ? (await glob(patterns.globs, patterns.folder)).filter((file) => isInside(folder, file))
    : await findFiles(folder)
  const extensions = draftExtensions.map((extension) => `.${extension}`).join(', ')
  return files.length > 0 ? files.map(fileInput) : new Problem('noAds', {path: folder, extensions})
}

/** All files in a folder that are read as drafts, and in those within it. */
export const findFiles = (folder: string): Promise<string[]> =>
  glob([`**/*.{${draftExtensions.join(',')}}`], folder)

const isInside = (folder: string, file: string): boolean => !path.relative(folder, file).startsWith('..')

/** Files that match, relative to the working folder, in the order of their names. */
const glob = async (patterns: readonly string[], cwd: string): Promise<string[]> => {
  const {glob: find} = await import('tinyglobby')
  const files = await find([...patterns], {
    cwd,
    ignore: ['**/node_modules/**', '**/.git/**', '**/*.ulagret*', '**/~$*'],
    followSymbolicLinks: false,
  })
  return files.map((file) => path.join(cwd, file)).toSorted()
}

const fileInput = (file: string): Input => ({
  path: file,
  stream: () => createReadStream(file),
  read: async () => {
    try {
      refuseLarge(file)
      return readFileSync(file)
    } catch (error) {
      if (error instanceof BadInput || error instanceof Problem) throw error
      const {code, message} = error as NodeJS.ErrnoException
      throw new Problem('unreadable', {path: file, reason: code ?? message})
    }
  },
})

/** Of a file with an ad on each line, it is told how it can be read. @throws Problem, BadInput */
const refuseLarge = (file: string): void => {
  const {size} = statSync(file)
  if (size > mostBytes && holdsLines(file, new Uint8Array())) throw new Problem('tooLargeLines', {path: file})
  refuseTooLarge(size, formatNamed(file))
}

const stdinInput = (name: string | undefined): Input => ({
  ...(name === undefined ? {path: 'annonse.md', isUnnamed: true as const} : {path: name}),
  read: readStdin,
  stream: () => process.stdin,
})

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostBytes) break
  }
  return Buffer.concat(chunks)
}
