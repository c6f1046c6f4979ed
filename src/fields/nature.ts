import type {Posting} from '../posting/types.ts'
import natureData from '../vocabulary/nature.yml'
import {inLowerCase, lazily, wholeWord} from '../vocabulary/pattern.ts'
import type {FieldName, Fields} from './types.ts'

/**
 * - `ad`: a job ad
 * - `teaser`: announces a post or presents an employer, but the ad itself is elsewhere (an image, a link)
 * - `other`: something else, such as a page of career guidance
 */
export type Nature = 'ad' | 'teaser' | 'other'

interface NatureData {
  fieldsOfPosts: FieldName[]
  fieldsOfNotices: FieldName[]
  enough: {sure: number; unsure: number}
  announces: string[]
  serves: string[]
  presents: string[]
}

const data = natureData as NatureData

const anyOf = (expressions: readonly string[]): (() => RegExp) => lazily(wholeWord(expressions.join('|')))

const announces = anyOf(data.announces)
const serves = anyOf(data.serves)
const presents = anyOf(data.presents)

/** What kind of text a posting is, told by the fields found in it and by how it speaks. */
export const natureOf = (posting: Posting, fields: Fields): Nature => {
  const countOf = (names: readonly FieldName[]): number =>
    names.filter((name) => fields[name].length > 0).length
  const ofPosts = countOf(data.fieldsOfPosts)
  const found = ofPosts + countOf(data.fieldsOfNotices)
  const {sure, unsure} = data.enough
  if (found >= unsure || (ofPosts > 0 && found >= sure)) return 'ad'
  const text = inLowerCase(posting.text)
  const announced = announces().test(text)
  if (announced && found >= sure) return 'ad'
  if (serves().test(text)) return 'other'
  return announced || presents().test(text) ? 'teaser' : 'other'
}
