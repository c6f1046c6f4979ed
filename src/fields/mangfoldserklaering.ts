import type {Recogniser} from './types.ts'

export const mangfoldserklæring: Recogniser<'mangfoldserklæring'> = {
  name: 'mangfoldserklæring',
  recognise: () => [],
}
