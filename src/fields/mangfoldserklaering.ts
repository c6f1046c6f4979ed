import type {Block, Section} from '../posting/types.ts'
import diversityData from '../vocabulary/diversity.yml'
import {cueTest} from './grammar/cues.ts'
import {expressions} from './grammar/expressions.ts'
import {withoutLabel} from './grammar/labels.ts'
import {masked} from './grammar/mentions.ts'
import {runsOf} from './grammar/runs.ts'
import {type Sentence, sentencesWith} from './grammar/sentences.ts'
import type {Recogniser} from './types.ts'

interface DiversityData {
  falseFriends: string[]
  grounds: Record<string, string[]>
  cues: Record<string, string[]>
  ways: string[][]
}

const {falseFriends, grounds, cues, ways} = diversityData as DiversityData

const falseFriend = expressions(falseFriends)
const namedGrounds = Object.entries(grounds).map(([ground, words]) => ({
  ground,
  named: expressions(words),
}))
const says = cueTest({...cues, ground: Object.values(grounds).flat()})

/** A list item of these tells what the applicant does or is, not who is wanted. */
const aboutPost: readonly Section[] = ['arbeidsoppgaver', 'kvalifikasjoner', 'egenskaper']

/** The statement that people of different backgrounds are wanted, with the grounds that it names. */
export const mangfoldserklæring: Recogniser<'mangfoldserklæring'> = {
  name: 'mangfoldserklæring',
  recognise(posting) {
    const stated = sentencesWith(posting, 'mangfoldserklæring').filter(
      ({block, lower}) => canHoldStatement(block) && isStatement(lower),
    )
    return runsOf(stated).map(({span, sentences}) => ({
      value: {grunnlag: groundsIn(sentences)},
      span: withoutLabel(posting, span),
    }))
  },
}

const canHoldStatement = ({kind, sections}: Block): boolean =>
  kind !== 'heading' &&
  kind !== 'quotation' &&
  !(kind === 'item' && sections.some((section) => aboutPost.includes(section)))

const isStatement = (sentence: string): boolean => {
  const plain = masked(sentence, falseFriend)
  return says(plain, ways) && (!says(plain, [['served']]) || says(plain, [['people']]))
}

/** Those who are invited because they are few are no list of who is wanted "regardless of …". */
const invitesSome = (sentence: string): boolean =>
  says(sentence, [['underrepresented']]) && !says(sentence, [['regardless']])

/** The grounds that the sentences name, in the order of the text. */
const groundsIn = (sentences: readonly Sentence[]): string[] => {
  const statement = sentences
    .map(({lower}) => lower)
    .filter((lower) => !invitesSome(lower))
    .join('')
  return namedGrounds
    .map(({ground, named}) => ({ground, at: named.first(statement)?.start ?? -1}))
    .filter(({at}) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ground}) => ground)
}
