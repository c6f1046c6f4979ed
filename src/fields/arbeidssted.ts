import type {Recogniser} from './types.ts'

export const arbeidssted: Recogniser<'arbeidssted'> = {
  name: 'arbeidssted',
  recognise: () => [],
}
