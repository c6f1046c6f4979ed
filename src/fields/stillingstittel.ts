import type {Recogniser} from './types.ts'

export const stillingstittel: Recogniser<'stillingstittel'> = {
  name: 'stillingstittel',
  recognise: () => [],
}
