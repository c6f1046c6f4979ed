import type {Recogniser} from './types.ts'

export const antall: Recogniser<'antall'> = {
  name: 'antall',
  recognise: () => [],
}
