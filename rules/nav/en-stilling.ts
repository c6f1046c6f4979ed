import type {Check} from '../../src/engine/types.ts'
import {readTitle} from '../../src/fields/grammar/job-titles.ts'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

/** So many titles that differ are posts of their own; two may be two names of one. */
const fewestOfCollection = 3

/** One ad is about one kind of post. */
export const check: Check = ({fields: {stillingstittel}}) => {
  const last = stillingstittel[fewestOfCollection - 1]
  if (last) {
    const liste = stillingstittel.map(({value}) => `«${value.value}»`).join(', ')
    return [{message: 'samling', span: last.span, data: {liste}}]
  }
  return stillingstittel
    .filter(({value}) => joinsPosts(value.value))
    .map(({value, span}) => ({message: 'to', span, data: {ord: value.value}}))
}

/** "sykepleiere og vernepleiere"; not "organist og kantor", which may be one post. */
const joinsPosts = (title: string): boolean => {
  const parts = inLowerCase(title).split(/ (?:og|samt|and) /u)
  return parts.length > 1 && parts.every(namesPosts)
}

const namesPosts = (part: string): boolean => {
  const title = readTitle(part, 0)
  return title?.isRole === true && title.isPlural
}
