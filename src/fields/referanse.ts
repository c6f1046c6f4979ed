import type {Recogniser} from './types.ts'

export const referanse: Recogniser<'referanse'> = {
  name: 'referanse',
  recognise: () => [],
}
