import {childOf, type XmlElement} from '../xml.ts'

/** Of a drawing that is there in two forms, the first. */
export const chosen = (alternatives: XmlElement): XmlElement | undefined =>
  childOf(alternatives, 'mc:Choice') ?? childOf(alternatives, 'mc:Fallback')
