import type {Recogniser} from './types.ts'

export const lønn: Recogniser<'lønn'> = {
  name: 'lønn',
  recognise: () => [],
}
