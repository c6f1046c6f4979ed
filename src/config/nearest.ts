import {closest, distance} from 'fastest-levenshtein'

/**
 * The known name that was most likely meant, as data of a message: one that ends in the given part of a path (`frist`
 * for `felt/frist`), else the nearest by letters, when it is near enough.
 */
export const nearest = (name: string, known: readonly string[]): {forslag?: string} => {
  if (known.length === 0) return {}
  const ending = known.filter((one) => one.endsWith(`/${name}`))
  if (ending.length === 1) return {forslag: ending[0]!}
  const forslag = closest(name, known)
  return distance(name, forslag) <= Math.max(2, name.length / 2) ? {forslag} : {}
}
