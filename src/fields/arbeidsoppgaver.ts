import {sectionReader} from './grammar/section.ts'
import type {Recogniser} from './types.ts'

export const arbeidsoppgaver: Recogniser<'arbeidsoppgaver'> = {
  name: 'arbeidsoppgaver',
  recognise: sectionReader('arbeidsoppgaver'),
}
