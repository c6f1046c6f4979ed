import type {Severity} from '../engine/types.ts'
import css from './html.css?raw'
import {safe} from './safe.ts'
import {translate} from './texts.ts'
import type {FileReport, Reporter, ReporterContext} from './types.ts'
import {type ChecklistRow, type FileView, type FindingView, viewClosing, viewFile} from './view.ts'
import {webAddress} from './web-address.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)

/** Foreign text on one line. */
const line = (text: string): string => escapeHtml(safe(text))

/** Foreign text with its lines. */
const lines = (text: string): string =>
  text
    .split(/\r\n|\n|\r|\u2028/)
    .map((one) => line(one.replaceAll('\t', '    ')))
    .join('\n')

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** The words of a finding in the ad, with its number. */
interface Mark {
  start: number
  end: number
  severity: Severity
  number: number
}

const marksOf = (findings: readonly FindingView[]): Mark[] =>
  findings.flatMap(({ranges, severity}, i) =>
    ranges.map(([start, end]) => ({start, end, severity, number: i + 1})),
  )

/** The ad in runs that have the same marks; each finding is numbered where its words end. */
const markedAd = (source: string, findings: readonly FindingView[], id: string): string => {
  const marks = marksOf(findings)
  const cuts = [...new Set([0, source.length, ...marks.flatMap(({start, end}) => [start, end])])]
  cuts.sort((one, other) => one - other)
  return cuts
    .slice(0, -1)
    .map((start, i) => markedRun(source, start, cuts[i + 1]!, marks, id))
    .join('')
}

const markedRun = (
  source: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  id: string,
): string => {
  const text = lines(source.slice(start, end))
  const here = marks.filter((mark) => mark.start <= start && mark.end >= end)
  const [gravest] = here.toSorted(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  )
  if (!gravest) return text
  const numbers = here
    .filter((mark) => mark.end === end)
    .map(({number}) => `<a href="#${id}-${number}">${number}</a>`)
  const note = numbers.length > 0 ? `<sup>${numbers.join(', ')}</sup>` : ''
  return `<mark class="${gravest.severity}">${text}${note}</mark>`
}

const findingItem = (finding: FindingView, number: number, id: string): string => {
  const {severity, symbol, word, ruleId, position, message, proposals, links} = finding
  const sources = links.map(({title, url}) => {
    const address = url === undefined ? undefined : webAddress(url)
    return address === undefined ? line(title) : `<a href="${escapeHtml(address)}">${line(title)}</a>`
  })
  return [
    `<li id="${id}-${number}">`,
    `<span class="badge ${severity}">${number} ${symbol} ${line(word)}</span> <span class="rule">${line(ruleId)}</span>`,
    position === '' ? '' : ` <span class="place">${line(position)}</span>`,
    `<p>${line(message)}</p>`,
    ...proposals.map(
      ({label, text, ready}) =>
        `<p>${line(label)}: ${line(text)}</p>${ready.length > 0 ? `<p class="ready">${ready.map(line).join('\n')}</p>` : ''}`,
    ),
    sources.length > 0 ? `<p class="sources">${sources.join('. ')}</p>` : '',
    '</li>',
  ].join('')
}

const pairs = (name: string, rows: readonly {label: string; value: string; state?: string}[]): string => {
  if (rows.length === 0) return ''
  const items = rows.map(({label, value, state}) => {
    const kind = state === 'missing' ? ' class="missing"' : ''
    return `<dt>${line(label)}</dt><dd${kind}>${line(value)}</dd>`
  })
  return `<dl class="${name}">${items.join('')}</dl>`
}

const fieldRows = (rows: readonly ChecklistRow[]) =>
  rows.map(({symbol, label, value, state}) => ({label: `${symbol} ${label}`, value, state}))

const section = (file: FileReport, view: FileView, id: string, context: ReporterContext): string => {
  const {lang, sources} = context
  const say = (key: 'findings' | 'fields' | 'ad'): string => line(translate(lang, `heading.${key}`))
  const source = sources.get(file.path) ?? ''
  const language = file.language === 'unknown' ? '' : ` lang="${file.language}"`
  return [
    `<section aria-labelledby="${id}"><h2 id="${id}">${line(view.path)}</h2>`,
    pairs('facts', view.facts),
    ...view.remarks.map((remark) => `<p>${line(remark)}</p>`),
    view.checklist.length > 0 ? `<h3>${say('fields')}</h3>${pairs('fields', fieldRows(view.checklist))}` : '',
    '<div class="panes">',
    `<div><h3>${say('ad')}</h3><div class="ad"${language}>${markedAd(source, view.findings, id)}</div></div>`,
    view.findings.length > 0
      ? `<div><h3>${say('findings')}</h3><ol class="findings">${view.findings.map((one, i) => findingItem(one, i + 1, id)).join('')}</ol></div>`
      : '',
    '</div></section>',
  ].join('\n')
}

/** One page that stands alone, for people without a terminal: each ad with its words marked, beside what was found. */
export const html: Reporter = {
  name: 'html',
  render(report, context) {
    const {lang} = context
    const {remarks, summary} = viewClosing(report, context)
    const title = line(translate(lang, 'heading.report'))
    const sections = report.files.flatMap((file, i) => {
      const view = viewFile(file, context)
      return view ? [section(file, view, `annonse-${i + 1}`, context)] : []
    })
    return [
      '<!doctype html>',
      `<html lang="${lang}">`,
      `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`,
      `<style>\n${css}</style></head>`,
      `<body><main><h1>${title}</h1><p class="summary">${line(summary)}</p>`,
      ...sections,
      `</main><footer>${remarks.map((remark) => `<p>${line(remark)}</p>`).join('')}</footer></body>`,
      '</html>',
      '',
    ].join('\n')
  },
}
