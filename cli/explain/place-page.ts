import type {Place} from '../../src/posting/types.ts'
import {nameOf} from '../../src/report/naming.ts'
import type {FileReport} from '../../src/report/types.ts'
import {Problem} from '../problem.ts'
import {word} from '../rules/words.ts'
import type {Ad} from './ad.ts'
import {findingLines} from './finding.ts'
import {type Layout, pageOf, prose} from './page.ts'

export interface Spot {
  line: number
  column?: number
}

/** Why a line of an ad, or a place in it, is flagged. @throws Problem for a line that the file has not */
export const placePage = (ad: Ad, spot: Spot, layout: Layout): string => {
  const {report, source} = ad
  const last = source.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length
  if (spot.line > last) {
    throw new Problem(`explain.${report.unit ?? 'line'}`, {
      path: report.path,
      line: String(spot.line),
      last: String(last),
    })
  }
  const here = report.findings.filter(({place}) => place && holds(place, spot))
  const position = [spot.line, spot.column].filter((part) => part !== undefined).join(':')
  return pageOf([
    layout.paint('strong', `${nameOf({path: report.path}, layout.lang)}:${position}`),
    '',
    ...findingLines(here, ad, layout),
    ...(here.length > 0 ? [] : elsewhere(report, spot, layout)),
  ])
}

const holds = ({start, end}: Place, {line, column}: Spot): boolean => {
  if (line < start.line || line > end.line) return false
  if (column === undefined) return true
  return !(line === start.line && column < start.column) && !(line === end.line && column >= end.column)
}

/** Nothing is found here; where something is. */
const elsewhere = ({findings, unit}: FileReport, {line, column}: Spot, layout: Layout): string[] => {
  const {lang} = layout
  const inUnit = (key: string): string => (unit ? `${key}.${unit}` : key)
  const none =
    column === undefined
      ? word(lang, inUnit('line.none'), {line: String(line)})
      : word(lang, inUnit('line.noneAt'), {line: String(line), column: String(column)})
  const places = findings.flatMap(({place}) => (place ? `${place.start.line}:${place.start.column}` : []))
  const nowhere = findings.filter(({place}) => !place).map(({ruleId}) => ruleId)
  const listed = (key: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : [word(lang, key, {list: [...new Set(texts)].join(', ')})]
  return [
    none,
    ...(findings.length === 0 ? [word(lang, 'line.clean')] : []),
    ...listed('line.others', places),
    ...listed(inUnit('line.nowhere'), nowhere),
  ].flatMap((text) => prose(layout, text))
}
