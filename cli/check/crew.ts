import {availableParallelism} from 'node:os'
import {setImmediate as hearOthers} from 'node:timers/promises'
import type {CheckedFile, Course, Subject} from './check-file.ts'
import type {CheckRequest} from './request.ts'
import type {Threads} from './threads.ts'

/** Those who check files. */
export interface Crew {
  /** How many files may be under way at once. */
  ahead(): number
  /** @throws BadInput */
  check(subject: Subject, course: Course): Promise<CheckedFile>
  close(): void
}

const checkHere = async (subject: Subject, course: Course): Promise<CheckedFile> =>
  (await import('./check-file.ts')).checkFile(subject, course)

/** This thread alone. */
export const alone: Crew = {ahead: () => 1, check: checkHere, close: () => undefined}

/**
 * After so many milliseconds of checking there is likely as much left to do. Work of three seconds takes as long with a
 * second thread as without, since each has the code to load and to optimise for itself; ten seconds become seven and a half.
 */
const patience = 1500

/** More than so many were not measured; each takes memory of its own. */
const mostByDefault = 4

/** So that nobody waits for work while the files that come first are checked. */
const aheadOfEach = 4

/**
 * Starts with this thread, which is joined by others when the work goes on for long, or at once when so many are asked
 * for. Only what is told by the command line and by the files on disk can be checked in another thread, and exchanges are
 * made one file after the other.
 */
export const openCrew = (request: CheckRequest, isMeasured: boolean): Crew => {
  const {threads: wanted, fix, staged} = request
  const most = wanted ?? Math.min(availableParallelism(), mostByDefault)
  if (most < 2 || fix !== 'no' || staged || isMeasured) return alone
  return sharedWith(most - 1, wanted === undefined ? patience : 0, request)
}

const sharedWith = (count: number, delay: number, request: CheckRequest): Crew => {
  let begun: number | undefined
  let others: Threads | undefined
  let here = 0
  return {
    ahead: () => (others?.isWorking() ? aheadOfEach * (count + 1) : 1),
    async check(subject, course) {
      begun ??= performance.now()
      if (!others && performance.now() - begun >= delay)
        others = (await import('./threads.ts')).startThreads(count, request)
      const checked = others && others.least() <= here ? await others.check(subject, course) : undefined
      if (checked) return checked
      here++
      if (others) await hearOthers()
      return checkHere(subject, course).finally(() => here--)
    },
    close: () => others?.close(),
  }
}
