import type {Pack} from '../../src/engine/packs.ts'
import {sourceOf} from '../../src/engine/rules.ts'
import type {Rule} from '../../src/engine/types.ts'
import {type Paint, painter} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import {severitySymbols} from '../../src/report/symbols.ts'
import {translate} from '../../src/report/texts.ts'
import {columns, hanging, usableWidth, wrap} from '../../src/report/width.ts'
import type {Lang} from '../texts.ts'
import {appliesTo, packOf, packTitle, word} from './words.ts'

interface Row {
  rule: Rule
  id: string
  badge: string
  applies: string
  source: string
}

export interface Layout {
  lang: Lang
  width: number
  paint: Paint
}

/** Fewer columns than this beside the id and the severity, and each rule gets lines of its own. */
const narrowest = 32
const gap = 2

const rowOf = (rule: Rule, lang: Lang): Row => {
  const [first = '', ...others] = rule.sources.map((id) => safe(sourceOf(id).title))
  const severity = `${severitySymbols[rule.severity]} ${translate(lang, `severity.${rule.severity}`)}`
  return {
    rule,
    id: safe(rule.id),
    badge: rule.optional ? word(lang, 'list.off', {severity}) : severity,
    applies: safe(appliesTo(lang, rule.appliesTo)),
    source: others.length > 0 ? word(lang, 'more', {first, n: String(others.length)}) : first,
  }
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map(columns))

/** The cells of a row side by side, each wrapped in its width and painted afterwards. */
const beside = (
  cells: readonly {text: string; width: number; paint?: (text: string) => string}[],
): string[] => {
  const wrapped = cells.map(({text, width}) => wrap(text, width))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({length: height}, (_, i) => {
    const line = cells.map(({width, paint}, column) => {
      const text = wrapped[column]![i] ?? ''
      const padding = ' '.repeat(Math.max(0, width - columns(text)) + gap)
      return (text !== '' && paint ? paint(text) : text) + padding
    })
    return `  ${line.join('')}`.trimEnd()
  })
}

const wide = (rows: readonly Row[], widths: number[], paint: Paint): string[] =>
  rows.flatMap(({rule, id, badge, applies, source}) =>
    beside([
      {text: id, width: widths[0]!, paint: (text) => paint('strong', text)},
      {text: badge, width: widths[1]!, paint: (text) => paint(rule.severity, text)},
      {text: applies, width: widths[2]!},
      {text: source, width: widths[3]!},
    ]),
  )

const narrow = (rows: readonly Row[], {lang, width, paint}: Layout): string[] =>
  rows.flatMap(({rule, id, badge, applies, source}) => [
    `  ${paint('strong', id)}`,
    `    ${paint(rule.severity, badge)}`,
    ...hanging(`${word(lang, 'column.applies')}: `, applies, 4, width),
    ...hanging(`${word(lang, 'column.source')}: `, source, 4, width),
  ])

/** How wide the columns of the wide table are. */
const columnWidths = (rows: readonly Row[], heads: readonly string[], width: number): number[] => {
  const ids = widest([heads[0]!, ...rows.map(({id}) => id)])
  const badges = widest([heads[1]!, ...rows.map(({badge}) => badge)])
  const rest = width - ids - badges - 2 - 3 * gap
  const applies = widest([heads[2]!, ...rows.map(({applies}) => applies)])
  const third = Math.min(applies, Math.floor(rest * 0.4))
  return [ids, badges, third, rest - third]
}

interface Listing {
  width: number
  color: boolean
  /** The packs that are switched on here. */
  packs: readonly Pack[]
}

/** All rules in a table per pack, as wide as the terminal. */
export const ruleTable = (
  rules: readonly Rule[],
  lang: Lang,
  {color, packs, ...listing}: Listing,
): string => {
  const layout: Layout = {lang, width: usableWidth(listing.width), paint: painter(color)}
  const {width, paint} = layout
  const rows = rules.map((rule) => rowOf(rule, lang))
  const heads = ['rule', 'severity', 'applies', 'source'].map((name) => word(lang, `column.${name}`))
  const widths = columnWidths(rows, heads, width)
  const isWide = widths[2]! + widths[3]! >= narrowest
  const folders = [...new Set(rules.map(packOf))]
  const lines = folders.flatMap((folder) => {
    const own = rows.filter(({rule}) => packOf(rule) === folder)
    const titles = wrap([safe(folder), packTitle(lang, folder, packs)].join('  ').trimEnd(), width)
    return [
      ...titles.map((line) => paint('strong', line)),
      ...(isWide ? wide(own, widths, paint) : narrow(own, layout)),
      '',
    ]
  })
  const header = beside(
    heads.map((text, i) => ({text, width: widths[i]!, paint: (one) => paint('dim', one)})),
  )
  const closing = wrap(word(lang, 'list.closing', {n: String(rules.length)}), width)
  return [...(isWide ? header : []), ...lines, ...closing].map((line) => `${line}\n`).join('')
}
