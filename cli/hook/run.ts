import {readFileSync} from 'node:fs'
import {exit} from '../check/exit.ts'
import type {Found} from '../check/find.ts'
import type {CheckRequest} from '../check/request.ts'
import {languageOf} from '../language.ts'
import {complain} from '../problem.ts'
import type {HookFlags} from './flags.ts'
import type {HookName} from './names.ts'

/** Checks what is about to be committed or pushed, and returns the exit code. Asks for nothing. */
export const runHook = async (name: HookName, args: readonly string[], flags: HookFlags): Promise<number> => {
  try {
    return await check(name, args, flags)
  } catch (error) {
    const lang = languageOf(flags)
    complain(error, lang)
    const {tellUnread} = await import('./report.ts')
    process.stderr.write(tellUnread(name, lang))
    return exit.trouble
  }
}

const check = async (name: HookName, args: readonly string[], flags: HookFlags): Promise<number> => {
  const {readRequest} = await import('../check/request.ts')
  const request = readRequest([], {
    ...flags,
    ...{format: ['text'], profile: [], felt: [], policy: []},
    ...{staged: true, color: true},
  })
  const found = name === 'pre-commit' ? await staged(request) : await pushed(request, args[0] ?? '')
  return found.length === 0 ? exit.clean : checkAll(found, name, request)
}

const staged = async (request: CheckRequest): Promise<Found[]> => {
  const {findStaged} = await import('../staged/find.ts')
  return [(await findStaged(request)) ?? []].flat()
}

const pushed = async (request: CheckRequest, remote: string): Promise<Found[]> => {
  const {pushedCommits} = await import('../git/push.ts')
  const {findPushed} = await import('../staged/pushed.ts')
  const all: Found[] = []
  for (const one of pushedCommits(readFileSync(0, 'utf8'), remote)) {
    const found = await findPushed(one, request)
    if (found) all.push(found)
  }
  return all
}

const hasColor = (): boolean => process.stderr.isTTY === true && !process.env.NO_COLOR

/** Several commits may be pushed at once. */
const checkAll = async (all: readonly Found[], name: HookName, request: CheckRequest): Promise<number> => {
  const {exitCodeOf, judge} = await import('../check/result.ts')
  const {tellHook} = await import('./report.ts')
  let worst: number = exit.clean
  for (const found of all) {
    for (const problem of found.problems) complain(problem, found.lang)
    const {report, isTroubled} = await judge(request, found)
    const code = exitCodeOf(report, request, isTroubled)
    const {lang} = found
    process.stderr.write(tellHook(report, {name, lang, code, color: hasColor()}))
    worst = Math.max(worst, code)
  }
  return worst
}
