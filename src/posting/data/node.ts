import type {MappedText} from '../mapped-text.ts'

/** A member of an object, an item of a list or an element: what JSON and XML have in common. */
export interface DataNode {
  /** Key or tag without its prefix; items have the name of their list, and attributes begin with `@`. */
  name: string
  /** Where the name stands in the source. */
  nameAt: [start: number, end: number]
  start: number
  end: number
  children: readonly DataNode[]
  /** The text of a value, as it is before anything is made of it. */
  value?(): MappedText
}

/** Deeper than this nobody writes data, and parsers that call themselves would run out of stack. */
export const deepest = 200

/**
 * The nodes at a path such as `employer.location.city`; `**` stands for any number of levels.
 *
 * @returns in the order of the source
 */
export const nodesAt = (node: DataNode, path: string): DataNode[] =>
  path.split('.').reduce<DataNode[]>(
    (nodes, name, i, names) => {
      if (name === '**') return nodes.flatMap(withDescendants)
      const isBelow = names[i - 1] === '**'
      const candidates = isBelow ? nodes : nodes.flatMap(({children}) => children)
      return candidates.filter((candidate) => candidate.name === name)
    },
    [node],
  )

const withDescendants = (node: DataNode): DataNode[] =>
  node.children.flatMap((child) => [child, ...withDescendants(child)])
