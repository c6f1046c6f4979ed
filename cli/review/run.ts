import {closeSync, openSync, readSync} from 'node:fs'
import {formatOf, headLength} from '../../src/posting/readers/index.ts'
import {usesScreen} from '../interactive.ts'
import {kindAt, refuseNoFile} from '../kind.ts'
import {languageOf, readLanguage} from '../language.ts'
import {type CircumstanceFlags, readCircumstances, wantsColor} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import type {ThreadData} from './check-thread.ts'
import {openDraftFile} from './draft-file.ts'
import {Session} from './session.ts'
import type {Review} from './types.ts'

/** The options as commander gives them. */
export interface ReviewFlags extends CircumstanceFlags {
  linear?: boolean
  color: boolean
}

const exit = {clean: 0, findings: 1, trouble: 2} as const

/** Runs `utlys review` and returns the exit code: 1 when errors are left in the draft. */
export const runReview = async (file: string | undefined, flags: ReviewFlags): Promise<number> => {
  const lang = languageOf(flags, file)
  try {
    readLanguage(flags, file)
    const draft = draftNamed(file)
    const review = {path: draft, lang, today: readCircumstances(flags).today, color: wantsColor(flags.color)}
    const data = {file: draft, circumstances: readCircumstances(flags), lang}
    return await (usesScreen(flags.linear ?? false) ? onScreen(review, data) : inLines(review, data))
  } catch (error) {
    complain(error, lang, file)
    return exit.trouble
  }
}

/** @throws Problem when no draft is named, or none is there */
const draftNamed = (file: string | undefined): string => {
  if (file === undefined || file === '-') throw new Problem('review.needsFile')
  const kind = kindAt(file)
  refuseNoFile(file, kind)
  if (kind === 'folder') throw new Problem('review.isFolder', {path: file})
  if (!isEditable(file))
    throw new Problem(isDocument(file) ? 'readOnly.document' : 'readOnly.format', {path: file})
  return file
}

const isDocument = (file: string): boolean => /\.(?:docx|docm|odt)$/i.test(file)

/** Told from the name and the first bytes. */
const isEditable = (file: string): boolean => formatOf(file, headOf(file)).isEditable

const headOf = (file: string): Uint8Array => {
  const head = new Uint8Array(headLength)
  const opened = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(opened, head))
  } finally {
    closeSync(opened)
  }
}

/** The thread loads the engine while this one loads React and Ink. */
const onScreen = async (review: Omit<Review, 'session'>, data: ThreadData): Promise<number> => {
  const {openThread} = await import('./thread-checker.ts')
  const thread = openThread(data)
  try {
    const session = new Session(openDraftFile(review.path), thread.check)
    const {openScreen} = await import('../screens/review/open.tsx')
    await openScreen({...review, session})
    return await verdict(session, review.path)
  } finally {
    thread.close()
  }
}

const inLines = async (review: Omit<Review, 'session'>, data: ThreadData): Promise<number> => {
  const {openChecker} = await import('./checker.ts')
  const session = new Session(
    openDraftFile(review.path),
    await openChecker(data.file, data.circumstances, data.lang),
  )
  const {reviewInLines} = await import('./linear.ts')
  await reviewInLines({...review, session})
  return verdict(session, review.path)
}

/** Whether errors are left in the file as the person leaves it. @throws what it cannot be checked for */
const verdict = async (session: Session, path: string): Promise<number> => {
  if (session.state.isUnsaved) session.discard()
  await session.settled()
  session.close()
  const {trouble, checked, disk} = session.state
  if (disk?.kind === 'gone') throw new Problem('missing', {path})
  if (trouble !== undefined) throw trouble
  const hasErrors = checked?.report.findings.some(({severity, waiver}) => severity === 'error' && !waiver)
  return hasErrors ? exit.findings : exit.clean
}
