import type {Check} from '../../src/engine/types.ts'
import {applyByEmail} from '../../src/fields/apply-by-email.ts'
import {phraseFinders} from '../../src/language/search/phrase-finder.ts'
import lists from '../../src/vocabulary/application-papers.yml?phrases'

const inserts = {
  nb: 'Slik behandler vi opplysningene dine: [lenke til personvernerklæringen]',
  nn: 'Slik behandlar vi opplysningane dine: [lenkje til personvernerklæringa]',
  en: 'How we handle your information: [link to the privacy notice]',
}

const find = phraseFinders<'notices'>(lists)

/** An employer who takes applications by e-mail has no portal that tells what happens to them. */
export const check: Check = ({analysis, fields, language}) => {
  const [application] = applyByEmail(fields)
  const isTold = analysis.sentences.some(({words}) => find.notices(words).length > 0)
  return application && !isTold
    ? [{message: 'mangler', span: application.span, insert: inserts[language]}]
    : []
}
