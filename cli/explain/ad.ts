import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import {type Inspection, inspectPosting} from '../../src/engine/check.ts'
import type {Rule} from '../../src/engine/types.ts'
import {BadInput} from '../../src/posting/bad-input.ts'
import {decode} from '../../src/posting/decode.ts'
import {readPostings} from '../../src/posting/read.ts'
import {holdsLines} from '../../src/posting/readers/index.ts'
import type {Posting} from '../../src/posting/types.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {findInputs, type Input} from '../inputs.ts'
import {isFolder} from '../kind.ts'
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
  if (isFolder(given)) throw new Problem('explain.oneFile', {path: given})
  const {inputs, problems} = await findInputs([given], request.stdinName, async () => undefined)
  if (problems[0]) throw problems[0]
  const [input, ...others] = inputs
  if (!input || others.length > 0) throw new Problem('explain.oneFile', {path: given})
  const config = await createConfigFinder(request.config)(path.dirname(input.path))
  const packs = await packsNamed(request.policies)
  const lang = languageOf(request, input.path)
  try {
    const {postings, source} = await adsOf(input, line)
    const posting = postings.find((one) => line !== undefined && isOnLine(one, line)) ?? postings[0]!
    const settings = settingsFor(path.resolve(input.path), config, {...request, packs})
    const inspection = await inspectPosting(posting, settings, {today: request.today, lang})
    const configPath = config && path.relative('.', config.path)
    const rules = rulesWith(settings.packs)
    return {...inspection, lang, source: source ?? posting.source, rules, config: configPath}
  } catch (error) {
    complain(error, lang, input.path)
    return undefined
  }
}

interface Ads {
  postings: Posting[]
  /** The file, when only one of its lines was read. */
  source?: string
}

/** Of a file with an ad on each line only that one is read, whatever is wrong with others; else the first. */
const adsOf = async (input: Input, line = 1): Promise<Ads> => {
  const bytes = await input.read()
  if (!holdsLines(input.isUnnamed ? undefined : input.path, bytes))
    return {postings: await readPostings(input.path, bytes, input.isUnnamed ? {isUnnamed: true} : {})}
  const source = decode(bytes).text
  const lines = source.split('\n')
  const hasAd = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
  const number = hasAd(lines[line - 1]) ? line : Math.max(0, lines.findIndex(hasAd)) + 1
  const offset = lines.slice(0, number - 1).reduce((sum, {length}) => sum + length + 1, 0)
  const own = new TextEncoder().encode(lines[number - 1])
  const path = input.isUnnamed ? 'annonser.jsonl' : input.path
  try {
    return {postings: await readPostings(path, own, {origin: {lines: number - 1, offset}}), source}
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw new BadInput(error.code, {path, ...error.data, line: String(number)})
  }
}

const isOnLine = ({blocks, place}: Posting, line: number): boolean =>
  blocks.some(({span}) => {
    const {start, end} = place(span)
    return start.line <= line && line <= end.line
  })
