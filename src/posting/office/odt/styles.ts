import {childOf, childrenOf, type XmlElement} from '../xml.ts'

/** What a style says of how text is to be read. */
export interface Look {
  bold?: boolean
  hidden?: boolean
  rank?: number
  quote?: boolean
}

interface Style {
  parent: string | undefined
  own: Look
}

const longestChain = 20

/** Styles of the documents given, the named ones and those that the program made up for single words. */
export const readLooks = (
  documents: readonly (XmlElement | undefined)[],
): ((element: XmlElement) => Look) => {
  const styles = new Map(
    documents
      .flatMap((root) => [childOf(root, 'office:styles'), childOf(root, 'office:automatic-styles')])
      .flatMap((group) => childrenOf(group, 'style:style'))
      .map((style): [string, Style] => [style.attributes['style:name'] ?? '', readStyle(style)]),
  )
  return (element) => {
    const chain: Look[] = []
    let next = element.attributes['text:style-name']
    while (next !== undefined && chain.length < longestChain) {
      const style = styles.get(next)
      if (style) chain.unshift(style.own)
      next = style?.parent
    }
    return Object.assign({}, ...chain)
  }
}

const readStyle = (style: XmlElement): Style => {
  const name = style.attributes['style:display-name'] ?? style.attributes['style:name'] ?? ''
  const properties = childOf(style, 'style:text-properties')?.attributes ?? {}
  const weight = properties['fo:font-weight']
  const display = properties['text:display']
  return {
    parent: style.attributes['style:parent-style-name'],
    own: {
      ...(/^(?:title|tittel)$/i.test(name) && {rank: 1}),
      ...(/^(?:quotations?|sitat)$/i.test(name) && {quote: true}),
      ...(weight !== undefined && {bold: weight === 'bold' || Number(weight) >= 600}),
      ...(display !== undefined && {hidden: display === 'none'}),
    },
  }
}
