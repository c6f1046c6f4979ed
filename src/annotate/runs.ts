import type {WordStory} from '../posting/office/docx/read.ts'
import {childOf, type XmlElement} from '../posting/office/xml.ts'
import {contentsOf, type Point} from './anchor.ts'

/** Text put into the XML, and what it takes the place of. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** XML that is put between runs, where a run is parted. */
interface Mark {
  at: number
  order: number
  xml: string
}

/** What is to be done with one run. */
interface Plan {
  marks: Mark[]
  /** Ranges of the XML that are proposed to go, each with the start tag of what tells so. */
  deletions: {from: number; to: number; tag: string}[]
}

/** Where several marks meet: what ends stands before what begins. */
export const order = {insertion: 0, end: 1, start: 2} as const

/** Collects what is to be put into the runs of a document, and writes each run that is touched anew. */
export class RunEditor {
  private readonly plans = new Map<XmlElement, Plan>()
  private readonly source: string

  constructor(story: WordStory) {
    this.source = story.word.document.source
  }

  mark({run, at}: Point, xml: string, position: number): void {
    this.planOf(run).marks.push({at, order: position, xml})
  }

  delete(from: Point, to: number, tag: string): void {
    this.planOf(from.run).deletions.push({from: from.at, to, tag})
  }

  splices(): Splice[] {
    return [...this.plans].map(([run, plan]) => ({
      start: run.start,
      end: run.end,
      text: rewritten(run, plan, this.source),
    }))
  }

  private planOf(run: XmlElement): Plan {
    const plan = this.plans.get(run) ?? {marks: [], deletions: []}
    this.plans.set(run, plan)
    return plan
  }
}

/** A part of a run's content, or what is put between two parts. */
type Token = {kind: 'content'; xml: string; tag: string | undefined} | {kind: 'mark'; xml: string}

const rewritten = (run: XmlElement, plan: Plan, source: string): string => {
  const marks = plan.marks.toSorted((one, other) => one.at - other.at || one.order - other.order)
  const bounds = plan.deletions.flatMap(({from, to}) => [from, to])
  const cuts = [...new Set([...marks.map(({at}) => at), ...bounds])].toSorted((one, other) => one - other)
  const tokens: Token[] = []
  let next = 0
  const pushMarks = (upTo: number): void => {
    for (; next < marks.length && marks[next]!.at <= upTo; next++)
      tokens.push({kind: 'mark', xml: marks[next]!.xml})
  }
  for (const child of contentsOf(run)) {
    for (const {start, end, xml} of partsOf(child, cuts, source)) {
      pushMarks(start)
      const tag = plan.deletions.find(({from, to}) => from <= start && end <= to)?.tag
      tokens.push({kind: 'content', xml: tag === undefined ? xml : asDeleted(xml), tag})
    }
  }
  pushMarks(Number.POSITIVE_INFINITY)
  return assembled(tokens, headOf(run, source), tagOf(run, source))
}

/** Its start tag and what is said of its look. */
const headOf = (run: XmlElement, source: string): string => {
  const look = childOf(run, 'w:rPr')
  return source.slice(run.start, run.contentStart) + (look ? source.slice(look.start, look.end) : '')
}

/** The name of an element as the document writes it. */
const tagOf = ({start}: XmlElement, source: string): string => /^<([^\s/>]+)/.exec(source.slice(start))![1]!

const assembled = (tokens: readonly Token[], head: string, name: string): string => {
  let xml = ''
  let open: Token | undefined
  const close = (): void => {
    if (open?.kind !== 'content') return
    xml += `</${name}>${open.tag === undefined ? '' : endOf(open.tag)}`
    open = undefined
  }
  for (const token of tokens) {
    if (token.kind === 'mark' || open?.kind !== 'content' || open.tag !== token.tag) close()
    if (token.kind === 'content' && !open) {
      xml += (token.tag ?? '') + head
      open = token
    }
    xml += token.xml
  }
  close()
  return xml
}

const endOf = (tag: string): string => `</${/^<([^\s/>]+)/.exec(tag)![1]}>`

interface ContentPart {
  start: number
  end: number
  xml: string
}

/** A child of a run as it is, or in parts when it is a text that is cut. */
const partsOf = (child: XmlElement, cuts: readonly number[], source: string): ContentPart[] => {
  const {start, end, contentStart, contentEnd} = child
  const inner = child.name === 'w:t' ? cuts.filter((at) => at > contentStart && at < contentEnd) : []
  if (inner.length === 0) return [{start, end, xml: source.slice(start, end)}]
  const tag = keepingSpace(child, source)
  const bounds = [contentStart, ...inner, contentEnd]
  return bounds.slice(1).map((to, i) => ({
    start: i === 0 ? start : bounds[i]!,
    end: to === contentEnd ? end : to,
    xml: `${tag}${source.slice(bounds[i], to)}</${tagOf(child, source)}>`,
  }))
}

/** The start tag of a text whose parts may begin or end with space that counts. */
const keepingSpace = (text: XmlElement, source: string): string => {
  const tag = source.slice(text.start, text.contentStart)
  const bare = tag.replace(/(?<!\s)\s+xml:space\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*')/, '')
  return bare.replace(/(?<!\s)\s*>$/, ' xml:space="preserve">')
}

/** Text that is proposed to go has a name of its own. */
const asDeleted = (xml: string): string =>
  xml
    .replace(/^<([^\s/>]*?)t(?=[\s>])/, (_, prefix: string) => `<${prefix}delText`)
    .replace(/<\/([^\s/>]*?)t>$/, (_, prefix: string) => `</${prefix}delText>`)
