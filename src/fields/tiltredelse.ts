import type {Recogniser} from './types.ts'

export const tiltredelse: Recogniser<'tiltredelse'> = {
  name: 'tiltredelse',
  recognise: () => [],
}
