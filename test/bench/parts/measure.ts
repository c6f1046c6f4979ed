/** The time of their work and of ours, in milliseconds. */
export interface Pair {
  theirs: number
  ours: number
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

export const milliseconds = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Prints a line of JSON: both times in seconds, and how many times theirs ours is. */
export const row = (name: string, pairs: readonly Pair[]): void => {
  const theirs = median(pairs.map((pair) => pair.theirs)) / 1000
  const ours = median(pairs.map((pair) => pair.ours)) / 1000
  const ratio = median(pairs.map((pair) => pair.ours / pair.theirs))
  console.log(JSON.stringify({name, theirs, ours, ratio}))
}
