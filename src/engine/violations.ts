import type {ErrorObject} from 'ajv'
import validate from '../../schemas/posting.schema.json?validator'
import type {Fields} from '../fields/types.ts'
import type {Profile, Violation} from './types.ts'

/**
 * What `schemas/posting.schema.json` has against the fields of an ad. The subschema that fails names the
 * message by its keyword `melding`; a required field that is absent has the message `mangler`.
 *
 * @param portal fields that the recruitment portal carries and that the text may lack
 */
export const violationsOf = (fields: Fields, profile: Profile, portal: readonly string[]): Violation[] => {
  const profil = Object.fromEntries(Object.entries(profile).map(([key, {value}]) => [key, value]))
  const felt = Object.fromEntries(
    Object.entries(fields)
      .filter(([, occurrences]) => occurrences.length > 0)
      .map(([name, occurrences]) => [name, occurrences.map(({value}) => value)]),
  )
  validate({profil, felt})
  const violations = (validate.errors ?? []).flatMap(toViolation)
  return unique(violations).filter(({field, message}) => message !== 'mangler' || !portal.includes(field))
}

const toViolation = (error: ErrorObject): Violation[] => {
  const [, root, field, index] = error.instancePath.split('/')
  if (error.keyword === 'required' && root === 'felt' && field === undefined) {
    return [{field: String(error.params.missingProperty), message: 'mangler'}]
  }
  const message = error.parentSchema?.melding
  if (typeof message !== 'string' || field === undefined) return []
  return [{field, message, ...(index !== undefined && {index: Number(index)})}]
}

const unique = (violations: readonly Violation[]): Violation[] => [
  ...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values(),
]
