import type {Recogniser} from './types.ts'

export const frist: Recogniser<'frist'> = {
  name: 'frist',
  recognise: () => [],
}
