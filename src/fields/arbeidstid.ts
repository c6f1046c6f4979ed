import type {Recogniser} from './types.ts'

export const arbeidstid: Recogniser<'arbeidstid'> = {
  name: 'arbeidstid',
  recognise: () => [],
}
