import type {Recogniser} from './types.ts'

export const kontakt: Recogniser<'kontakt'> = {
  name: 'kontakt',
  recognise: () => [],
}
