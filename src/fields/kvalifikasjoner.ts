import {sectionReader} from './grammar/section.ts'
import type {Recogniser} from './types.ts'

export const kvalifikasjoner: Recogniser<'kvalifikasjoner'> = {
  name: 'kvalifikasjoner',
  recognise: sectionReader('kvalifikasjoner'),
}
