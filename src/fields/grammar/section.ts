import type {Posting} from '../../posting/types.ts'
import type {Occurrence, SectionItems} from '../types.ts'
import {sectionItems} from './section-items.ts'
import {type ProseSection, proseReader} from './section-prose.ts'

/** What stands under the section's headings, or else what running text says of the same. */
export const sectionReader = (section: ProseSection): ((posting: Posting) => Occurrence<SectionItems>[]) => {
  const inProse = proseReader(section)
  return (posting) => {
    const headed = sectionItems(posting, section)
    return headed.length > 0 ? headed : inProse(posting)
  }
}
