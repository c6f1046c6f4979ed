import type {Clause, PackFile} from '../engine/packs.ts'
import {fingerprintOf, type PolicySentence, sentencesOf} from './fingerprint.ts'

/** A clause of which a sentence is no longer in the policy. */
export interface ChangedClause {
  clause: Clause
  /** So many of its sentences are gone. */
  missing: number
  /** What stands in their place. */
  now: readonly PolicySentence[]
}

/** What a new version of a policy means for the pack that was made from an older one. */
export interface PolicyComparison {
  changed: readonly ChangedClause[]
  /** Clauses of which nothing is left. */
  gone: readonly Clause[]
  /** New sentences that stand in no clause's place. */
  added: readonly PolicySentence[]
}

/** A sentence by its fingerprint and which of its kind it is, since headings come again. */
interface Known {
  key: string
  fingerprint: string
}

/** New sentences, or sentences that are gone, between two that are in both versions. */
interface Run<Item> {
  before: string
  after: string
  items: Item[]
}

/** Which clauses of a pack a policy no longer says as it did when the pack was made. */
export const comparePolicy = (
  {clauses = [], sentences = clauses.flatMap((clause) => clause.sentences ?? [])}: PackFile,
  text: string,
): PolicyComparison => {
  const old = keyed(sentences.map((fingerprint) => ({fingerprint})))
  const now = keyed(
    sentencesOf(text).map((sentence) => ({sentence, fingerprint: fingerprintOf(sentence.text)})),
  )
  const lost = runsWithout(old, now)
  const fresh = runsWithout(now, old)
  const placeOf = placesIn(lost, fresh)
  const changes = clauses.flatMap((clause) => changeOf(clause, lost, placeOf) ?? [])
  const placed = new Set(changes.flatMap((change) => change.now))
  const isGone = ({clause, missing, now}: ChangedClause): boolean =>
    missing === clause.sentences!.length && now.length === 0
  return {
    changed: changes.filter((change) => !isGone(change)),
    gone: changes.filter(isGone).map(({clause}) => clause),
    added: fresh.flatMap(({items}) => items.map(({sentence}) => sentence)).filter((one) => !placed.has(one)),
  }
}

const keyed = <Item extends {fingerprint: string}>(items: readonly Item[]): (Item & Known)[] => {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const count = (counts.get(item.fingerprint) ?? 0) + 1
    counts.set(item.fingerprint, count)
    return {...item, key: `${item.fingerprint} ${count}`}
  })
}

/** What one version has and the other has not. */
const runsWithout = <Item extends Known>(items: readonly Item[], others: readonly Known[]): Run<Item>[] => {
  const keys = new Set(others.map(({key}) => key))
  const runs: Run<Item>[] = []
  let open: Run<Item> | undefined
  let before = 'start'
  for (const item of items) {
    if (keys.has(item.key)) {
      if (open) open.after = item.key
      open = undefined
      before = item.key
    } else if (open) open.items.push(item)
    else {
      open = {before, after: 'end', items: [item]}
      runs.push(open)
    }
  }
  return runs
}

type PlaceOf = (lost: Known) => readonly PolicySentence[]

/** What stands where a sentence is gone: one for one where as many came as went, else all that came there. */
const placesIn = (
  lost: readonly Run<Known>[],
  fresh: readonly Run<Known & {sentence: PolicySentence}>[],
): PlaceOf => {
  const places = new Map<string, PolicySentence[]>()
  for (const run of lost) {
    const there =
      fresh.find(({before, after}) => before === run.before && after === run.after) ??
      fresh.find(({before, after}) => before === run.before || after === run.after)
    const came = (there?.items ?? []).map(({sentence}) => sentence)
    run.items.forEach(({key}, i) => {
      places.set(key, came.length === run.items.length ? [came[i]!] : came)
    })
  }
  return ({key}) => places.get(key) ?? []
}

const changeOf = (
  clause: Clause,
  lost: readonly Run<Known>[],
  placeOf: PlaceOf,
): ChangedClause | undefined => {
  const own = new Set(clause.sentences)
  const missing = lost.flatMap(({items}) => items).filter(({fingerprint}) => own.has(fingerprint))
  return missing.length > 0
    ? {clause, missing: missing.length, now: [...new Set(missing.flatMap(placeOf))]}
    : undefined
}
