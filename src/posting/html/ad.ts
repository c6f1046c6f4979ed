import {isUnread} from './elements.ts'
import {isFrameByKind, isFrameByName, isFrameHeading} from './frame.ts'
import {saidIn} from './said.ts'
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
  const byKind = new Set(survey.leftOut)
  leaveOutNamed(page, page, survey, false)
  const ad = adIn(page, survey)
  return ad.size >= shortestAd ? ad : adIn(page, {...survey, leftOut: byKind})
}

const adIn = (page: ParentNode, survey: Survey): Ad & {size: number} => {
  const content = contentOf(page, survey)
  const title = survey.titles.find((element) => isKept(element, survey))
  const outside = title && !isWithin(title, content) ? withFacts(title, content, survey) : []
  return {roots: [...outside, content], leftOut: survey.leftOut, size: sizeWithout(content, survey)}
}

/** A title outside of the ad, with what stands beside it and has labels that ads have. */
const withFacts = (title: Element, content: ParentNode, survey: Survey): Element[] => {
  const isSkipped = (element: Element): boolean => element === title || survey.leftOut.has(element)
  let at = title.parentNode
  while (at && isElement(at) && !isWithin(content, at)) {
    if (saidIn(at, isSkipped).size > 0)
      return isInAny(at, survey.leftOut) ? factsIn(at, title, isSkipped) : [at]
    at = at.parentNode
  }
  return [title]
}

/** Beside the title of a header are the name of the site and its menu, too. */
const factsIn = (header: Element, title: Element, isSkipped: (element: Element) => boolean): Element[] =>
  header.childNodes.filter(isElement).flatMap((child) => {
    if (isWithin(title, child)) return [title]
    return !isSkipped(child) && saidIn(child, isSkipped).size > 0 ? [child] : []
  })

/** The letters that are left of a part. */
const sizeWithout = (part: ParentNode, survey: Survey): number =>
  part.childNodes.reduce((sum, child) => {
    if (isText(child)) return sum + child.value.trim().length
    return isElement(child) && survey.facts.has(child) && !survey.leftOut.has(child)
      ? sum + sizeWithout(child, survey)
      : sum
  }, 0)

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
  /** Those of them that lead to other pages, and how many links they are in. */
  linked: number
  links: number
  /** The element begins with the heading of what is no part of an ad. */
  isHeadedAway: boolean
  /** The highest rank of the headings in it, and how many have it. */
  rank: number
  ranked: number
}

const noHeading = 9
const nothing: Facts = {size: 0, linked: 0, links: 0, rank: noHeading, ranked: 0, isHeadedAway: false}

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
      addTo(facts, found)
      if (isFirst) facts.isHeadedAway = found.isHeadedAway
      if (found.size > 0) isFirst = false
    }
  }
  survey.facts.set(parent, facts)
  return facts
}

const addTo = (facts: Facts, {size, linked, links, rank, ranked}: Facts): void => {
  facts.size += size
  facts.linked += linked
  facts.links += links
  if (rank < facts.rank) facts.ranked = 0
  if (rank <= facts.rank) facts.ranked += ranked
  facts.rank = Math.min(facts.rank, rank)
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
  if (rank < noHeading) {
    facts.rank = rank
    facts.ranked = 1
    facts.isHeadedAway = rank > 1 && isFrameHeading(textOf(element).trim())
  } else if (isPageLink(element)) {
    facts.linked = facts.size
    facts.links = 1
  }
  return facts
}

const isContent = (element: Element): boolean =>
  isMain(element) || element.tagName === 'article' || isPosting(element)

const isMain = (element: Element): boolean =>
  element.tagName === 'main' || attribute(element, 'role') === 'main'

const isPosting = (element: Element): boolean =>
  /\bschema\.org\/JobPosting\b/i.test(attribute(element, 'itemtype') ?? '')

const isPageLink = (element: Element): boolean =>
  element.tagName === 'a' && !/^(?:mailto|tel):/i.test(attribute(element, 'href') ?? 'tel:')

const hasLink = (element: Element): boolean =>
  element.childNodes.some((child) => isElement(child) && (child.tagName === 'a' || hasLink(child)))

/** Leaves out what is called something else than an ad, what stands under a heading that says so, and lists of links. */
const leaveOutNamed = (parent: ParentNode, page: ParentNode, survey: Survey, isInContent: boolean): void => {
  const {leftOut, facts} = survey
  const whole = facts.get(page)!.size
  let underRank = 0
  for (const child of parent.childNodes) {
    if (!isElement(child) || leftOut.has(child)) continue
    const found = facts.get(child)
    if (!found) continue
    if (found.rank <= underRank) underRank = 0
    const isHeaded = found.isHeadedAway && found.rank > 1 && found.ranked === 1
    if (isHeaded && rankOf(child) !== noHeading) underRank = rankOf(child)
    /** What holds most of the page is not beside the ad, whatever it is called. */
    const isCalled = found.size * 2 < whole && isFrameByName(child, isInContent)
    if (underRank > 0 || isHeaded || isCalled || (!isInContent && isLinks(child, found))) leftOut.add(child)
    else leaveOutNamed(child, page, survey, isInContent || isContent(child))
  }
}

/** Nothing but links to other pages; what stands at the side of a page is so soon. */
const isLinks = ({tagName}: Element, {size, linked, links}: Facts): boolean =>
  (links >= 4 && linked > size * 0.8) || (tagName === 'aside' && linked * 2 > size)

/** A part with less text is no ad. */
const shortestAd = 200

const contentOf = (page: ParentNode, survey: Survey): ParentNode => {
  const sizeOf = (element: Element): number => survey.facts.get(element)!.size
  const kept = survey.contents
    .filter((element) => sizeOf(element) >= shortestAd && isKept(element, survey))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
  return kept.find(isMain) ?? kept.find(isPosting) ?? likestAnAd(kept, survey) ?? page
}

/** A title is worth as much as so many labels and headings. */
const worthOfTitle = 3
/** So much more is said in what is an ad rather than something longer beside it. */
const clearly = 2

/** The first, which is the largest, unless another one says clearly more that ads say. */
const likestAnAd = (parts: readonly Element[], survey: Survey): Element | undefined => {
  const [first, ...others] = outermost(parts)
  if (!first || others.length === 0) return first
  const titled = aroundAll(survey.titles)
  const worthOf = (part: Element): number =>
    saidIn(part, (element) => survey.leftOut.has(element)).size + (titled.has(part) ? worthOfTitle : 0)
  let best = {part: first, worth: worthOf(first)}
  for (const part of others) {
    const worth = worthOf(part)
    if (worth >= best.worth + clearly) best = {part, worth}
  }
  return best.part
}

/** What is around any of the elements. */
const aroundAll = (elements: readonly Element[]): ReadonlySet<ParentNode> => {
  const around = new Set<ParentNode>()
  for (const {parentNode} of elements)
    for (let at = parentNode; at && !around.has(at); at = isElement(at) ? at.parentNode : null) around.add(at)
  return around
}

const outermost = (parts: readonly Element[]): Element[] => {
  const all = new Set<ParentNode>(parts)
  return parts.filter((part) => !isInAny(part.parentNode, all))
}

const isInAny = (element: ParentNode | null, all: ReadonlySet<ParentNode>): boolean => {
  for (let at = element; at; at = isElement(at) ? at.parentNode : null) if (all.has(at)) return true
  return false
}

const isKept = (element: Element, {leftOut}: Survey): boolean => {
  for (let at: ParentNode | null = element; at && isElement(at); at = at.parentNode) {
    if (leftOut.has(at) && at.tagName !== 'header') return false
  }
  return true
}

const isWithin = (element: ParentNode, root: ParentNode): boolean => {
  for (let at: ParentNode | null = element; at; at = isElement(at) ? at.parentNode : null) {
    if (at === root) return true
  }
  return false
}
