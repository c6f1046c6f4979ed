import {draftExtensions} from '../../src/posting/readers/index.ts'
import usualFolders from './usual-folders.yml'

/**
 * Whether a file is an ad, told by its name.
 *
 * @param name from the top of the repository
 * @param configFolder where the nearest configuration is, from the top; empty for the top itself
 * @param globs what that says of `filer`
 */
export const isAd = async (name: string, configFolder: string, globs: readonly string[]): Promise<boolean> =>
  globs.length > 0
    ? matchesFiles(name.slice(configFolder === '' ? 0 : configFolder.length + 1), globs)
    : hasKnownExtension(name) && isInUsualFolder(name)

export const hasKnownExtension = (name: string): boolean =>
  !isLock.test(name) && draftExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())

/** What Word leaves beside a document while it is open. */
const isLock = /(?:^|\/)~\$[^/]*$/

const isInUsualFolder = (name: string): boolean =>
  name
    .normalize()
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some((folder) => (usualFolders as string[]).includes(folder))

/** As the search on disk takes them: a folder is all that is in it, `!` takes away, and what npm installs is left out. */
export const matchesFiles = async (name: string, globs: readonly string[]): Promise<boolean> => {
  const {default: picomatch} = await import('picomatch')
  const file = name.normalize()
  const matches = (some: readonly string[]): boolean => picomatch.isMatch(file, some.map(asGlob))
  const taken = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  const given = globs.filter((glob) => !glob.startsWith('!'))
  return matches(given) && !matches([...taken, '**/node_modules/**'])
}

const asGlob = (glob: string): string => {
  const plain = glob.normalize().replace(/^\.\//, '').replace(/\/$/, '')
  return plain.endsWith('*') ? plain : `${plain}/**`
}
