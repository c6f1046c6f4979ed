import type {Check} from '../../src/engine/types.ts'
import {applyByEmail} from '../../src/fields/apply-by-email.ts'
import {createPhraseFinder} from '../../src/language/search/phrase-finder.ts'
import data from '../../src/vocabulary/application-papers.yml'

const inserts = {
  nb: 'Slik behandler vi opplysningene dine: [lenke til personvernerklæringen]',
  nn: 'Slik behandlar vi opplysningane dine: [lenkje til personvernerklæringa]',
  en: 'How we handle your information: [link to the privacy notice]',
}

const noticesIn = createPhraseFinder((data as Record<'notices', string[]>).notices)

/** An employer who takes applications by e-mail has no portal that tells what happens to them. */
export const check: Check = ({analysis, fields, language}) => {
  const [application] = applyByEmail(fields)
  const isTold = analysis.sentences.some(({lower}) => noticesIn(lower).length > 0)
  return application && !isTold
    ? [{message: 'mangler', span: application.span, insert: inserts[language]}]
    : []
}
