import type {Check, ExpressionHit, RuleContext} from '../../src/engine/types.ts'

/** The rules on who is wanted, and on demands that shut people out without a reason. All weigh more than advice. */
const contradicting = [
  'inkludering/alder',
  'inkludering/etnisitet',
  'inkludering/familie',
  'inkludering/helse',
  'inkludering/kjonn',
  'inkludering/kjonnet-tittel',
  'inkludering/omtale-av-kjonn',
  'inkludering/orientering',
  'inkludering/tro',
  'inkludering/ubrutt-cv',
  'inkludering/utseende',
  'lov/norskkrav',
  'lov/statsborgerskap',
]

/** Sentences whose words are another's, or say nothing of who may have the job. */
const leftOut = ['sitat', 'mangfoldserklæring', 'søkerliste', 'oppgave', 'kontakt']

/** A rule to which a wish is advice. */
const lenientOnWishes = 'lov/norskkrav'

const longestList = 4

/** A diversity statement that the rest of the ad undoes. */
export const check: Check = (context) => {
  const [statement] = context.fields.mangfoldserklæring
  if (!statement) return []
  const words = new Set(contradicting.flatMap((ruleId) => wordsOf(ruleId, context)))
  if (words.size === 0) return []
  const liste = [...words].slice(0, longestList).join(', ')
  return [{message: 'funn', span: statement.span, data: {liste}}]
}

const wordsOf = (ruleId: string, {expressions}: RuleContext): string[] =>
  expressions(ruleId)
    .filter(isGrave)
    .map(({actual}) => `«${actual.replace(/\s+/gu, ' ')}»`)

const isGrave = ({ruleId, severity, reason, roles, sentence: {role}}: ExpressionHit): boolean =>
  severity !== 'info' &&
  reason === undefined &&
  !(ruleId === lenientOnWishes && role === 'ønske') &&
  (roles?.includes(role) ?? !leftOut.includes(role))
