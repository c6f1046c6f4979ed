import type {Sentence} from '../language/types.ts'
import {inLowerCase, lazily, wholeWord} from '../vocabulary/pattern.ts'
import severalData from '../vocabulary/several-posts.yml'
import type {RuleContext} from './types.ts'

const {several, offered, post, besides} = severalData as Record<string, string[]>
const anyOf = (sources: readonly string[]): (() => RegExp) => lazily(wholeWord(sources.join('|')))
const isSeveral = anyOf(several!)
const isOffered = anyOf(offered!)
const isOfThePost = anyOf([...offered!, ...post!])
const isBesides = anyOf(besides!)

const silentRoles = ['sitat', 'mangfoldserklæring', 'søkerliste']

/** Whether an ad is of more posts than one, by their number or by what its sentences offer. */
export const hasSeveralPosts = ({fields, analysis}: RuleContext): boolean =>
  fields.antall.some(({value}) => value.value !== '1') ||
  analysis.sentences.some((sentence) => {
    const text = inLowerCase(sentence.text)
    return isSeveral().test(text) && (sentence.block.kind === 'heading' || isOffered().test(text))
  })

/** Whether a sentence is about the post, and not about what may come, what others have, or another post. */
export const isAboutThePost = ({text, role}: Sentence): boolean => {
  const words = inLowerCase(text)
  return (
    !silentRoles.includes(role) &&
    isOfThePost().test(words) &&
    !isBesides().test(words) &&
    !isSeveral().test(words)
  )
}
