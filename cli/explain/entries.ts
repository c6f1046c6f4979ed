import type {ExpressionRule, LexiconEntry} from '../../src/engine/types.ts'
import {safe} from '../../src/report/safe.ts'
import {languageName, translate} from '../../src/report/texts.ts'
import {hanging} from '../../src/report/width.ts'
import {word} from '../rules/words.ts'
import type {Lang} from '../texts.ts'
import {type Layout, prose} from './page.ts'

const examplesShown = 6
const signs = /[[\]*#~<|]/

/** Expressions that are plain words, each of another entry. */
export const someExpressions = (entries: readonly LexiconEntry[], lang: Lang): string[] =>
  entries
    .flatMap((entry) => [...(entry[lang] ?? []), ...entry.nb].find((text) => !signs.test(text)) ?? [])
    .slice(0, examplesShown)

/** All entries of a rule with their expressions, replacements and exceptions. */
export const entryLines = ({entries}: ExpressionRule, layout: Layout): string[] => {
  const {lang} = layout
  const kept = entries.filter(({status}) => status === 'keep')
  return [
    ...prose(layout, word(lang, 'entries.signs')),
    ...entries.filter(({status}) => status !== 'keep').flatMap((entry) => linesOf(entry, layout)),
    ...(kept.length > 0 ? ['', `  ${word(lang, 'entries.kept')}`] : []),
    ...kept.flatMap((entry) => linesOf(entry, layout)),
  ]
}

const linesOf = (entry: LexiconEntry, {lang, width, paint}: Layout): string[] => {
  const {id, severity, except = []} = entry
  const replacements = [...(entry.to_nb ?? []), ...(entry.to_nn ?? []), ...(entry.to_en ?? [])]
  const list = (label: string, texts: readonly string[] = []): string[] =>
    texts.length === 0 ? [] : hanging(`${label}: `, safe(texts.join('; ')), 6, width)
  const unlike = (key: 'instead' | 'except', texts: readonly string[]): string[] =>
    texts.length === 0
      ? []
      : hanging('', word(lang, `entries.${key}`, {list: [...new Set(texts)].join('; ')}), 6, width)
  return [
    `    ${paint('strong', safe(id))}${severity ? `  ${translate(lang, `severity.${severity}`)}` : ''}`,
    ...list(languageName(lang, 'nb'), entry.nb),
    ...list(languageName(lang, 'nn'), entry.nn),
    ...list(languageName(lang, 'en'), entry.en),
    ...unlike('instead', replacements),
    ...unlike('except', except),
  ]
}
