import type {Recogniser} from './types.ts'

export const pensjon: Recogniser<'pensjon'> = {
  name: 'pensjon',
  recognise: () => [],
}
