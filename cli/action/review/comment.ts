import {proposalsOf} from '../../../src/draft/proposals.ts'
import {escapeMarkdown, markdownLink} from '../../../src/report/escape-markdown.ts'
import {repeats} from '../../../src/report/repeats.ts'
import {sourceLine} from '../../../src/report/sources.ts'
import {translate} from '../../../src/report/texts.ts'
import type {Finding, ReporterContext} from '../../../src/report/types.ts'
import {cutEnd} from '../../../src/report/width.ts'
import {sayReviewed} from './texts.ts'

/** What one comment tells: what a rule finds in a file, the finding that it stands at first. */
export interface Remark {
  findings: readonly [Finding, ...Finding[]]
  /** What the lines that it stands at should be instead. */
  suggestion?: string | undefined
}

const longest = 1000
const longestProposal = 200
const mostReplacements = 5
const mostReadyLines = 20

/** What begins a list, a heading or a rule where a line starts. */
const opening = /^(?:[-+=]|\d(?=\d{0,8}[.)]))/

/** Foreign text as words of a paragraph of its own. */
const words = (text: string, most = longest): string =>
  escapeMarkdown(cutEnd(text, most)).replace(opening, (sign) => `&#${sign.charCodeAt(0)};`)

const heading = ({ruleId, severity}: Finding, {lang, ruleOf}: ReporterContext): string => {
  const title = ruleOf(ruleId)?.title[lang]
  const name = title === undefined ? words(ruleId) : `${words(title)} (${words(ruleId)})`
  return `**${translate(lang, `severity.${severity}`)}: ${name}**`
}

/** A block that GitHub shows as a change to accept, between fences that nothing in it can end. */
const suggestionBlock = (text: string): string => {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return `${fence}suggestion\n${text}\n${fence}`
}

/** Whether a comment has just this suggestion already, whatever line breaks GitHub keeps. */
export const suggests = (body: string, suggestion: string): boolean =>
  body.replaceAll('\r', '').includes(suggestionBlock(suggestion).replaceAll('\r', ''))

/** What there is to choose from, or the text to insert when a person has to complete it. */
const proposals = (finding: Finding, {lang}: ReporterContext): string[] => {
  const all = proposalsOf(finding)
  const exchanges = all.filter(({kind, edit}) => kind === 'exchange' && edit.text.trim() !== '')
  const insertion = all.find(({kind}) => kind === 'insert')
  const list = (finding.expected ?? exchanges.map(({edit}) => edit.text))
    .slice(0, mostReplacements)
    .map((text) => translate(lang, 'quote', {text: words(text, longestProposal)}))
  const ready = insertion?.edit.text.trim().split(/(?<!\s)\s*[\r\n]+/) ?? []
  return [
    ...(list.length > 0 ? [sayReviewed(lang, 'proposals', {list: list.join(', ')})] : []),
    ...(ready.length > 0 ? [sayReviewed(lang, 'insert')] : []),
    ...(ready.length > 0 ? [ready.slice(0, mostReadyLines).map(quoted).join('\n>\n')] : []),
  ]
}

const quoted = (line: string): string => `> ${words(line, longestProposal)}`

/** A comment as Markdown in which nothing of the ad, the file's name or a pack is more than words. */
export const renderComment = ({findings, suggestion}: Remark, context: ReporterContext): string => {
  const [first] = findings
  const {lang} = context
  const why = context.ruleOf(first.ruleId)?.why[lang]
  return [
    heading(first, context),
    words(first.message),
    ...(why === undefined ? [] : [words(why)]),
    ...(suggestion === undefined
      ? proposals(first, context)
      : [sayReviewed(lang, 'proposal'), suggestionBlock(suggestion)]),
    ...repeats(findings, context),
    ...sourceLine(first, context, ({title, url}) => markdownLink(cutEnd(title, longest), url)),
  ].join('\n\n')
}

/** What is left of a comment that somebody has answered, when its finding is gone. */
export const renderMended = (body: string, {lang}: Pick<ReporterContext, 'lang'>): string => {
  const [first = ''] = body.split('\n', 1)
  const title = first.startsWith('~~') ? first : `~~${first.trim()}~~`
  return `${title}\n\n${sayReviewed(lang, 'mended')}`
}
