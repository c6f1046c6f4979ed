import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {changesFrom} from '../git/changes.ts'
import {commitEntries} from '../git/entries.ts'
import {filesOf} from '../git/files.ts'
import {workingCopyHere} from '../git/here.ts'
import type {Pushed} from '../git/push.ts'
import {findIn} from './find.ts'

/** The ads that a pushed commit brings, as they are in it; undefined when there are none. */
export const findPushed = async (
  {commit, comparisons}: Pushed,
  request: CheckRequest,
): Promise<Found | undefined> => {
  const changes = changesFrom(comparisons)
  if (changes.length === 0) return undefined
  const {root} = workingCopyHere()
  return findIn({root, files: filesOf(commitEntries(commit), root), comparisons, changes}, request)
}
