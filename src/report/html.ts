import type {MessageLanguage, Severity} from '../engine/types.ts'
import {escapeAttribute} from '../posting/html/escape.ts'
import {reportMarks} from '../posting/own-report.ts'
import {longestWords} from './clipped.ts'
import type {FindingView} from './finding-view.ts'
import css from './html.css?raw'
import {lineOf} from './naming.ts'
import {severities} from './pick.ts'
import {safe} from './safe.ts'
import {usedWaivers} from './summary.ts'
import {formatDate, translate} from './texts.ts'
import type {FileReport, Report, Reporter, ReporterContext, UsedWaiver} from './types.ts'
import {type ChecklistRow, type FileView, severityCounts, viewClosing, viewFile} from './view.ts'
import {webAddress} from './web-address.ts'
import {cutEnd} from './width.ts'

/** Foreign text on one line. */
const line = (text: string): string => escapeAttribute(safe(text))

/** Foreign text with its lines. */
const lines = (text: string): string =>
  text
    .split(/\r\n|\n|\r|\u2028/)
    .map((one) => line(one.replaceAll('\t', '    ')))
    .join('\n')

/** The words of a finding in the ad, with its number, and its name as a target of links. */
interface Mark {
  start: number
  end: number
  severity: Severity
  word: string
  number: number
  id: string
}

const markId = (id: string, number: number, nth: number): string => `${id}-${number}-${nth + 1}`

const marksOf = (findings: readonly FindingView[], id: string): Mark[] =>
  findings.flatMap(({places, severity, word}, i) =>
    places.map(({start, end}, nth) => ({
      ...{start: start.offset, end: end.offset},
      ...{severity, word, number: i + 1, id: markId(id, i + 1, nth)},
    })),
  )

/** Where an ad stands in its file: all of it, or the lines that anything was found on when others stand there too. */
const extentOf = ({ad, fields, findings}: FileReport, source: string): [start: number, end: number] => {
  if (ad === undefined) return [0, source.length]
  const occurrences = Object.values(fields).flat()
  const places = [...occurrences, ...findings].flatMap(({place}) => place ?? [])
  if (places.length === 0) return [0, 0]
  const first = Math.min(...places.map(({start}) => start.offset))
  const last = Math.max(...places.map(({end}) => end.offset))
  const lineEnd = source.indexOf('\n', last)
  return [source.lastIndexOf('\n', first - 1) + 1, lineEnd < 0 ? source.length : lineEnd]
}

/** The ad in runs that have the same marks; each finding is numbered where its words end. */
const markedAd = ({file, view, source, id}: AdView): string => {
  const marks = marksOf(view.findings, id).toSorted((one, other) => one.start - other.start)
  const extent = extentOf(file, source)
  const cuts = [...new Set([...extent, ...marks.flatMap(({start, end}) => [start, end])])]
  cuts.sort((one, other) => one - other)
  let open: Mark[] = []
  let begun = 0
  const runs = cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!
    while (begun < marks.length && marks[begun]!.start <= start) open.push(marks[begun++]!)
    open = open.filter((mark) => mark.end >= end)
    return markedRun(source.slice(start, end), end, open, id)
  })
  return runs.join('')
}

/** @param here the marks that the words are in */
const markedRun = (words: string, end: number, here: readonly Mark[], id: string): string => {
  const text = lines(words)
  const [gravest] = here.toSorted(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  )
  if (!gravest) return text
  const numbers = here
    .filter((mark) => mark.end === end)
    .toSorted((one, other) => one.number - other.number)
    .map(
      ({number, word, id: name}) =>
        `<a id="${name}" href="#${id}-${number}" aria-label="${number} ${line(word)}">${number}</a>`,
    )
  const note = numbers.length > 0 ? `<sup>${numbers.join(', ')}</sup>` : ''
  return `<mark class="${gravest.severity}">${text}${note}</mark>`
}

/** «linje 3, linje 7», each a link to the words where the ad shows them. */
const placesOf = ({places}: FindingView, number: number, {id, file, source, lang}: AdView): string[] =>
  places.map(({start, end}, nth) => {
    const text = line(lineOf(start.line, file, lang))
    const isMarked = start.offset < end.offset && end.offset <= source.length
    return isMarked ? `<a href="#${markId(id, number, nth)}">${text}</a>` : text
  })

const findingItem = (finding: FindingView, number: number, ad: AdView): string => {
  const {severity, symbol, word, ruleId, message, proposals, links} = finding
  const sources = links.map(({title, url}) => {
    const address = url === undefined ? undefined : webAddress(url)
    return address === undefined ? line(title) : `<a href="${escapeAttribute(address)}">${line(title)}</a>`
  })
  return [
    `<li id="${ad.id}-${number}">`,
    `<h4><span class="badge ${severity}">${number} ${symbol} ${line(word)}</span> ${ad.titleOf(ruleId)}</h4>`,
    `<p>${line(message)}</p>`,
    ...proposals.map(
      ({label, text, ready}) =>
        `<p>${line(label)}: ${line(text)}</p>${ready.length > 0 ? `<p class="ready">${ready.map(line).join('\n')}</p>` : ''}`,
    ),
    sources.length > 0 ? `<p class="sources">${sources.join('. ')}</p>` : '',
    `<p class="rule">${[...placesOf(finding, number, ad), line(ruleId)].join(', ')}</p>`,
    '</li>',
  ].join('')
}

const waiverItem = (waiver: UsedWaiver, {file, lang, titleOf}: AdView): string => {
  const {ruleId, line: number, actual, reason, by, until} = waiver
  const words = actual === undefined ? '' : translate(lang, 'quote', {text: cutEnd(actual, longestWords)})
  const at = number === undefined ? '' : lineOf(number, file, lang)
  const about = [
    by === undefined ? '' : `${translate(lang, 'table.by')}: ${by}`,
    until === undefined ? '' : `${translate(lang, 'table.until')}: ${formatDate(until, lang)}`,
  ]
  const given = (texts: readonly string[]) => texts.filter((text) => text !== '').map(line)
  return [
    `<li><h4>${titleOf(ruleId)}</h4>`,
    words === '' ? '' : `<p>${line(words)}</p>`,
    `<p>${line(translate(lang, 'table.reason'))}: ${line(reason)}</p>`,
    ...given(about).map((text) => `<p>${text}</p>`),
    `<p class="rule">${given([at, ruleId]).join(', ')}</p>`,
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

/** An ad as this page shows it. */
interface AdView {
  id: string
  file: FileReport
  view: FileView
  waivers: readonly UsedWaiver[]
  source: string
  lang: MessageLanguage
  titleOf(ruleId: string): string
}

const adsOf = (report: Report, context: ReporterContext): AdView[] =>
  report.files.flatMap((file, i) => {
    const {lang, quiet, sources, ruleOf} = context
    const view = viewFile(file, context)
    const waivers = quiet ? [] : usedWaivers([file])
    const titleOf = (ruleId: string): string => line(ruleOf(ruleId)?.title[lang] ?? ruleId)
    const source = sources.get(file.path) ?? ''
    return view ? [{id: `annonse-${i + 1}`, file, view, waivers, source, lang, titleOf}] : []
  })

/** Where to go from the top of the page, when there is more than one ad. */
const contents = (ads: readonly AdView[], lang: MessageLanguage): string => {
  if (ads.length < 2) return ''
  const items = ads.map(({id, view}) => {
    const counts = severityCounts(view, lang)
    const found = counts.length > 0 ? counts.join(', ') : translate(lang, 'summary.none')
    return `<li><a href="#${id}">${line(view.path)}</a> <span>${line(found)}</span></li>`
  })
  return `<nav aria-label="${line(translate(lang, 'heading.ads'))}"><ol>${items.join('')}</ol></nav>`
}

const uncheckedSection = (unchecked: readonly string[], lang: MessageLanguage): string => {
  if (unchecked.length === 0) return ''
  const heading = `<h2 id="ikke-sjekket">${line(translate(lang, 'heading.unchecked'))}</h2>`
  const items = unchecked.map((one) => `<li>${line(one)}</li>`)
  return `<section aria-labelledby="ikke-sjekket">${heading}<ul>${items.join('')}</ul></section>`
}

const part = (
  key: 'findings' | 'fields' | 'ad' | 'waivers',
  content: string,
  lang: MessageLanguage,
): string =>
  content === '' ? '' : `<div><h3>${line(translate(lang, `heading.${key}`))}</h3>${content}</div>`

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<ol class="${name}">${items.join('')}</ol>`

/** The ad with its words marked, as it is read aloud. */
const adPart = (ad: AdView): string => {
  const {language} = ad.file
  const marked = markedAd(ad)
  const spoken = language === 'unknown' ? '' : ` lang="${language}"`
  return part('ad', marked === '' ? '' : `<div class="ad"${spoken}>${marked}</div>`, ad.lang)
}

const section = (ad: AdView): string => {
  const {id, view, waivers, lang} = ad
  const fields = part('fields', pairs('fields', fieldRows(view.checklist)), lang)
  const items = view.findings.map((one, i) => findingItem(one, i + 1, ad))
  const findings = part('findings', list('findings', items), lang)
  const [beside, below] = findings === '' ? [fields, ''] : [findings, fields]
  const waived = waivers.map((waiver) => waiverItem(waiver, ad))
  return [
    `<section aria-labelledby="${id}"><h2 id="${id}">${line(view.path)}</h2>`,
    pairs('facts', view.facts),
    ...view.remarks.map((remark) => `<p>${line(remark)}</p>`),
    '<div class="panes">',
    adPart(ad),
    beside,
    '</div>',
    below,
    part('waivers', list('waivers', waived), lang),
    '</section>',
  ].join('\n')
}

/** One page that stands alone, for people without a terminal: each ad with its words marked, beside what was found. */
export const html: Reporter = {
  name: 'html',
  render(report, context) {
    const {lang} = context
    const {remarks, unchecked, summary} = viewClosing(report, context)
    const title = line(translate(lang, 'heading.report'))
    const ads = adsOf(report, context)
    return [
      '<!doctype html>',
      `<html lang="${lang}">`,
      `<head><meta charset="utf-8">${reportMarks.html}<meta name="viewport" content="width=device-width"><title>${title}</title>`,
      `<style>\n${css}</style></head>`,
      `<body><main><h1>${title}</h1><p class="summary">${line(summary)}</p>`,
      uncheckedSection(unchecked, lang),
      contents(ads, lang),
      ...ads.map(section),
      `</main><footer>${remarks.map((remark) => `<p>${line(remark)}</p>`).join('')}</footer></body>`,
      '</html>',
      '',
    ].join('\n')
  },
}
