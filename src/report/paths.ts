import path from 'node:path'

/** The name of a file as a repository has it: from the working folder, with slashes. */
export const repositoryPath = (file: string): string => {
  const relative = path.isAbsolute(file) ? path.relative('.', file) : path.normalize(file)
  return relative.replaceAll(path.sep, '/')
}

/** The same as a reference that may stand in place of an address. */
export const repositoryUri = (file: string): string =>
  repositoryPath(file)
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
