/** Texts of fewer different words are alike only when they are the same. */
const fewestToDiffer = 8

/** So much of the longer of two texts stands in the other when they say the same in nearly the same words. */
const likeness = 0.8

/** So many earlier texts are looked at for one word, which keeps the time linear. */
const mostCandidates = 8

/**
 * For each text, given as its words, the index of an earlier text that says the same: it has the same words in the
 * same order, or both have at least eight different words, of which four in five are shared.
 */
export const earlierAlike = (texts: readonly (readonly string[])[]): (number | undefined)[] => {
  const same = new Map<string, number>()
  const byWord = new Map<string, number[]>()
  return texts.map((words, i) => {
    const key = words.join(' ')
    const identical = same.get(key)
    if (identical !== undefined) return identical
    same.set(key, i)
    if (words.length < fewestToDiffer) return undefined
    const telling = longest(new Set(words))
    const candidates = new Set(telling.flatMap((word) => byWord.get(word) ?? []))
    for (const word of telling) byWord.set(word, [...(byWord.get(word) ?? []).slice(1 - mostCandidates), i])
    return [...candidates].find((earlier) => sharedPart(words, texts[earlier]!) >= likeness)
  })
}

/**
 * So many of the longest words that two texts that are alike share at least one of them, whatever they differ in;
 * long words are rare, so that they lead to few texts.
 */
const longest = (words: ReadonlySet<string>): string[] => {
  if (words.size < fewestToDiffer) return []
  const byLength = [...words].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  return byLength.slice(0, words.size - Math.ceil(likeness * words.size) + 1)
}

const sharedPart = (one: readonly string[], other: readonly string[]): number => {
  const [words, others] = [new Set(one), new Set(other)]
  let shared = 0
  for (const word of words) if (others.has(word)) shared++
  return shared / Math.max(words.size, others.size)
}
