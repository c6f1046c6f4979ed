/** The line break that a draft is written with. */
export const newlineOf = (source: string): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n'
