import {childOf, childrenOf, type XmlElement} from '../xml.ts'
import type {WordPackage} from './package.ts'

/** What a style or a paragraph itself says of how it is to be read. */
export interface Format {
  /** 1 to 6 for a heading, 0 for plain text. */
  rank?: number
  /** Whether it is an item of a list. */
  item?: boolean
  quote?: boolean
  bold?: boolean
  hidden?: boolean
}

/** How the paragraphs and runs of a document are to be read. */
export interface Formats {
  paragraph(properties: XmlElement | undefined): Format
  run(properties: XmlElement | undefined): Pick<Format, 'bold' | 'hidden'>
}

interface Style {
  basedOn: string | undefined
  own: Format
}

const headingName = /^(?:heading|overskrift)\s*([1-9])$/i
const titleName = /^(?:title|tittel)$/i
const quoteName = /^(?:(?:intense )?quote|(?:sterkt )?sitat)$/i
const deepestHeading = 6
const longestChain = 20

export const readFormats = (word: WordPackage): Formats => {
  const isList = listReader(word)
  const styles = new Map(
    childrenOf(word.related('styles')?.root, 'w:style').map((style): [string, Style] => [
      style.attributes['w:styleId'] ?? '',
      {
        basedOn: childOf(style, 'w:basedOn')?.attributes['w:val'],
        own: {
          ...namedFormat(settingOf(childOf(style, 'w:name')) ?? ''),
          ...paragraphFormat(childOf(style, 'w:pPr'), isList),
          ...runFormat(childOf(style, 'w:rPr')),
        },
      },
    ]),
  )
  const ofStyle = (id: string | undefined): Format => {
    const chain: Format[] = []
    for (let next = id; next !== undefined && chain.length < longestChain; ) {
      const style = styles.get(next)
      if (style) chain.unshift(style.own)
      next = style?.basedOn
    }
    return Object.assign({}, ...chain)
  }
  return {
    paragraph: (properties) => ({
      ...ofStyle(settingOf(childOf(properties, 'w:pStyle'))),
      ...paragraphFormat(properties, isList),
    }),
    run(properties) {
      const {bold, hidden} = ofStyle(settingOf(childOf(properties, 'w:rStyle')))
      return {
        ...(bold !== undefined && {bold}),
        ...(hidden !== undefined && {hidden}),
        ...runFormat(properties),
      }
    },
  }
}

const settingOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

const namedFormat = (name: string): Format => {
  const level = headingName.exec(name)?.[1]
  if (level !== undefined) return {rank: Math.min(deepestHeading, Number(level))}
  if (titleName.test(name)) return {rank: 1}
  return quoteName.test(name) ? {quote: true} : {}
}

const paragraphFormat = (
  properties: XmlElement | undefined,
  isList: (numbering: XmlElement) => boolean,
): Format => {
  const outline = settingOf(childOf(properties, 'w:outlineLvl'))
  const numbering = childOf(properties, 'w:numPr')
  return {
    ...(outline !== undefined && {
      rank: Number(outline) < 9 ? Math.min(deepestHeading, Number(outline) + 1) : 0,
    }),
    ...(numbering && {item: isList(numbering)}),
  }
}

const runFormat = (properties: XmlElement | undefined): Pick<Format, 'bold' | 'hidden'> => {
  const bold = childOf(properties, 'w:b')
  const hidden = childOf(properties, 'w:vanish')
  return {...(bold && {bold: isOn(bold)}), ...(hidden && {hidden: isOn(hidden)})}
}

/** Whether a setting that is there is on. */
export const isOn = (element: XmlElement): boolean => !/^(?:0|false|off)$/.test(settingOf(element) ?? '')

/** Tells an item of a list from a paragraph whose numbering shows nothing. */
const listReader = (word: WordPackage): ((numbering: XmlElement) => boolean) => {
  const root = word.related('numbering')?.root
  const kinds = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], one]),
  )
  const numbers = new Map(
    childrenOf(root, 'w:num').map((one) => [
      one.attributes['w:numId'],
      kinds.get(settingOf(childOf(one, 'w:abstractNumId'))),
    ]),
  )
  return (numbering) => {
    const id = settingOf(childOf(numbering, 'w:numId'))
    if (id === '0') return false
    const depth = settingOf(childOf(numbering, 'w:ilvl')) ?? '0'
    const level = childrenOf(numbers.get(id), 'w:lvl').find((one) => one.attributes['w:ilvl'] === depth)
    return settingOf(childOf(level, 'w:numFmt')) !== 'none'
  }
}
