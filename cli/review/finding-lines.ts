import {proposalsOf} from '../../src/draft/proposals.ts'
import {safe} from '../../src/report/safe.ts'
import {severitySymbols} from '../../src/report/symbols.ts'
import {translate} from '../../src/report/texts.ts'
import type {Finding} from '../../src/report/types.ts'
import type {Lang} from '../texts.ts'
import type {Checked} from './checker.ts'
import {sayReview} from './texts.ts'

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** All that there is to say of a finding, line by line: which it is, the message, its words, why, and where it is laid down. */
export const findingLines = (
  {rules}: Checked,
  finding: Finding,
  position: {n: number; all: number},
  lang: Lang,
): string[] => {
  const {severity, ruleId, message, place, actual, sources} = finding
  const say = (key: string, data: Record<string, string> = {}): string => sayReview(lang, key, data)
  const number = say('position', {n: String(position.n), all: String(position.all)})
  const where = place ? say('line', {n: String(place.start.line)}) : say('missing')
  const word = translate(lang, `severity.${severity}`)
  const texts = rules[ruleId]
  return [
    `\n${number}. ${severitySymbols[severity]} ${word}, ${safe(ruleId)}, ${where}.`,
    safe(onOneLine(message)),
    ...(actual === undefined ? [] : [say('linear.words', {words: onOneLine(actual)})]),
    ...(texts && proposalsOf(finding).length === 0 ? [say('linear.mend', {text: texts.mend})] : []),
    ...(texts ? [say('linear.why', {text: texts.why})] : []),
    ...sources.map(({title, url}) =>
      say('linear.source', {text: url === undefined ? title : `${title}, ${url}`}),
    ),
  ]
}
