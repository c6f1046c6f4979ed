import {fillText} from '../../src/engine/message.ts'
import type {Obstacle} from '../../src/engine/obstacles.ts'
import {passedOver} from '../../src/engine/passed-over.ts'
import type {Rule} from '../../src/engine/types.ts'
import {nameOf} from '../../src/report/naming.ts'
import {safe} from '../../src/report/safe.ts'
import {fieldLabel} from '../../src/report/texts.ts'
import {cutEnd} from '../../src/report/width.ts'
import {conditionClause, packName, profileKey, severityWord, word} from '../rules/words.ts'
import type {Ad} from './ad.ts'
import {findingLines} from './finding.ts'
import {type Layout, pageOf, prose} from './page.ts'
import {badge} from './rule-page.ts'

const longestWords = 60

/** What a rule makes of an ad: its findings, or why it is silent. */
export const verdictPage = (ad: Ad, rule: Rule, layout: Layout): string => {
  const {lang, paint} = layout
  const found = ad.report.findings.filter(({ruleId}) => ruleId === rule.id)
  const obstacles = ad.obstaclesTo(rule)
  const reasons =
    obstacles.length > 0
      ? [word(lang, 'silent.notRun'), ...obstacles.flatMap((one) => obstacleTexts(one, rule, ad))]
      : [word(lang, 'silent.ran'), ...factTexts(rule, ad), ...passedOverTexts(rule, ad)]
  return pageOf([
    paint('strong', nameOf({path: ad.report.path}, lang)),
    '',
    ...(found.length > 0
      ? findingLines(found, ad, layout)
      : [
          `${badge(rule.severity, layout)}  ${paint('strong', safe(rule.id))}  ${safe(rule.title[lang])}`,
          ...reasons.flatMap((text) => prose(layout, text)),
          ...prose(layout, word(lang, 'finding.more', {rule: rule.id})),
        ]),
  ])
}

const obstacleTexts = (obstacle: Obstacle, rule: Rule, {lang, config = ''}: Ad): string[] => {
  switch (obstacle.kind) {
    case 'pack':
      return [word(lang, 'silent.pack', {pack: obstacle.packId, name: packName(obstacle.packId)})]
    case 'unbound':
      return [
        word(lang, 'silent.unbound', {
          pack: obstacle.pack.title[lang],
          employer: obstacle.unbound.employer,
        }),
      ]
    case 'off':
      return [word(lang, 'silent.off', {path: config})]
    case 'optional':
      return [word(lang, 'silent.optional', {rule: rule.id, severity: severityWord('nb', rule.severity)})]
    case 'nature':
      return [word(lang, `silent.nature.${obstacle.nature}`)]
    case 'profile':
      return profileTexts(obstacle, lang)
  }
}

const profileTexts = (
  {key: name, wanted, entry}: Extract<Obstacle, {kind: 'profile'}>,
  lang: Ad['lang'],
): string[] => {
  const key = profileKey(lang, name)
  const [value = ''] = wanted
  return [
    word(lang, 'applies.when', {condition: conditionClause(lang, {[name]: wanted})}),
    entryText(key, entry, lang),
    word(lang, 'silent.profileChange', {key: name, value}),
  ]
}

const entryText = (
  key: string,
  entry: Extract<Obstacle, {kind: 'profile'}>['entry'],
  lang: Ad['lang'],
): string => {
  if (!entry || entry.value === 'ukjent') return word(lang, 'silent.profileUnknown', {key})
  const {value, inferred, why} = entry
  if (!inferred) return word(lang, 'silent.profileGiven', {key, value})
  return why
    ? word(lang, 'silent.profileInferred', {key, value, why: fillText(why.text, lang, why.data)})
    : word(lang, 'silent.profileAssumed', {key, value})
}

/** The words that the rule looks for and that are no finding here. */
const passedOverTexts = (rule: Rule, {context, lang}: Ad): string[] => {
  if (rule.kind !== 'uttrykk') return []
  return passedOver(rule, context).map(({span, role}) => {
    const {posting} = context
    const data = {
      line: String(posting.place(span).start.line),
      text: cutEnd(posting.words(span).replace(/\s+/g, ' '), longestWords),
    }
    return role === undefined
      ? word(lang, 'silent.around', data)
      : word(lang, 'silent.role', {...data, role: word(lang, `role.${role}`)})
  })
}

/** What the ad, or the portal, has that the rule asks for. */
const factTexts = (rule: Rule, {report, lang}: Ad): string[] => {
  const name = 'field' in rule ? rule.field : undefined
  if (name === undefined) return []
  const field = fieldLabel(lang, name).toLowerCase()
  const places = (report.fields[name] ?? []).map(({text, place}) =>
    word(lang, 'silent.place', {
      line: String(place.start.line),
      text: cutEnd(text.replace(/\s+/g, ' '), longestWords),
    }),
  )
  if (places.length > 0) return [word(lang, 'silent.field', {field, list: places.join(', ')})]
  return report.portal.includes(name) ? [word(lang, 'silent.portal', {field})] : []
}
