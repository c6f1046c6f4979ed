import type {Check} from '../../src/engine/types.ts'
import {inLowerCase} from '../../src/vocabulary/pattern.ts'

/** Health personnel may be self-employed, with an agreement with a public body. */
const ofHealth =
  /driftsavtale|driftstilsk|fastlege|legehjemmel|legeheimel|fysioterap|psykolog|tannlege|jordmor|kiropraktor/

/** The post is an assignment for a person who is not employed. */
export const check: Check = ({fields: {ansettelsesform}, posting}) => {
  const assignment = ansettelsesform.find(({value}) => value.value === 'selvstendig næringsdrivende')
  if (!assignment || ofHealth.test(inLowerCase(posting.text))) return []
  const {span} = assignment
  return [{message: 'oppdrag', span, data: {ord: posting.words(span)}}]
}
