import type {Recogniser} from './types.ts'

export const arbeidsgiver: Recogniser<'arbeidsgiver'> = {
  name: 'arbeidsgiver',
  recognise: () => [],
}
