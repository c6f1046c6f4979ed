import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import {lazily} from '../../src/vocabulary/pattern.ts'

/** Words that show a choice, a reason, or that the post is meant to be held beside something else. */
const explained = lazily(
  [
    '(?:kan|mulig|mogleg)[^.!?]{0,60}kombiner|kombiner[^.!?]{0,40}(?:stilling|jobb|studi|%)|slåast? saman|slås sammen|slå sammen|slåast saman|tilleggsstilling',
    '(?:mulighet|moglegheit|høve|sjanse)\\p{L}* (?:for|til) (?:\\p{L}+ ){0,3}(?:utvid|større|auk|økt|høyere|høgare|full|heil|hel|100|heiltid|heltid|fulltid)',
    '(?:kan|vil) (?:\\p{L}+ ){0,3}(?:utvid|økes|aukast|bli større)|større stilling|utvidast|utvides',
    'heltidskultur|heiltidskultur|ønsker du (?:større|full)|ønskjer du (?:større|full)',
    '(?:behov|deltid)\\p{L}* (?:\\p{L}+ ){0,6}(?:drøft|dokumentert)',
    'studentstilling|(?:deg som er|er du|for|passer|passar|som|søker|søkjer) (?:\\p{L}+ ){0,2}(?:student|skoleelev|skuleelev)|ved siden av (?:studie|skole|jobb)|ved sida av (?:studi|skule|jobb)',
    'økning i stilling|auke i stilling|hospit|frikjøp|bistilling|professor ii(?!\\p{L})|ii-stilling|hovedstilling|hovudstilling|combine',
  ].join('|'),
)
const isOfOthers = lazily('veiled|rettlei|undervis|praksisstudent')
const whole = /^(?:ca\.? ?)?100(?!\d)/
const learning = ['lærling', 'praksis', 'trainee', 'selvstendig næringsdrivende']
const brief = ['vikariat', 'sesong', 'tilkalling']

/** Part time, and posts without an extent: asks for the reason, which belongs in the case file. */
export const check: Check = (context) => {
  const {stillingsprosent, ansettelsesform} = context.fields
  const forms = ansettelsesform.map(({value}) => value.value)
  const none = stillingsprosent.find(({value}) => value.max === 0)
  if (none) return [{message: 'null-prosent', span: none.span}]
  if (stillingsprosent.length === 0) return onCall(context)
  const isPart = stillingsprosent.every(({value}) => value.max < 100) && !isWhole(context)
  if (!isPart || forms.some((form) => learning.includes(form)) || isExplained(context)) return []
  const isBrief = forms.length > 0 && forms.every((form) => brief.includes(form))
  return [{message: 'deltid', span: stillingsprosent[0]!.span, ...(isBrief && {advice: true as const})}]
}

/** "Stillingsprosent: 100 (50 % i skolen og 50 % i SFO)" is one whole post. */
const isWhole = ({posting: {pairs, text}}: RuleContext): boolean =>
  pairs.some(
    ({field, value}) => field === 'stillingsprosent' && whole.test(text.slice(value.start, value.end)),
  )

/** Those who hire people on call as one of their tasks are not on call themselves. */
const onCall = (context: RuleContext): Hit[] => {
  const {fields, analysis} = context
  const [form, ...others] = fields.ansettelsesform
  if (form?.value.value !== 'tilkalling' || others.length > 0 || isExplained(context)) return []
  const isTask = analysis.sentences.some(
    ({role, span}) => role === 'oppgave' && span.start <= form.span.start && form.span.start < span.end,
  )
  return isTask ? [] : [{message: 'tilkalling', span: form.span}]
}

const isExplained = ({analysis}: RuleContext): boolean =>
  analysis.sentences.some(({lower}) => explained().test(lower) && !isOfOthers().test(lower))
