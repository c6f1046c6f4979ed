import {givenKeys} from './facts.ts'
import type {ExportFormat} from './formats.ts'

type Key = (typeof givenKeys)[number]

/** The fact that a key is part of, where it is not one itself. */
const factOf: Readonly<Partial<Record<Key, string>>> = {postnummer: 'arbeidssted', poststed: 'arbeidssted'}

/** What can be said of an ad in a format: the keys of the facts that it has room for. */
export const keysFor = ({shape}: ExportFormat): Key[] => {
  const used = new Set(factsIn(shape))
  return givenKeys.filter((key) => used.has(factOf[key] ?? key))
}

const factsIn = (shape: unknown): string[] =>
  typeof shape === 'object' && shape !== null
    ? Object.entries(shape).flatMap(([name, part]) =>
        (name === 'from' || name === 'each') && typeof part === 'string'
          ? [part.split('.')[0]!]
          : factsIn(part),
      )
    : []
