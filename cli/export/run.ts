import {existsSync} from 'node:fs'
import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import {type Inspection, inspectPosting} from '../../src/engine/check.ts'
import {type Given, givenKeys} from '../../src/export/facts.ts'
import {type ExportFormat, exportFormats} from '../../src/export/formats.ts'
import {keysFor} from '../../src/export/given-keys.ts'
import {type Exported, exportAd, written} from '../../src/export/index.ts'
import {readPostings} from '../../src/posting/read.ts'
import {nameOf} from '../../src/report/naming.ts'
import {exit} from '../check/exit.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {findInputs, type Input} from '../inputs.ts'
import {isFolder} from '../kind.ts'
import {languageOf, readLanguage} from '../language.ts'
import {type CircumstanceFlags, readCircumstances, readFormat, readProfile} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {writeNewWhole} from '../write-whole.ts'
import {linesOfFlaws} from './flaws.ts'
import {sayExport} from './texts.ts'

/** The options as commander gives them. */
export interface ExportFlags extends CircumstanceFlags {
  to?: string
  output?: string
  set: string[]
  stdinFilename?: string
}

/** Runs `utlys export` and returns the exit code: 1 when the draft is not ready. */
export const runExport = async (file: string | undefined, flags: ExportFlags): Promise<number> => {
  const near = file === '-' ? flags.stdinFilename : file
  const lang = languageOf(flags, near)
  try {
    readLanguage(flags, near)
    const format = readTarget(flags.to)
    const given = readGiven(flags.set, format)
    refuseExisting(flags.output)
    const input = await inputNamed(file, flags.stdinFilename)
    const exported = exportAd(await inspect(input, format, flags, lang), format, given)
    const shown = nameOf(input, lang)
    const refusal = linesOfFlaws(exported, shown, lang)
    if (refusal.length > 0) return refuse(refusal, {path: shown, format: format.name}, lang)
    await write(exported, format, flags.output, lang)
    return exit.clean
  } catch (error) {
    complain(error, lang, near)
    return exit.trouble
  }
}

/** @throws Problem */
const readTarget = (name: string | undefined): ExportFormat => {
  const names = exportFormats.map((format) => format.name)
  if (name === undefined) throw new Problem('export.to', {known: names.join(', ')})
  const known = readFormat(name, names)
  return exportFormats.find((format) => format.name === known)!
}

/** `KEY=VALUE` of `--set`. @throws Problem */
const readGiven = (entries: readonly string[], format: ExportFormat): Given => {
  const given = readProfile(entries)
  const used = keysFor(format)
  const name = Object.keys(given).find((key) => !used.some((known) => known === key))
  if (name === undefined) return given
  const code = givenKeys.some((known) => known === name) ? 'export.unused' : 'export.key'
  throw new Problem(code, {name, format: format.name, known: used.join(', ')})
}

/** Nothing that is there is written over. @throws Problem */
const refuseExisting = (output: string | undefined): void => {
  if (output !== undefined && existsSync(output)) throw new Problem('export.exists', {path: output})
}

/** @throws Problem */
const inputNamed = async (file: string | undefined, stdinName: string | undefined): Promise<Input> => {
  if (file === undefined) throw new Problem('export.needsFile')
  const {inputs, problems} = await findInputs([file], stdinName, async () => undefined)
  if (problems[0]) throw problems[0]
  if (inputs.length !== 1 && isFolder(file)) throw new Problem('export.folder', {path: file})
  if (inputs.length !== 1) throw new Problem('export.one', {path: file, count: String(inputs.length)})
  return inputs[0]!
}

/** Checks the draft, also by the rules of the one that it is for. @throws Problem, ConfigError, BadInput */
const inspect = async (
  input: Input,
  {policy}: ExportFormat,
  flags: ExportFlags,
  lang: Lang,
): Promise<Inspection> => {
  const circumstances = readCircumstances(flags)
  const loaded = await createConfigFinder(circumstances.config)(path.dirname(input.path))
  const packs = await packsNamed([...circumstances.policies, ...(policy ? [policy] : [])])
  const settings = settingsFor(path.resolve(input.path), loaded, {...circumstances, packs})
  const postings = await readPostings(
    input.path,
    await input.read(),
    input.isUnnamed ? {isUnnamed: true} : {},
  )
  if (postings.length > 1) throw new Problem('export.one', {path: input.path, count: String(postings.length)})
  return inspectPosting(postings[0]!, settings, {today: circumstances.today, lang})
}

const refuse = (lines: readonly string[], data: {path: string; format: string}, lang: Lang): number => {
  for (const line of [sayExport(lang, 'refused', data), ...lines]) process.stderr.write(`utlys: ${line}\n`)
  return exit.findings
}

const write = async (
  {json}: Exported,
  format: ExportFormat,
  output: string | undefined,
  lang: Lang,
): Promise<void> => {
  const text = written(json, format)
  if (output === undefined) process.stdout.write(text)
  else {
    await writeNewWhole(output, text, 'export.exists')
    process.stderr.write(`utlys: ${sayExport(lang, 'wrote', {path: output})}\n`)
  }
}
