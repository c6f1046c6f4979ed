import path from 'node:path'
import {version} from '../../package.json'
import {findConfig} from '../../src/config/find.ts'
import {filePatterns, settingsFor} from '../../src/config/settings.ts'
import type {LoadedConfig} from '../../src/config/types.ts'
import {checkPosting} from '../../src/engine/check.ts'
import type {Pack} from '../../src/engine/packs.ts'
import {readPosting} from '../../src/posting/read.ts'
import {summarise, usedWaivers} from '../../src/report/summary.ts'
import type {FileReport, Report} from '../../src/report/types.ts'
import type {CheckFlags} from '../commands/check.ts'
import {type ConfigFinder, createConfigFinder, packsNamed} from '../configs.ts'
import {findInputs, type Input} from '../inputs.ts'
import {languageOf} from '../language.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import type {MarkFindings} from './baseline.ts'
import {writeOutputs} from './output.ts'
import {type CheckRequest, readRequest} from './request.ts'

const exit = {clean: 0, findings: 1, trouble: 2} as const

/** Runs `utlys check` and returns the exit code. */
export const runCheck = async (paths: string[], flags: CheckFlags): Promise<number> => {
  try {
    const request = readRequest(paths, flags)
    return await checkAll(request)
  } catch (error) {
    complain(error, languageOf(flags, paths[0]))
    return exit.trouble
  }
}

const checkAll = async (request: CheckRequest): Promise<number> => {
  const configOf = createConfigFinder(request.config)
  const patternsOf = async (folder: string) => {
    const loaded = await configOf(folder)
    const globs = loaded ? filePatterns(loaded) : []
    return loaded && globs.length > 0
      ? {folder: path.relative('.', path.dirname(loaded.path)) || '.', globs}
      : undefined
  }
  const paths = request.paths.length > 0 || !(await patternsOf('.')) ? request.paths : ['.']
  if (paths.length === 0) throw new Problem('noPaths')
  const {inputs, problems} = await findInputs(paths, request.stdinName, patternsOf)
  const lang = languageOf(request, inputs[0]?.path ?? paths[0])
  for (const problem of problems) complain(problem, lang)
  try {
    return await checkInputs(inputs, {request, lang, configOf}, problems.length > 0)
  } catch (error) {
    complain(error, lang)
    return exit.trouble
  }
}

interface Run {
  request: CheckRequest
  lang: Lang
  configOf: ConfigFinder
}

const checkInputs = async (inputs: readonly Input[], run: Run, hadTrouble: boolean): Promise<number> => {
  const {request, lang, configOf} = run
  const markKnown = await openKnown(request, inputs)
  const packs = await packsNamed(request.policies)
  const checked: FileReport[] = []
  const sources = new Map<string, string>()
  let trouble = hadTrouble
  for (const input of inputs) {
    try {
      const {file, source} = await checkInput(
        input,
        request,
        lang,
        await configOf(path.dirname(input.path)),
        packs,
      )
      checked.push(file)
      sources.set(file.path, source)
    } catch (error) {
      complain(error, lang, input.path)
      trouble = true
    }
  }
  const marked = markKnown && checked.length > 0 ? await markKnown(checked, sources, lang) : {files: checked}
  const report = reportOf(marked)
  if (checked.length > 0 || !trouble) await writeOutputs(report, {...request, lang, sources})
  if (trouble) return exit.trouble
  return report.summary.error > 0 || report.summary.warning > request.maxWarnings ? exit.findings : exit.clean
}

const reportOf = (checked: Pick<Report, 'files' | 'baseline'>): Report => ({
  version: 1,
  tool: {name: 'utlys', version},
  ...checked,
  waivers: usedWaivers(checked.files),
  summary: summarise(checked.files),
})

/** The list of known findings; what that takes is loaded when it is asked for. */
const openKnown = async (
  {baseline, config}: CheckRequest,
  inputs: readonly Input[],
): Promise<MarkFindings | undefined> => {
  if (!baseline) return undefined
  const {openBaseline} = await import('./baseline.ts')
  const nearest = config ?? (inputs[0] && findConfig(path.resolve(path.dirname(inputs[0].path))))
  return openBaseline(baseline, nearest === undefined ? '.' : path.dirname(nearest))
}

const checkInput = async (
  input: Input,
  request: CheckRequest,
  lang: Lang,
  config: LoadedConfig | undefined,
  packs: readonly Pack[],
): Promise<{file: FileReport; source: string}> => {
  const settings = settingsFor(path.resolve(input.path), config, {...request, packs})
  const check = async (bytes: Uint8Array): Promise<{file: FileReport; source: string}> => {
    const posting = await readPosting(input.path, bytes)
    const file = await checkPosting(posting, settings, {today: request.today, lang})
    return {file, source: posting.source}
  }
  const checked = await check(await input.read())
  if (request.fix === 'no') return checked
  const {fixFile} = await import('./fix.ts')
  const fixed = await fixFile(checked, request.fix, lang)
  return fixed === undefined ? checked : check(new TextEncoder().encode(fixed))
}
