import {isUnread} from './elements.ts'
import {isFrameByKind, isFrameByName, isFrameHeading} from './frame.ts'
import {attribute, type Element, isElement, isText, type ParentNode, textOf} from './tree.ts'

/** The part of a page that is the ad. */
export interface Ad {
  /** One after the other: a title that stands outside of it, and the ad. */
  roots: readonly ParentNode[]
  /** Elements in it that are no part of it. */
  leftOut: ReadonlySet<Element>
}

/** Finds the ad in a page, among navigation, banners, other ads and footers. */
export const findAd = (page: ParentNode): Ad => {
  const survey = surveyOf(page)
  leaveOutNamed(page, page, survey)
  const content = contentOf(page, survey)
  const title = survey.titles.find((element) => isKept(element, survey))
  const outside = title && !isWithin(title, content) ? [title] : []
  return {roots: [...outside, content], leftOut: survey.leftOut}
}

interface Survey {
  leftOut: Set<Element>
  /** What may be or hold the ad. */
  contents: Element[]
  /** First-rank headings, also those in the head of the page, unless they link to the front page. */
  titles: Element[]
  facts: Map<ParentNode, Facts>
}

/** What is told of an element by what is in it. */
interface Facts {
  /** Letters that are not of the frame. */
  size: number
  /** The element begins with the heading of what is no part of an ad. */
  isHeadedAway: boolean
  /** The highest rank of the headings in it. */
  rank: number
}

const noHeading = 9
const nothing: Facts = {size: 0, rank: noHeading, isHeadedAway: false}

const rankOf = ({tagName}: Element): number => (/^h[1-6]$/.test(tagName) ? Number(tagName[1]) : noHeading)

const surveyOf = (page: ParentNode): Survey => {
  const survey: Survey = {leftOut: new Set(), contents: [], titles: [], facts: new Map()}
  measure(page, survey, {content: false, head: false})
  return survey
}

const measure = (parent: ParentNode, survey: Survey, inside: {content: boolean; head: boolean}): Facts => {
  const facts: Facts = {...nothing}
  let isFirst = true
  for (const child of parent.childNodes) {
    if (isText(child)) {
      const size = child.value.trim().length
      facts.size += size
      if (size > 0) isFirst = false
    } else if (isElement(child) && !isUnread(child)) {
      const found = measureElement(child, survey, inside)
      facts.size += found.size
      facts.rank = Math.min(facts.rank, found.rank)
      if (isFirst) facts.isHeadedAway = found.isHeadedAway
      if (found.size > 0) isFirst = false
    }
  }
  survey.facts.set(parent, facts)
  return facts
}

const measureElement = (
  element: Element,
  survey: Survey,
  {content, head}: {content: boolean; head: boolean},
): Facts => {
  if (isFrameByKind(element, content)) {
    survey.leftOut.add(element)
    if (element.tagName === 'header') measure(element, survey, {content, head: true})
    return nothing
  }
  const isPart = isContent(element)
  if (isPart && !head) survey.contents.push(element)
  const facts = measure(element, survey, {content: content || isPart, head})
  const rank = rankOf(element)
  if (rank === 1 && !(head && hasLink(element))) survey.titles.push(element)
  if (rank === noHeading) return facts
  const own = {...facts, rank, isHeadedAway: rank > 1 && isFrameHeading(textOf(element).trim())}
  survey.facts.set(element, own)
  return own
}

const isContent = (element: Element): boolean =>
  isMain(element) || element.tagName === 'article' || isPosting(element)

const isMain = (element: Element): boolean =>
  element.tagName === 'main' || attribute(element, 'role') === 'main'

const isPosting = (element: Element): boolean =>
  /\bschema\.org\/JobPosting\b/i.test(attribute(element, 'itemtype') ?? '')

const hasLink = (element: Element): boolean =>
  element.childNodes.some((child) => isElement(child) && (child.tagName === 'a' || hasLink(child)))

/** Leaves out what is called something else than an ad, and what stands under a heading that says so. */
const leaveOutNamed = (parent: ParentNode, page: ParentNode, survey: Survey): void => {
  const {leftOut, facts} = survey
  const whole = facts.get(page)!.size
  let underRank = 0
  for (const child of parent.childNodes) {
    if (!isElement(child) || leftOut.has(child)) continue
    const found = facts.get(child)
    if (!found) continue
    if (found.rank <= underRank) underRank = 0
    const isHeaded = found.isHeadedAway && found.rank > 1
    if (isHeaded && rankOf(child) !== noHeading) underRank = rankOf(child)
    /** What holds most of the page is not beside the ad, whatever it is called. */
    const isCalled = found.size * 2 < whole && isFrameByName(child)
    if (underRank > 0 || isHeaded || isCalled) leftOut.add(child)
    else leaveOutNamed(child, page, survey)
  }
}

/** A part with less text is no ad. */
const shortestAd = 200

const contentOf = (page: ParentNode, survey: Survey): ParentNode => {
  const sizeOf = (element: Element): number => survey.facts.get(element)!.size
  const kept = survey.contents
    .filter((element) => sizeOf(element) >= shortestAd && isKept(element, survey))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
  return kept.find(isMain) ?? kept.find(isPosting) ?? kept[0] ?? page
}

const isKept = (element: Element, {leftOut}: Survey): boolean => {
  for (let at: ParentNode | null = element; at && isElement(at); at = at.parentNode) {
    if (leftOut.has(at) && at.tagName !== 'header') return false
  }
  return true
}

const isWithin = (element: Element, root: ParentNode): boolean => {
  for (let at: ParentNode | null = element; at; at = isElement(at) ? at.parentNode : null) {
    if (at === root) return true
  }
  return false
}
