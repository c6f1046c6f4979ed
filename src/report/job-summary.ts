import type {MessageLanguage, Severity} from '../engine/types.ts'
import {escapeMarkdown, markdownLink} from './escape-markdown.ts'
import {
  factList,
  fieldTable,
  findingTable,
  headed,
  type LineAddress,
  table,
  uncheckedList,
  waiverTable,
} from './markdown-tables.ts'
import {repositoryUri} from './paths.ts'
import {grouped, severities} from './pick.ts'
import {usedWaivers} from './summary.ts'
import {countsInWords, type TextKey, translate} from './texts.ts'
import type {FileReport, Report, Reporter, ReporterContext, UsedWaiver} from './types.ts'
import {type ChecklistRow, type FileView, severityCounts, viewClosing, viewFile} from './view.ts'

/** What GitHub takes of one step; a longer summary it refuses as a whole. */
export const summaryLimit = 1024 * 1024

export interface SummaryContext extends ReporterContext {
  /** Open findings that have no annotation on a line. */
  unannotated?: Readonly<Record<Severity, number>>
  /** Bytes that it may take. */
  limit?: number
}

interface Ad {
  view: FileView
  waivers: readonly UsedWaiver[]
  addressOf: LineAddress
}

interface LeftOut {
  /** Ads whose facts are not told one by one. */
  facts: number
  ads: number
  findings: number
  waivers: number
}

const bytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)

/** The lines of a file as its source, since GitHub shows Markdown without lines; the file alone when it has none. */
const lineAddress = ({path: file, unit}: FileReport, {commit}: SummaryContext): LineAddress => {
  if (commit === undefined) return () => undefined
  const {server, repository, sha} = commit
  const path = repositoryUri(file, commit)
  if (path.startsWith('../')) return () => undefined
  const address = `${server}/${repository}/blob/${sha}/${path}`
  return (start, end) => (unit ? address : `${address}?plain=1#L${start}${end > start ? `-L${end}` : ''}`)
}

const findingsIn = ({view}: Ad): number => view.findings.reduce((sum, {count}) => sum + count, 0)

/** The gravest ads first, since they are what is left when the summary has to be cut. */
const adsOf = (report: Report, context: SummaryContext): Ad[] => {
  const ads = report.files.flatMap((file): Ad[] => {
    const view = viewFile(file, context)
    const waivers = context.quiet ? [] : usedWaivers([file])
    return view ? [{view, waivers, addressOf: lineAddress(file, context)}] : []
  })
  const weight = ({view}: Ad): number => {
    const [gravest] = view.findings
    return gravest ? severities.indexOf(gravest.severity) : severities.length
  }
  return ads.toSorted((one, other) => weight(one) - weight(other))
}

const severityCell = ({view}: Ad, lang: MessageLanguage): string => {
  const counts = severityCounts(view, lang).map((count) => count.replaceAll(' ', '\u00a0'))
  return counts.join('<br>') || translate(lang, 'summary.none')
}

const states = ['missing', 'portal', 'found'] as const satisfies readonly ChecklistRow['state'][]

/** The checklist of an ad in a cell: what is missing, what the portal carries, what is there. */
const checklistCell = ({view}: Ad, lang: MessageLanguage): string => {
  const byState = grouped(view.checklist, ({state}) => state)
  return states
    .flatMap((state) => {
      const rows = byState.get(state) ?? []
      const labels = rows.map(({label}) => label).join(', ')
      return rows.length === 0
        ? []
        : escapeMarkdown(`${rows[0]!.symbol} ${translate(lang, `field.${state}`)}: ${labels}`)
    })
    .join('<br>')
}

const adRow = (ad: Ad, lang: MessageLanguage): string[] => [
  markdownLink(ad.view.path, ad.addressOf(1, 1)?.replace(/[?#][\s\S]*$/, '')),
  severityCell(ad, lang),
  checklistCell(ad, lang),
]

const adTable = (ads: readonly Ad[], lang: MessageLanguage): string[] =>
  table(
    ['table.ad', 'heading.findings', 'heading.fields'],
    ads.map((ad) => adRow(ad, lang)),
    lang,
  )

/** What is folded holds Markdown only; the heading of it is our own. */
const folded = (key: TextKey, content: readonly string[], open: boolean, lang: MessageLanguage): string[] => [
  `<details${open ? ' open' : ''}><summary>${translate(lang, key)}</summary>`,
  '',
  ...content,
  '</details>',
  '',
]

const findingSection = ({view, addressOf}: Ad, most: number, lang: MessageLanguage): string[] => [
  `## ${escapeMarkdown(view.path)}`,
  '',
  ...view.remarks.flatMap((remark) => [escapeMarkdown(remark), '']),
  ...findingTable(view.findings.slice(0, most), lang, addressOf),
]

/** All about one ad but its facts. */
const section = (ad: Ad, {lang}: SummaryContext): string[] => {
  const {view, waivers, addressOf} = ad
  return [
    ...findingSection(ad, view.findings.length, lang),
    ...headed(`### ${translate(lang, 'heading.waivers')}`, waiverTable(waivers, lang, addressOf)),
  ]
}

const facts = ({view}: Ad, isOnly: boolean, {lang}: SummaryContext): string[] =>
  folded('heading.fields', [...factList(view), ...fieldTable(view, lang)], isOnly, lang)

/** What is clean has been said in the table, unless there is nothing else to tell of. */
const hasSection = ({view, waivers}: Ad, ads: readonly Ad[]): boolean =>
  view.findings.length > 0 || waivers.length > 0 || ads.length === 1

/** As many of an ad's findings as there is room for, whole ones only. */
const cutSection = (ad: Ad, room: number, lang: MessageLanguage): {lines: string[]; findings: number} => {
  let [fitting, tooMany] = [0, ad.view.findings.length + 1]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (bytes(findingSection(ad, middle, lang)) <= room) fitting = middle
    else tooMany = middle
  }
  if (fitting === 0) return {lines: [], findings: 0}
  const findings = ad.view.findings.slice(0, fitting).reduce((sum, {count}) => sum + count, 0)
  return {lines: findingSection(ad, fitting, lang), findings}
}

const leftOutNote = (left: LeftOut, {lang}: SummaryContext): string[] => {
  const parts = (['findings', 'waivers', 'ads', 'facts'] as const)
    .filter((key) => left[key] > 0)
    .map((key) => translate(lang, `count.${key}`, {n: left[key]}))
  if (parts.length === 0) return []
  const note = translate(lang, 'jobSummary.cut', {list: parts.join(', ')})
  return [`**${escapeMarkdown(note)}** ${translate(lang, 'jobSummary.check')}`, '']
}

const unannotatedNote = ({lang, unannotated}: SummaryContext): string[] => {
  const list = unannotated ? countsInWords(unannotated, lang) : ''
  return list === '' ? [] : [escapeMarkdown(translate(lang, 'jobSummary.unannotated', {list})), '']
}

const outline = (report: Report, content: readonly string[], left: LeftOut, context: SummaryContext) => {
  const {remarks, unchecked, summary} = viewClosing(report, context)
  const note = leftOutNote(left, context)
  return [
    `# ${translate(context.lang, 'heading.report')}`,
    '',
    `**${escapeMarkdown(summary)}**`,
    '',
    ...uncheckedList(unchecked, context.lang),
    ...unannotatedNote(context),
    ...note,
    ...content,
    ...note,
    ...remarks.flatMap((remark) => [escapeMarkdown(remark), '']),
  ]
}

/** The content when there is room for all of it. */
const everything = (ads: readonly Ad[], withFacts: boolean, context: SummaryContext): string[] => [
  ...adTable(ads, context.lang),
  ...ads
    .filter((ad) => hasSection(ad, ads))
    .flatMap((ad) => [...section(ad, context), ...(withFacts ? facts(ad, ads.length === 1, context) : [])]),
]

/** The content that fits, and what does not; the table of ads takes at most half of the room. */
const fitted = (ads: readonly Ad[], room: number, context: SummaryContext) => {
  const {lang} = context
  let free = room
  const listed = ads.filter((ad) => {
    const size = bytes(adTable([ad], lang))
    const fits = free - size >= room / 2
    if (fits) free -= size
    return fits
  })
  const left = {ads: ads.length - listed.length, findings: 0, waivers: 0}
  const sections = ads
    .filter((ad) => hasSection(ad, ads))
    .flatMap((ad) => {
      const all = section(ad, context)
      const isWhole = bytes(all) <= free
      const shown = isWhole ? {lines: all, findings: findingsIn(ad)} : cutSection(ad, free, lang)
      free -= bytes(shown.lines)
      left.findings += findingsIn(ad) - shown.findings
      if (!isWhole) left.waivers += ad.waivers.length
      return shown.lines
    })
  return {content: [...adTable(listed, lang), ...sections], left}
}

/** For the page of a run on GitHub (`GITHUB_STEP_SUMMARY`), with links to the lines and no longer than GitHub takes. */
export const jobSummary: Reporter<SummaryContext> = {
  name: 'summary',
  render(report, context) {
    const {limit = summaryLimit} = context
    const ads = adsOf(report, context)
    const none: LeftOut = {facts: 0, ads: 0, findings: 0, waivers: 0}
    const withoutFacts = {...none, facts: context.quiet ? 0 : ads.length}
    for (const left of [none, withoutFacts]) {
      const content = everything(ads, left === none && !context.quiet, context)
      const summary = outline(report, content, left, context)
      if (bytes(summary) <= limit) return summary.join('\n')
    }
    const findings = ads.reduce((sum, ad) => sum + findingsIn(ad), 0)
    const all: LeftOut = {...withoutFacts, ads: ads.length, findings, waivers: report.waivers.length}
    const bare = outline(report, [], all, context)
    if (bytes(bare) > limit) return ''
    const {content, left} = fitted(ads, limit - bytes(bare), context)
    return outline(report, content, {...left, facts: all.facts}, context).join('\n')
  },
}
