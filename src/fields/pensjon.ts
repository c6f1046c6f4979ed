import pensionData from '../vocabulary/pension.yml'
import {type MentionData, mentionReader} from './grammar/mentions.ts'
import type {Recogniser} from './types.ts'

/** The pension scheme that is offered. */
export const pensjon: Recogniser<'pensjon'> = {
  name: 'pensjon',
  recognise: mentionReader('pensjon', pensionData as MentionData),
}
