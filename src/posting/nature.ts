import type {FieldName, Fields} from '../fields/types.ts'
import natureData from '../vocabulary/nature.yml'
import type {Posting} from './types.ts'

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

const anyOf = (expressions: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${expressions.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

const announces = anyOf(data.announces)
const serves = anyOf(data.serves)
const presents = anyOf(data.presents)

/** What kind of text a posting is, told by the fields found in it and by how it speaks. */
export const natureOf = (posting: Posting, fields: Fields): Nature => {
  const countOf = (names: readonly FieldName[]): number =>
    names.filter((name) => fields[name].length > 0).length
  const ofPosts = countOf(data.fieldsOfPosts)
  const announced = announces.test(posting.text)
  const needed = announced || ofPosts > 0 ? data.enough.sure : data.enough.unsure
  if (ofPosts + countOf(data.fieldsOfNotices) >= needed) return 'ad'
  if (serves.test(posting.text)) return 'other'
  return announced || presents.test(posting.text) ? 'teaser' : 'other'
}
