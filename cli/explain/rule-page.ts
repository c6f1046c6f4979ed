import {examplesOf} from '../../src/engine/documented.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {sourceOf} from '../../src/engine/rules.ts'
import type {Example, ExpressionRule, Rule, Severity} from '../../src/engine/types.ts'
import {safe} from '../../src/report/safe.ts'
import {severitySymbols} from '../../src/report/symbols.ts'
import {formatDate, translate} from '../../src/report/texts.ts'
import {conditionClause, listOf, severityWord, word} from '../rules/words.ts'
import type {Lang} from '../texts.ts'
import {entryLines, someExpressions} from './entries.ts'
import {address, bullet, code, example, type Layout, pageOf, prose, section, showsMarks} from './page.ts'

export const badge = (severity: Severity, {lang, paint}: Layout): string =>
  paint(severity, `${severitySymbols[severity]} ${translate(lang, `severity.${severity}`)}`)

/** All that there is to say of a rule. */
export const rulePage = (
  rule: Rule,
  layout: Layout,
  {allEntries, pack, packs}: {allEntries: boolean; pack: Pack | undefined; packs: readonly Pack[]},
): string => {
  const {lang, paint} = layout
  const {triggers, silent} = examplesOf(rule)
  const heading = (name: string): string => word(lang, `page.${name}`)
  return pageOf([
    `${paint('strong', safe(rule.id))}  ${badge(rule.severity, layout)}`,
    safe(rule.title[lang]),
    '',
    ...section(layout, heading('why'), prose(layout, rule.why[lang])),
    ...section(layout, heading('says'), messageLines(rule, layout)),
    ...section(layout, heading('mend'), prose(layout, rule.mend[lang])),
    ...section(layout, heading('applies'), [
      ...(pack ? prose(layout, word(lang, 'applies.pack', {pack: pack.title[lang]})) : []),
      ...appliesLines(rule, layout, pack),
    ]),
    ...section(layout, heading('sources'), [
      ...clauseLines(rule, layout, pack && !packs.includes(pack) ? [...packs, pack] : packs),
      ...sourceLines(rule, layout),
    ]),
    ...section(layout, heading('options'), optionLines(rule, layout)),
    ...section(layout, heading('expressions'), expressionLines(rule, layout, allEntries)),
    ...section(layout, heading('triggers'), [
      ...(hasMarks(triggers) && !showsMarks(layout) ? prose(layout, word(lang, 'examples.marks')) : []),
      ...exampleLines(triggers, layout),
    ]),
    ...section(layout, heading('silent'), exampleLines(silent, layout, usualEncoding(triggers))),
    ...section(layout, heading('turnOff'), turnOffLines(rule, layout)),
  ])
}

/** A message without its data: what is filled in is told by dots. */
const messageLines = (rule: Rule, layout: Layout): string[] =>
  Object.entries(rule.messages).flatMap(([id, text]) => {
    const severity = rule.messageSeverity?.[id] ?? (id === 'begrunnet' ? 'info' : undefined)
    const label = severity ? `${translate(layout.lang, `severity.${severity}`)}: ` : ''
    return bullet(layout, label + text[layout.lang].replace(/\{\p{L}+\}(?:\.(?=\s|$))?/gu, '…'))
  })

const appliesLines = (rule: Rule, layout: Layout, pack: Pack | undefined): string[] => {
  const {lang} = layout
  const bound = pack?.employer?.names ?? []
  const anyone =
    bound.length > 0
      ? word(lang, 'applies.bound', {names: listOf(lang, 'and', bound)})
      : word(lang, 'applies.everyone')
  const whom = rule.appliesTo
    ? word(lang, 'applies.when', {condition: conditionClause(lang, rule.appliesTo)})
    : anyone
  const severities = [
    word(lang, 'applies.severity', {severity: severityWord(lang, rule.severity)}),
    ...(rule.severityWhen ?? []).map(({profile, severity}) =>
      word(lang, 'applies.severityWhen', {
        condition: conditionClause(lang, profile),
        severity: severityWord(lang, severity),
      }),
    ),
    ...(rule.raisedFrom
      ? [
          word(lang, 'applies.raisedFrom', {
            option: rule.raisedFrom.option,
            severity: severityWord(lang, rule.raisedFrom.severity),
          }),
        ]
      : []),
  ]
  return [
    rule.everyText ? `${whom} ${word(lang, 'applies.everyText')}` : whom,
    severities.join(' '),
    ...(rule.optional ? [word(lang, 'applies.optional')] : []),
  ].flatMap((text) => prose(layout, text))
}

/** The clauses that give reason for the rule, of its own pack and of those that are switched on. */
const clauseLines = (rule: Rule, layout: Layout, packs: readonly Pack[]): string[] =>
  packs.flatMap(({title, clauses = []}) =>
    clauses
      .filter(({rules}) => rules?.includes(rule.id))
      .flatMap(({heading, text}) =>
        bullet(layout, `${title[layout.lang]}, «${heading}»: ${text[layout.lang]}`),
      ),
  )

const sourceLines = (rule: Rule, layout: Layout): string[] =>
  rule.sources.flatMap((id) => {
    const {title, url, status, version} = sourceOf(id)
    const {lang} = layout
    const mark = word(lang, `status.${status}`)
    return [
      ...bullet(layout, word(lang, 'withMark', {title, mark})),
      ...(url ? [address(layout, url)] : []),
      ...(version ? prose(layout, word(lang, 'source.version', {date: formatDate(version, lang)}), 4) : []),
    ]
  })

const optionLines = (rule: Rule, layout: Layout): string[] => {
  const {lang} = layout
  const options = Object.entries(rule.options ?? {})
  if (options.length === 0) return []
  return [
    ...options.flatMap(([name, {default: value, description}]) =>
      bullet(
        layout,
        word(lang, 'option', {
          name,
          value: value === null ? word(lang, 'option.none') : valueText(value),
          description: description[lang],
        }),
      ),
    ),
    ...prose(layout, word(lang, 'option.how')),
    ...code(layout, [
      'regler:',
      `  ${rule.id}: [${severityWord('nb', rule.severity)}, {${options.map(([name, schema]) => `${name}: ${flow(schema)}`).join(', ')}}]`,
    ]),
  ]
}

const valueText = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

/** A value as the configuration writes it; of a long list the beginning. */
const flow = ({default: value, format}: {default: unknown; [keyword: string]: unknown}): string => {
  if (value === null && format === 'date') return 'ÅÅÅÅ-MM-DD'
  return Array.isArray(value) ? `[${value.slice(0, 2).join(', ')}]` : String(value)
}

const expressionLines = (rule: Rule, layout: Layout, allEntries: boolean): string[] => {
  if (rule.kind !== 'uttrykk') return []
  const {lang} = layout
  return [
    ...prose(layout, countOf(rule, lang)),
    ...(allEntries ? entryLines(rule, layout) : prose(layout, word(lang, 'entries.more', {rule: rule.id}))),
  ]
}

const countOf = ({entries}: ExpressionRule, lang: Lang): string => {
  const used = entries.filter(({status}) => status !== 'keep')
  const list = someExpressions(used, lang).map((text) => translate(lang, 'quote', {text}))
  const count = word(lang, 'entries.count', {n: String(used.length)})
  return list.length === 0
    ? count
    : `${count} ${word(lang, 'entries.such', {list: listOf(lang, 'and', list)})}`
}

const hasMarks = (examples: readonly Example[]): boolean => examples.some(({text}) => text.includes('[['))

const exampleLines = (examples: readonly Example[], layout: Layout, encoding?: string): string[] =>
  examples.flatMap((one) => {
    const circumstances = circumstancesOf({...(encoding && {encoding}), ...one}, layout.lang)
    return [
      ...example(layout, one.text),
      ...(circumstances === ''
        ? []
        : prose(layout, `(${circumstances})`, 4).map((line) => layout.paint('dim', line))),
    ]
  })

/** Where the encoding is what counts, it is told of each example. */
const usualEncoding = (triggers: readonly Example[]): string | undefined =>
  triggers.some(({encoding}) => encoding) ? 'UTF-8' : undefined

/** What else decides whether an example is found. */
const circumstancesOf = (
  {profile, options, today, waivers, encoding}: Omit<Example, 'encoding'> & {encoding?: string},
  lang: Lang,
): string =>
  [
    ...(encoding ? [word(lang, 'example.encoding', {encoding})] : []),
    ...Object.entries(profile ?? {}).map(([key, value]) => `${key}: ${value}`),
    ...Object.entries(options ?? {}).map(([name, value]) => `${name}: ${valueText(value)}`),
    ...(today ? [word(lang, 'example.today', {date: formatDate(today, lang)})] : []),
    ...(waivers ?? []).map(({ruleId, reason, until}) =>
      [`unntak: {regel: ${ruleId}, begrunnelse: ${reason}`, ...(until ? [`til: ${until}`] : [])]
        .join(', ')
        .concat('}'),
    ),
  ].join(', ')

const turnOffLines = (rule: Rule, layout: Layout): string[] => {
  const {lang} = layout
  const reason = word(lang, 'waive.reason')
  const setting = rule.optional ? severityWord('nb', rule.severity) : 'av'
  return [
    ...prose(layout, word(lang, rule.optional ? 'on.how' : 'off.how')),
    ...code(layout, ['regler:', `  ${rule.id}: ${setting}`]),
    // What is wrong with a waiver cannot itself be waived.
    ...(rule.kind === 'unntak'
      ? []
      : [
          ...prose(layout, word(lang, 'waive.how')),
          ...code(layout, [`<!-- utlys-ignorer ${rule.id}: ${reason} -->`]),
          ...prose(layout, word(lang, 'waive.files')),
          ...code(layout, [
            'unntak:',
            `  - regel: ${rule.id}`,
            '    fil: "stillinger/**"',
            `    begrunnelse: ${reason}`,
          ]),
        ]),
  ]
}
