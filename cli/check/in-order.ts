/**
 * What comes of each item, in the order of the items, while several are under way.
 *
 * @param ahead how many may be, asked anew before each: with 1, one is done after the other
 * @param work must not throw, since nobody hears of it before its turn
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  ahead: () => number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  for await (const item of items) {
    underWay.push(work(item))
    while (underWay.length >= ahead()) yield await underWay.shift()!
  }
  while (underWay.length > 0) yield await underWay.shift()!
}
