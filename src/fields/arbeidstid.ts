import workingTimeData from '../vocabulary/working-time.yml'
import {type MentionData, mentionReader} from './grammar/mentions.ts'
import type {Recogniser} from './types.ts'

/** When the work is done: shifts, evenings and weekends, flexible hours, travel. */
export const arbeidstid: Recogniser<'arbeidstid'> = {
  name: 'arbeidstid',
  recognise: mentionReader('arbeidstid', workingTimeData as MentionData),
}
