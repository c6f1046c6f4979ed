import path from 'node:path'
import type {Commit} from './types.ts'

/** The name of a file as a repository has it, with slashes: from the working folder, or from the top when that is known. */
export const repositoryPath = (file: string, {folder = ''}: Pick<Commit, 'folder'> = {}): string => {
  const relative = path.isAbsolute(file) ? path.relative('.', file) : path.normalize(file)
  return path.posix.join(folder, relative.replaceAll(path.sep, '/'))
}

/** The same as a reference that may stand in place of an address. */
export const repositoryUri = (file: string, commit?: Pick<Commit, 'folder'>): string =>
  repositoryPath(file, commit)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
