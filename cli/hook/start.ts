import {nearest} from '../../src/config/nearest.ts'
import {languageOf, readLanguage} from '../language.ts'
import {complain, Problem} from '../problem.ts'
import type {HookFlags} from './flags.ts'
import {actions, type HookName, hookNames} from './names.ts'

const trouble = 2

/** Runs `utlys hook` and returns the exit code. */
export const startHook = async (
  action: string,
  words: readonly string[],
  flags: HookFlags,
): Promise<number> => {
  try {
    const lang = readLanguage(flags)
    const known = oneOf(action, actions, 'hook.action')
    if (known === 'run') return await runNamed(words, flags)
    const [left] = words
    if (left !== undefined) throw new Problem('hook.excess', {name: left})
    if (known === 'status') return (await import('./status.ts')).status(flags, lang)
    const {install, uninstall} = await import('./install.ts')
    return known === 'install' ? install(flags, lang) : uninstall(flags, lang)
  } catch (error) {
    complain(error, languageOf(flags))
    return trouble
  }
}

const runNamed = async ([name = '', ...args]: readonly string[], flags: HookFlags): Promise<number> => {
  const hook: HookName = oneOf(name, hookNames, 'hook.name')
  const {runHook} = await import('./run.ts')
  return runHook(hook, args, flags)
}

/** @throws Problem for a word that is not among the known ones */
const oneOf = <Word extends string>(word: string, known: readonly Word[], code: string): Word => {
  const found = known.find((one) => one === word)
  if (found) return found
  throw new Problem(code, {name: word, known: known.join(', '), ...nearest(word, known)})
}
