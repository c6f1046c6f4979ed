declare module '*.yml' {
  const data: unknown
  export default data
}

declare module '*.yml?keys' {
  const packed: Readonly<Record<string, string>>
  export default packed
}

declare module '*.schema.json?validator' {
  import type {ValidateFunction} from 'ajv'

  const validate: ValidateFunction
  export default validate
}
