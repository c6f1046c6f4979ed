import {statSync} from 'node:fs'
import type {ReviewFlags} from '../commands/review.ts'
import {usesScreen} from '../interactive.ts'
import {languageOf, readLanguage} from '../language.ts'
import {type Circumstances, readCircumstances, wantsColor} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {openDraftFile} from './draft-file.ts'
import {Session} from './session.ts'

/** What both forms of the review need. */
export interface Review {
  session: Session
  path: string
  lang: Lang
  /** ISO date */
  today: string
  color: boolean
}

const exit = {clean: 0, findings: 1, trouble: 2} as const

/** Runs `utlys review` and returns the exit code: 1 when errors are left in the file. */
export const runReview = async (file: string | undefined, flags: ReviewFlags): Promise<number> => {
  try {
    const lang = readLanguage(flags, file)
    const circumstances = readCircumstances(flags)
    const review = openReview(draftNamed(file), circumstances, lang, flags)
    try {
      await (usesScreen(flags.linear ?? false) ? onScreen(review) : inLines(review))
      return await verdict(review)
    } finally {
      review.session.close()
    }
  } catch (error) {
    complain(error, languageOf(flags, file), file)
    return exit.trouble
  }
}

/** @throws Problem when no draft is named, or none is there */
const draftNamed = (file: string | undefined): string => {
  if (file === undefined || file === '-') throw new Problem('review.needsFile')
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats) throw new Problem('missing', {path: file})
  if (stats.isDirectory()) throw new Problem('review.isFolder', {path: file})
  return file
}

const openReview = (file: string, circumstances: Circumstances, lang: Lang, flags: ReviewFlags): Review => {
  const checker = import('./checker.ts').then(({openChecker}) => openChecker(file, circumstances, lang))
  const session = new Session(openDraftFile(file), checker)
  return {session, path: file, lang, today: circumstances.today, color: wantsColor(flags.color)}
}

/** React and Ink are loaded while the engine is. */
const onScreen = async (review: Review): Promise<void> =>
  (await import('../screens/review/open.tsx')).openScreen(review)

const inLines = async (review: Review): Promise<void> => (await import('./linear.ts')).reviewInLines(review)

/** What holds for the draft as the person leaves it, saved or not, is told by the exit code alone. */
const verdict = async ({session}: Review): Promise<number> => {
  await session.settled()
  const {trouble, checked} = session.state
  if (trouble !== undefined) throw trouble
  const hasErrors = checked?.report.findings.some(({severity, waiver}) => severity === 'error' && !waiver)
  return hasErrors ? exit.findings : exit.clean
}
