import {inLowerCase} from '../vocabulary/pattern.ts'
import workingTimeData from '../vocabulary/working-time.yml'
import {expressions} from './grammar/expressions.ts'
import {type MentionData, mentionReader} from './grammar/mentions.ts'
import type {Recogniser} from './types.ts'

const {inconvenient, unsure, extent, ...mentions} = workingTimeData as MentionData &
  Record<'inconvenient' | 'unsure' | 'extent', string[]>
const read = mentionReader('arbeidstid', mentions)
const isInconvenient = expressions(inconvenient).test
const isUnsure = expressions(unsure).test
const hasExtent = expressions(extent).test

/** When the work is done: shifts, evenings and weekends, flexible hours, travel; vague when it may be so at times. */
export const arbeidstid: Recogniser<'arbeidstid'> = {
  name: 'arbeidstid',
  recognise: (posting) =>
    read(posting).map(({value, span}) => ({
      value: {...value, ...(isVague(inLowerCase(value.value)) && {vag: true})},
      span,
    })),
}

const isVague = (words: string): boolean => isInconvenient(words) && isUnsure(words) && !hasExtent(words)
