import path from 'node:path'
import {createNumberer} from '../../../src/baseline/number.ts'
import {rulesInFile} from '../../../src/report/repeats.ts'
import type {FileReport, Finding} from '../../../src/report/types.ts'
import {readPatch} from './diff.ts'
import {createPlacer, type Placement, type Placer} from './placement.ts'
import type {ReviewRequest} from './types.ts'

/** A file of the pull request, as GitHub tells of it. */
export interface ChangedFile {
  path: string
  isRemoved: boolean
  /** Absent where there is too much of it, or nothing that is text. */
  patch?: string | undefined
}

/** What a rule finds in a file: enough for one comment. The weightiest finding comes first. */
export interface Subject {
  /** From the top of the repository. */
  path: string
  findings: readonly [Located, ...Located[]]
}

export interface Located {
  finding: Finding
  /** Stays the same when the words move. */
  id: string
  /** Where a comment on it may stand. */
  placement: Placement | undefined
}

const nowhere: Placer = () => undefined

export const subjectsOf = (
  {report, context, root}: Pick<ReviewRequest, 'report' | 'context' | 'root'>,
  files: readonly ChangedFile[],
): Subject[] => {
  const patches = new Map(files.map(({path: name, patch}) => [name, patch]))
  const numberers = new Map<string, ReturnType<typeof createNumberer>>()
  return report.files.flatMap((file) => {
    const name = nameInRepository(file.path, root)
    const source = context.sources.get(file.path) ?? ''
    const place = placerOf(file, source, patches.get(name))
    // A file may hold several ads, whose findings must be told apart too.
    const number = numberers.get(name) ?? createNumberer(source)
    numberers.set(name, number)
    const ids = new Map(file.findings.map((finding) => [finding, number(finding)]))
    const located = (finding: Finding): Located => ({
      finding,
      id: ids.get(finding)!,
      placement: place(finding),
    })
    return rulesInFile(file, context).map(({findings: [first, ...more]}) => ({
      path: name,
      findings: [located(first), ...more.map(located)] as const,
    }))
  })
}

const placerOf = ({unit, readOnly}: FileReport, source: string, patch: string | undefined): Placer =>
  patch === undefined || unit === 'paragraph'
    ? nowhere
    : createPlacer(source, readPatch(patch), readOnly === undefined)

export const nameInRepository = (file: string, root: string): string =>
  path.relative(root, path.resolve(file)).replaceAll(path.sep, '/')
