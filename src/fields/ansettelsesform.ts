import type {Recogniser} from './types.ts'

export const ansettelsesform: Recogniser<'ansettelsesform'> = {
  name: 'ansettelsesform',
  recognise: () => [],
}
