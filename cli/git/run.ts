import {spawnSync} from 'node:child_process'

/** Git cannot do what is asked of it. `code` is a key of the message catalogue. */
export class GitFailure extends Error {
  constructor(
    readonly code: 'git.missing' | 'git.noRepository' | 'git.failed',
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(code)
    this.name = 'GitFailure'
  }
}

const mostBytes = 2 ** 31
/** Messages that we know, no dates of files written to the index, and names of files that mean what we say. */
const plain = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: undefined,
  GIT_GLOB_PATHSPECS: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_ICASE_PATHSPECS: undefined,
}

/**
 * Runs git here, never through a shell, and gives what it prints. In a hook, the variables that git has set say which
 * index is meant.
 *
 * @throws GitFailure
 */
export const git = (args: readonly string[], input: string | Uint8Array = ''): Buffer => {
  const {error, status, signal, stdout, stderr} = start(args, input)
  if (!error && status === 0) return stdout
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') throw new GitFailure('git.missing')
  if (isOutside()) throw new GitFailure('git.noRepository')
  const reason = error?.message ?? (stderr.toString().trim() || `${signal ?? status}`)
  throw new GitFailure('git.failed', {command: commandIn(args), reason: reason.split('\n', 1)[0]!})
}

/** The same; undefined when git says no. */
export const tryGit = (args: readonly string[]): string | undefined => {
  try {
    return git(args).toString().trimEnd()
  } catch (error) {
    if (error instanceof GitFailure && error.code === 'git.failed') return undefined
    throw error
  }
}

const start = (args: readonly string[], input: string | Uint8Array = '') =>
  spawnSync('git', args, {
    input,
    maxBuffer: mostBytes,
    windowsHide: true,
    env: {...process.env, ...plain},
  })

/** Not every command says so itself. */
const isOutside = (): boolean =>
  /not a git repository/i.test(start(['rev-parse', '--git-dir']).stderr.toString())

const commandIn = (args: readonly string[]): string =>
  args.find((word, i) => !word.startsWith('-') && args[i - 1] !== '-c') ?? ''
