/** Input that cannot be used. `code` is a key of the message catalogue, `data` fills its template. */
export class BadInput extends Error {
  constructor(
    readonly code: string,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(`${code} ${JSON.stringify(data)}`)
    this.name = 'BadInput'
  }
}
