import type {Recogniser} from './types.ts'

export const stillingsprosent: Recogniser<'stillingsprosent'> = {
  name: 'stillingsprosent',
  recognise: () => [],
}
