import type {Recogniser} from './types.ts'

export const søkerliste: Recogniser<'søkerliste'> = {
  name: 'søkerliste',
  recognise: () => [],
}
