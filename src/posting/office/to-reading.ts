import {BadInput} from '../bad-input.ts'
import type {Reading} from '../reader.ts'
import {readComments} from '../waivers.ts'
import {linesOf, type Story} from './story.ts'

/** What a document says, as all readers give it. @throws BadInput when it says nothing */
export const toReading = ({text, parts, links, prompts = []}: Story): Reading => {
  const {masked, waivers} = readComments(text)
  if (masked.trim() === '') throw new BadInput('empty')
  return {
    source: text,
    lines: linesOf({text: masked, parts}),
    links: [...links],
    prompts,
    profile: {},
    waivers,
    unit: 'paragraph',
  }
}
