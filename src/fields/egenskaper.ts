import {sectionReader} from './grammar/section.ts'
import type {Recogniser} from './types.ts'

export const egenskaper: Recogniser<'egenskaper'> = {
  name: 'egenskaper',
  recognise: sectionReader('egenskaper'),
}
