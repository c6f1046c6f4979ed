import type {Recogniser} from './types.ts'

export const egenskaper: Recogniser<'egenskaper'> = {
  name: 'egenskaper',
  recognise: () => [],
}
