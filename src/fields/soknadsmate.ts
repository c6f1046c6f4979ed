import type {Recogniser} from './types.ts'

export const søknadsmåte: Recogniser<'søknadsmåte'> = {
  name: 'søknadsmåte',
  recognise: () => [],
}
