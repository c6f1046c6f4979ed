import {createReadStream, type Dirent, readdir, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {BadInput} from '../src/posting/bad-input.ts'
import {mostBytes, mostBytesOf, refuseTooLarge} from '../src/posting/limits.ts'
import {draftExtensions, formatNamed, formatOf, holdsLines} from '../src/posting/readers/index.ts'
import {stdinPath} from '../src/posting/stdin.ts'
import {kindAt, refuseNoFile} from './kind.ts'
import {Problem} from './problem.ts'

/** A draft to check: a file, or what standard input holds. */
export interface Input {
  /** As given, or relative to the working folder; what reports show. */
  path: string
  read(): Promise<Uint8Array>
  /** Bit by bit, for what is too much to be read at once. */
  stream?(): AsyncIterable<Uint8Array>
  /** It is what standard input holds: the path is none, and the content tells the format. */
  isUnnamed?: true
  /** It was looked for, and not named. */
  isFound?: true
  /** What is checked is in git, and the file on disk is another. */
  differsOnDisk?: true
}

export interface Inputs {
  inputs: Input[]
  /** One for each path that led to no draft, and for each folder that could not be looked into. */
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
  const byPath = new Map(
    found.flatMap(({inputs}) => inputs.map((input) => [path.resolve(input.path), input])),
  )
  return {inputs: [...byPath.values()], problems: found.flatMap(({problems}) => problems)}
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
): Promise<Inputs> => {
  if (given === '-') return {inputs: [stdinInput(stdinName)], problems: []}
  try {
    const kind = kindAt(given)
    if (kind === 'folder') return await inFolder(given, await patternsOf(given))
    if (kind !== undefined || !isPattern(given)) refuseNoFile(given, kind)
    else
      return inputsOr(new Problem('noMatch', {path: given}), await glob([given.replaceAll('\\', '/')], '.'))
    return {inputs: [fileInput(given)], problems: []}
  } catch (error) {
    if (error instanceof Problem) return {inputs: [], problems: [error]}
    throw error
  }
}

const inFolder = async (folder: string, patterns: Patterns | undefined): Promise<Inputs> => {
  const {files, problems} = patterns
    ? await glob(patterns.globs, patterns.folder)
    : await glob([drafts], folder)
  const extensions = draftExtensions.map((extension) => `.${extension}`).join(', ')
  const inside = patterns ? files.filter((file) => isInside(folder, file)) : files
  return inputsOr(new Problem('noAds', {path: folder, extensions}), {files: inside, problems})
}

const inputsOr = (none: Problem, {files, problems}: Globbed): Inputs => ({
  inputs: files.map((file) => ({...fileInput(file), isFound: true})),
  problems: files.length + problems.length > 0 ? problems : [none],
})

const drafts = `**/*.{${draftExtensions.join(',')}}`

/** All files in a folder that are read as drafts, and in those within it. */
export const findFiles = async (folder: string): Promise<string[]> => (await glob([drafts], folder)).files

const isInside = (folder: string, file: string): boolean => !path.relative(folder, file).startsWith('..')

interface Globbed {
  /** Relative to the working folder, in the order of their names. */
  files: string[]
  /** One for each folder that could not be looked into: there may be ads in it. */
  problems: Problem[]
}

const glob = async (patterns: readonly string[], cwd: string): Promise<Globbed> => {
  const {glob: find} = await import('tinyglobby')
  const problems: Problem[] = []
  const look = (folder: string, options: {withFileTypes: true}, done: Listed): void =>
    readdir(folder, options, (error, entries) => {
      if (error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
        problems.push(unreadable(path.relative('.', folder), error))
      done(error, entries)
    })
  const files = await find([...patterns], {
    cwd,
    ignore: ['**/node_modules/**', '**/.git/**', '**/*.ulagret*', '**/~$*'],
    followSymbolicLinks: false,
    fs: {readdir: look as typeof readdir},
  })
  return {files: files.map((file) => path.join(cwd, file)).toSorted(), problems}
}

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void

const unreadable = (file: string, {code, message}: NodeJS.ErrnoException): Problem =>
  new Problem('unreadable', {path: file, reason: code ?? message})

const fileInput = (file: string): Input => ({
  path: file,
  stream: async function* () {
    try {
      yield* createReadStream(file)
    } catch (error) {
      throw unreadable(file, error as NodeJS.ErrnoException)
    }
  },
  read: async () => {
    try {
      refuseLarge(file)
      return readFileSync(file)
    } catch (error) {
      if (error instanceof BadInput || error instanceof Problem) throw error
      throw unreadable(file, error as NodeJS.ErrnoException)
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
  ...(name === undefined ? {path: stdinPath, isUnnamed: true as const} : {path: name}),
  read: () => readStdin(name),
  stream: () => process.stdin,
})

/** No more than is needed to tell that it is too much. */
const readStdin = async (name: string | undefined): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostBytesOf(formatOf(name, chunks[0]!))) break
  }
  return Buffer.concat(chunks)
}
