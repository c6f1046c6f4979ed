import type {Recogniser} from './types.ts'

export const vilkår: Recogniser<'vilkår'> = {
  name: 'vilkår',
  recognise: () => [],
}
