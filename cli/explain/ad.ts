import {statSync} from 'node:fs'
import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import {type Inspection, inspectPosting} from '../../src/engine/check.ts'
import type {Rule} from '../../src/engine/types.ts'
import {readPostings} from '../../src/posting/read.ts'
import type {Posting} from '../../src/posting/types.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {findInputs} from '../inputs.ts'
import {languageOf} from '../language.ts'
import type {Circumstances} from '../options.ts'
import {complain, Problem} from '../problem.ts'
import {rulesWith} from '../rules/choose.ts'
import type {Lang} from '../texts.ts'

/** An ad that has been checked, with all that explains why it was found what it was. */
export interface Ad extends Inspection {
  lang: Lang
  source: string
  /** The rules that there are for it, run or not. */
  rules: readonly Rule[]
  /** The configuration that holds for it. */
  config: string | undefined
}

export interface AdRequest extends Circumstances {
  lang: Lang | undefined
  stdinName: string | undefined
}

/**
 * Checks one file as `utlys check` does. What cannot be read is told on standard error.
 *
 * @param line tells which ad is meant in a file of several; else it is the first
 * @throws Problem for what is not one file
 */
export const readAd = async (given: string, request: AdRequest, line?: number): Promise<Ad | undefined> => {
  if (statSync(given, {throwIfNoEntry: false})?.isDirectory())
    throw new Problem('explain.oneFile', {path: given})
  const {inputs, problems} = await findInputs([given], request.stdinName, async () => undefined)
  if (problems[0]) throw problems[0]
  const [input, ...others] = inputs
  if (!input || others.length > 0) throw new Problem('explain.oneFile', {path: given})
  const config = await createConfigFinder(request.config)(path.dirname(input.path))
  const packs = await packsNamed(request.policies)
  const lang = languageOf(request, input.path)
  try {
    const postings = await readPostings(
      input.path,
      await input.read(),
      input.isUnnamed ? {isUnnamed: true} : {},
    )
    const posting = postings.find((one) => line !== undefined && isOnLine(one, line)) ?? postings[0]!
    const settings = settingsFor(path.resolve(input.path), config, {...request, packs})
    const inspection = await inspectPosting(posting, settings, {today: request.today, lang})
    const configPath = config && path.relative('.', config.path)
    const rules = rulesWith(settings.packs)
    return {...inspection, lang, source: posting.source, rules, config: configPath}
  } catch (error) {
    complain(error, lang, input.path)
    return undefined
  }
}

const isOnLine = ({blocks, place}: Posting, line: number): boolean =>
  blocks.some(({span}) => {
    const {start, end} = place(span)
    return start.line <= line && line <= end.line
  })
