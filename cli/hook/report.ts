import {painter} from '../../src/report/paint.ts'
import {safe} from '../../src/report/safe.ts'
import {severitySymbols} from '../../src/report/symbols.ts'
import {translate} from '../../src/report/texts.ts'
import type {Finding, Report} from '../../src/report/types.ts'
import {hanging, usableWidth, widestProse, wrap} from '../../src/report/width.ts'
import {exit} from '../check/exit.ts'
import {columns} from '../options.ts'
import {shellWord} from '../shell-word.ts'
import type {Lang} from '../texts.ts'
import type {HookName} from './names.ts'
import {sayHook} from './texts.ts'

export interface HookReport {
  name: HookName
  lang: Lang
  /** The exit code that the hook will have. */
  code: number
  color: boolean
}

const most = 5
const severities = ['error', 'warning'] as const

interface Placed extends Finding {
  file: string
}

/** What a hook tells: the worst findings, the command that shows the rest, and what to do. */
export const tellHook = (report: Report, hook: HookReport): string => {
  const {name, lang, code} = hook
  const say = (key: string, data: Record<string, string> = {}): string =>
    sayHook(lang, `run.${key}`, {...data, counts: countsIn(report, lang)})
  const all = worstFirst(report)
  const files = [
    ...new Set((all.length > 0 ? all : report.files.map(({path}) => ({file: path}))).map(({file}) => file)),
  ]
  const rest =
    name === 'pre-commit'
      ? 'utlys check --staged'
      : `utlys check ${files.slice(0, most).map(shellWord).join(' ')}`
  if (code === exit.clean) return all.length === 0 ? '' : paragraphs([say('passed', {rest})])
  if (all.length === 0) return tellUnread(name, lang)
  const shown = all.slice(0, most)
  const left = all.length - shown.length
  return paragraphs([
    say(`stopped.${name}`),
    ...shown.map((finding) => lines(finding, hook)),
    [''],
    left > 0 ? say('more', {n: String(left), rest}) : say('all', {rest}),
    ...differing(report, files).map((path) => say('differs', {path})),
    say(`mend.${name}`, {review: `utlys review ${shellWord(files[0]!)}`}),
    ...(code === exit.trouble ? [say(`unread.${name}`)] : []),
    say(`anyway.${name}`),
  ])
}

/** Perhaps mended already, and only not staged. */
const differing = (report: Report, files: readonly string[]): string[] =>
  report.files.flatMap(({path, differsOnDisk}) => (differsOnDisk && files.includes(path) ? path : []))

/** When something could not be read, and nothing else is wrong. */
export const tellUnread = (name: HookName, lang: Lang): string =>
  paragraphs([sayHook(lang, `run.unread.${name}`), sayHook(lang, `run.anyway.${name}`)])

const width = (): number => Math.min(usableWidth(process.stderr.columns || columns()), widestProse)

/** Strings are broken to the width; what is lines already stays. */
const paragraphs = (parts: readonly (string | string[])[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? wrap(part, width()) : part).join('\n'))
    .map((part) => `${part}\n`)
    .join('')

const worstFirst = ({files}: Report): Placed[] =>
  severities.flatMap((wanted) =>
    files.flatMap(({path: file, findings}) =>
      findings
        .filter(({severity, waiver, known}) => severity === wanted && waiver === undefined && !known)
        .sort((one, other) => lineOf(one) - lineOf(other))
        .map((finding) => ({...finding, file})),
    ),
  )

const lineOf = ({place}: Finding): number => place?.start.line ?? Number.MAX_SAFE_INTEGER

const lines = ({severity, file, place, ruleId, message}: Placed, {lang, color}: HookReport): string[] => {
  const word = painter(color)(
    severity,
    `${severitySymbols[severity]} ${translate(lang, `severity.${severity}`)}`,
  )
  const at = safe(file) + (place ? `:${place.start.line}:${place.start.column}` : '')
  return [
    '',
    `${word}  ${at}  ${safe(ruleId)}`,
    ...hanging('', safe(message.replace(/\s+/g, ' ')), 2, width()),
  ]
}

const countsIn = ({summary}: Report, lang: Lang): string =>
  severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => translate(lang, `count.${severity}`, {n: summary[severity]}))
    .join(', ')
