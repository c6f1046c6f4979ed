import {createHash} from 'node:crypto'
import type {Plugin} from 'vitest/config'

const placeholder = '__UTLYS_BUILD__'

/**
 * Puts a hash of all that is built in the place of a word, so that the program can tell what another version of it has
 * kept, also when that has the same number.
 */
export const buildId = (): Plugin => ({
  name: 'build-id',
  generateBundle(_options, files) {
    const hash = createHash('sha256')
    for (const name of Object.keys(files).toSorted()) {
      const file = files[name]!
      hash
        .update(JSON.stringify(name))
        .update(file.type === 'chunk' ? file.code : file.source)
        .update('\0')
    }
    const id = hash.digest('hex')
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = file.code.replace(placeholder, id)
  },
})
