import {closest, distance} from 'fastest-levenshtein'

/**
 * The known name that was most likely meant: one that ends in the given part of a path (`frist` for `felt/frist`),
 * else the nearest by letters, when it is near enough.
 */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined
  const ending = known.filter((one) => one.endsWith(`/${name}`))
  if (ending.length === 1) return ending[0]
  const best = closest(name, known)
  return distance(name, best) <= Math.max(2, name.length / 2) ? best : undefined
}
