import {sectionReader} from './grammar/section.ts'
import type {Recogniser} from './types.ts'

export const vilkår: Recogniser<'vilkår'> = {
  name: 'vilkår',
  recognise: sectionReader('vilkår'),
}
