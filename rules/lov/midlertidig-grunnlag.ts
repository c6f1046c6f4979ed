import type {Check, Hit, RuleContext} from '../../src/engine/types.ts'
import type {Sentence} from '../../src/language/types.ts'
import type {Span} from '../../src/posting/types.ts'
import {lazily, wholeWord} from '../../src/vocabulary/pattern.ts'

/** The forms that tell no reason; a substitute, a project or a season does. */
const unexplained = ['midlertidig', 'engasjement']
const basis = lazily(
  [
    'vikar|permisjon|prosjekt(?!led|leiar|leiing|styr|arbeid|verktøy|metod|økonomi|kompetanse)|project|sesong|season|praksis(?:plass|stilling|arbeid)|lærling|trainee|arbeidsmarkedstiltak|arbeidsmarknadstiltak|tiltaksplass|lønnstilskudd|lønstilskot',
    '§ ?14-9|statsansatteloven|statsansattelova|universitets-? ?og høy?g?skolelov|opplæringslov|valgperiode|valperiode|midlertidig karakter|mellombels karakter',
    'stipendiat|doktorgrad|ph\\.? ?d|doctoral|postdoktor|postdoc|forskerstilling|spesialistutdann|spesialisering|turnuslege|utdanningsstilling|(?<!\\p{L})lis\\d?(?!\\p{L})',
    'foreldrepenge|sykmeld|sjukmeld|leave|sommerjobb|sommarjobb|sommervikar|ferieavvikl|jul(?:e|a)?handel|eksternt finansiert|finansier|midler fra|midlar frå|tilskudd|tilskot',
    '(?:ingen|ikke|ikkje|manglar|mangler) (?:\\p{L}+ ){0,4}(?:kvalifisert|formell|kompetansekrav|godkjent|godkjend)|oppfyller ikke|oppfyller ikkje|oppfyl ikkje|dispensasjon',
    'arbeidstopp|ekstraordinær|avgrensa oppdrag|avgrenset oppdrag|konstituer|i påvente av (?:\\p{L}+ ){0,2}(?:omorganisering|ansettelse|tilsetting|tilsetjing|utlysning|utlysing)',
  ].join('|'),
)
const weak = lazily(
  wholeWord(
    'på prøve|som en prøveordning|usikker (?:økonomi|økonomisk situasjon)|(?:i )?påvente av (?:\\p{L}+ ){0,2}budsjett\\p{L}*|av (?:økonomiske|budsjettmessige) (?:årsaker|grunner|grunnar|årsaker)',
  ),
)
const year = '(?:12|tolv) (?:måneder|månader|mnd)|(?:et|ett|eit|eitt|1) år'
const oneYear = lazily(
  `(?<![\\p{L}\\d,.])(?:${year})(?!s? erfaring|s? røynsle|s? relevant|s? praksis|\\p{L})|(?<!\\d)(?:12|tolv) ?(?:måneders|månaders)|(?:ettårig|eittårig|1-årig|årsengasjement)`,
)
const duration = lazily(
  [
    'varighet|varigheit|(?<!\\p{L})(?:til og med|t\\.?o\\.?m|frem til|fram til|ut (?:året|skoleåret|skuleåret|(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)))',
    '\\d{1,2} ?(?:måneder|månader|mnd|års?(?!\\p{L})|years?|months?)|(?:to|tre|fire|fem|seks|sju|åtte|ni|ti|two|three|four|five|six)[ -]?(?:måneder|månader|mnd|år(?:s|ig|ige)?|years?|months?)(?!\\p{L})',
    '(?:\\d{4}|\\d\\.\\d{1,2}\\.(?:\\d{2})?) ?(?:-|–|til) ?\\d|(?:-|–|til) (?:\\d{1,2}\\.? ?)(?:\\d{1,2}\\.|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)|skoleåret|skuleåret|until|duration|fixed-term period',
  ].join('|'),
)

/** A temporary post whose ad tells neither why nor for how long, or gives a reason that the law does not know. */
export const check: Check = ({fields, analysis: {sentences}}: RuleContext): Hit[] => {
  const forms = fields.ansettelsesform
  const [form] = forms
  if (!form || !forms.every(({value}) => unexplained.includes(value.value))) return []
  if (sentences.some((sentence) => !isOfApplicant(sentence) && basis().test(sentence.lower))) return []
  const near = sentences.filter((sentence) => isOfPost(sentence, form.span))
  const excuse = firstMatch(near, weak())
  if (excuse) return [{message: 'svak-grunn', ...excuse}]
  if (near.some(({lower}) => oneYear().test(lower))) return [{message: 'tolv-maneder', span: form.span}]
  return near.some(({lower}) => duration().test(lower)) ? [] : [{message: 'mangler', span: form.span}]
}

const isOfApplicant = ({sections}: Sentence): boolean =>
  sections.includes('kvalifikasjoner') || sections.includes('egenskaper')

const ofPost = lazily(
  'stilling|engasjement|ansett|ansatt|tilset|tilsett|varig|periode|position|employ|contract',
)
const isNotice = lazily('frist|deadline|prøvetid')

/** The sentence that names the form, and those that may tell more of the employment. */
const isOfPost = ({lower, span}: Sentence, form: Span): boolean =>
  (span.start <= form.start && form.start < span.end) || (ofPost().test(lower) && !isNotice().test(lower))

const firstMatch = (
  sentences: readonly Sentence[],
  pattern: RegExp,
): Pick<Hit, 'span' | 'data'> | undefined => {
  for (const {lower, text, span} of sentences) {
    const match = pattern.exec(lower)
    if (!match) continue
    const start = span.start + match.index
    const end = start + match[0].length
    return {span: {start, end}, data: {ord: text.slice(match.index, match.index + match[0].length)}}
  }
  return
}
