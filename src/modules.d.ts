declare module '*.yml' {
  const data: unknown
  export default data
}

declare module '*.yml?lazy' {
  const read: () => unknown
  export default read
}

declare module '*.yml?phrases' {
  import type {PhraseLists} from './language/search/phrase-finder.ts'

  const lists: PhraseLists
  export default lists
}

declare module 'virtual:expressions' {
  import type {LexiconData} from './language/search/compile.ts'
  import type {IndexData} from './language/search/phrases.ts'

  export const compiledLexicon: () => LexiconData
  /** How many entries each rule of kind `uttrykk` has. */
  export const entryCounts: Readonly<Record<string, number>>
  /** The cues of the roles, and the expressions of the context, in the order of their files. */
  export const compiledRoles: () => IndexData
  export const compiledSigns: () => IndexData
}

declare module '*.schema.json?validator' {
  import type {ValidateFunction} from 'ajv'

  const validate: ValidateFunction
  export default validate
}
