import organisationData from '../../vocabulary/organisations.yml'
import {compile, wholeWord} from '../../vocabulary/pattern.ts'
import {isRole} from './job-titles.ts'
import type {OrganisationKind} from './organisations.ts'
import {anyOf} from './words.ts'

const vocabulary = organisationData as unknown as Record<
  'advertises' | 'employs' | 'onBehalf' | 'about' | 'is' | 'presents',
  string[]
> & {alsoAdvertises: string; receives: string}

const abbreviation = '(?: \\([^)]{1,20}\\))?(?: i \\p{Lu}[\\p{L}-]{1,30})?'
const advertises = compile(`^s?${abbreviation},? ${wholeWord(anyOf(vocabulary.advertises))}`)
const alsoAdvertises = compile(`${vocabulary.alsoAdvertises}(?!\\p{L})`)
const presents = compile(`^${abbreviation},? ${wholeWord(anyOf(vocabulary.presents))}`)
const describes = compile(`^${abbreviation},? ${wholeWord(anyOf(vocabulary.is))}`)
const acts = compile('^ \\p{Ll}{3,}(?:er|ar)(?!\\p{L})')
const employs = compile(`${wholeWord(anyOf(vocabulary.employs))} $`)
const asRole = compile(
  `(?<!\\p{L})(?:som|as an?|as the) (?<role>[\\p{L}-]{3,40}) (?:i|hos|hjå|ved|at|in|for) $`,
)
const onBehalf = compile(`${anyOf(vocabulary.onBehalf)}$`)
const receives = compile(`${wholeWord(vocabulary.receives)} $`)
const about = compile(`${wholeWord(anyOf(vocabulary.about))} $`)

/** A name with what stands around it in its sentence. */
export interface Mention {
  kind: OrganisationKind
  /** The name is sure to be one though it begins the sentence, where any word has a capital. */
  isSure: boolean
  before: string
  after: string
  block: 'heading' | 'item' | 'other'
}

/** Most letters before and after a name that a cue reads. */
export const cueLength = {before: 80, after: 120}

/** A cue with what it tells of the employer: of a body or institution, and of any other name. */
interface Cue {
  known: number
  name: number
  applies(mention: Mention): boolean
}

const isStart = ({before}: Mention): boolean => /^["«“*–\s-]*$/u.test(before)

/** "jobb hos", "som sykepleier i" */
const isWorkThere = (before: string): boolean => {
  const lower = before.toLowerCase()
  const role = asRole.exec(lower)?.groups?.role
  return employs.test(lower) || (role !== undefined && isRole(role))
}

/** The first that applies tells. */
const cues: Cue[] = [
  {known: 20, name: 20, applies: ({before}) => onBehalf.test(before)},
  {known: 3, name: 3, applies: ({before}) => isWorkThere(before)},
  {known: 0, name: 0.5, applies: (mention) => mention.kind === 'name' && isStart(mention) && !mention.isSure},
  {known: 4, name: 4, applies: ({after}) => advertises.test(after)},
  {known: 4, name: 4, applies: (mention) => isStart(mention) && alsoAdvertises.test(mention.after)},
  {known: 3, name: 3, applies: (mention) => isStart(mention) && presents.test(mention.after)},
  {known: 3, name: 0.2, applies: ({before}) => receives.test(before.toLowerCase())},
  {known: 3, name: 2, applies: (mention) => isStart(mention) && describes.test(mention.after)},
  {known: 0.5, name: 0.5, applies: (mention) => isStart(mention) && mention.block === 'item'},
  {known: 3, name: 0.5, applies: (mention) => isStart(mention) && acts.test(mention.after)},
  {known: 3, name: 0, applies: ({block}) => block === 'heading'},
  {known: 2, name: 0.5, applies: isStart},
  {known: 3, name: 3, applies: ({before}) => /(?:^|\s)(?:Hos|At|Ved) $/u.test(before)},
  {known: 1, name: 0.2, applies: ({kind, after}) => kind === 'legal' && /^s \p{Ll}/u.test(after)},
  {known: 0.3, name: 0.3, applies: ({before}) => about.test(before)},
  {known: 1, name: 0.2, applies: () => true},
]

/** How much a mention tells of the employer. */
export const weightOf = (mention: Mention): number => {
  const cue = cues.find(({applies}) => applies(mention))!
  return mention.kind === 'name' ? cue.name : cue.known
}
