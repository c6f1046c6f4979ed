import {existsSync} from 'node:fs'
import path from 'node:path'
import {settingsFor} from '../../src/config/settings.ts'
import {safe} from '../../src/report/safe.ts'
import {summarise} from '../../src/report/summary.ts'
import {translate} from '../../src/report/texts.ts'
import type {FileReport} from '../../src/report/types.ts'
import {openAsker} from '../ask/index.ts'
import {type Asker, Cancelled} from '../ask/types.ts'
import {createConfigFinder, packsNamed} from '../configs.ts'
import {languageOf, readLanguage} from '../language.ts'
import {type CircumstanceFlags, readCircumstances, wantsColor} from '../options.ts'
import {complain} from '../problem.ts'
import type {Lang} from '../texts.ts'
import {writeNewWhole} from '../write-whole.ts'
import {judgeAnswers, nameOf, readAnswers, WrongAnswers} from './answers.ts'
import {type Answers, compose} from './draft.ts'
import {interview} from './interview.ts'
import {createJudge, type JudgeOptions} from './judge.ts'
import {profileKeys} from './steps.ts'
import {sayNew} from './texts.ts'

/** The options as commander gives them. */
export interface NewFlags extends CircumstanceFlags {
  answers?: string
  dryRun?: boolean
  linear?: boolean
  color: boolean
}

const exit = {written: 0, errors: 1, trouble: 2} as const

interface Request extends JudgeOptions {
  file: string | undefined
  isDry: boolean
}

/** Runs `utlys new` and returns the exit code. */
export const runNew = async (file: string | undefined, flags: NewFlags): Promise<number> => {
  const lang = languageOf(flags, file)
  try {
    readLanguage(flags, file)
    const request = await readRequest(file, flags, lang)
    refuse(file, lang)
    return await (flags.answers === undefined
      ? fromQuestions(request, flags)
      : fromAnswers(request, flags.answers))
  } catch (error) {
    if (error instanceof Cancelled) process.stderr.write(`${sayNew(lang, 'cancelled')}\n`)
    else if (error instanceof WrongAnswers)
      for (const line of error.lines) process.stderr.write(`utlys: ${line}\n`)
    else complain(error, lang)
    return exit.trouble
  }
}

const readRequest = async (file: string | undefined, flags: NewFlags, lang: Lang): Promise<Request> => {
  const circumstances = readCircumstances(flags)
  const folder = path.dirname(file ?? 'utkast.md')
  const loaded = await createConfigFinder(circumstances.config)(folder)
  const packs = await packsNamed(circumstances.policies)
  return {
    file,
    isDry: flags.dryRun ?? false,
    settings: settingsFor(path.resolve(file ?? 'utkast.md'), loaded, {...circumstances, packs}),
    today: circumstances.today,
    lang,
  }
}

/** Nothing that is there is written over. @throws Problem */
const refuse = (file: string | undefined, lang: Lang): void => {
  const flaw = file === undefined ? undefined : flawOfFile(file, lang)
  if (flaw !== undefined) throw new WrongAnswers([flaw])
}

const flawOfFile = (file: string, lang: Lang): string | undefined => {
  if (!/[^/\\]\.md$/i.test(file)) return sayNew(lang, 'file.ending')
  return existsSync(file) ? sayNew(lang, 'file.exists', {path: file}) : undefined
}

/** What the configuration says of the employer; an ad has one written standard, whatever the employer has. */
const givenProfile = ({settings}: Request): Answers['profile'] =>
  Object.fromEntries(
    profileKeys.flatMap((key) => {
      const value = settings.profile[key]
      return value === undefined || value === 'begge' ? [] : [[key, value]]
    }),
  )

const fromAnswers = async (request: Request, file: string): Promise<number> => {
  const {lang} = request
  if (request.file === undefined && !request.isDry)
    throw new WrongAnswers([sayNew(lang, 'answers.needsFile')])
  const judge = createJudge(request)
  const raw = await readAnswers(file, lang)
  const answers = await judgeAnswers(raw, givenProfile(request), {
    ...request,
    path: nameOf(file, lang),
    judge,
  })
  const {report} = await judge.inspect(answers)
  const errors = errorsIn(report)
  if (errors.length > 0) throw new WrongAnswers([sayNew(lang, 'errors'), ...errors])
  if (request.isDry) process.stdout.write(compose(answers))
  else await write(request.file!, answers, report, request, (text) => void process.stdout.write(`${text}\n`))
  return exit.written
}

const fromQuestions = async (request: Request, {color, linear}: NewFlags): Promise<number> => {
  const {lang} = request
  const judge = createJudge(request)
  const asker = await openAsker({lang, color: wantsColor(color), linear: linear ?? false})
  try {
    asker.tell(sayNew(lang, 'welcome'))
    const given = {profile: givenProfile(request), fields: {}, statements: {}}
    const answers = await interview({asker, judge, ...request, remarked: new Map()}, given)
    const {report} = await judge.inspect(answers)
    asker.tell(`${sayNew(lang, 'shown')}\n\n${compose(answers).trimEnd().split('\n').map(safe).join('\n')}`)
    const errors = errorsIn(report)
    if (errors.length > 0) asker.tell([sayNew(lang, 'errors'), ...errors].join('\n'))
    if (request.isDry) return errors.length > 0 ? exit.errors : exit.written
    const file = request.file ?? (await askFile(asker, answers, lang))
    if (!(await asker.confirm({label: sayNew(lang, 'ask.write', {path: file}), ready: true}))) {
      asker.tell(sayNew(lang, 'notWritten'))
      return exit.trouble
    }
    await write(file, answers, report, request, asker.tell)
    return errors.length > 0 ? exit.errors : exit.written
  } finally {
    asker.close()
  }
}

const errorsIn = ({findings}: FileReport): string[] =>
  findings
    .filter(({severity, waiver}) => severity === 'error' && !waiver)
    .map(({ruleId, message}) => `${ruleId}: ${safe(message)}`)

const askFile = (asker: Asker, {fields}: Answers, lang: Lang): Promise<string> =>
  asker.text({
    label: sayNew(lang, 'ask.file'),
    value: freeName(fields.stillingstittel ?? ''),
    flaw: async (name) => flawOfFile(name.trim(), lang),
  })

/** A name of the title that no file has yet. */
const freeName = (title: string): string => {
  const name =
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'annonse'
  for (let count = 1; ; count++) {
    const file = `${name}${count === 1 ? '' : `-${count}`}.md`
    if (!existsSync(file)) return file
  }
}

const write = async (
  file: string,
  answers: Answers,
  report: FileReport,
  {lang}: Request,
  tell: (text: string) => void,
): Promise<void> => {
  await writeNewWhole(file, compose(answers))
  const {error, warning, info} = summarise([report])
  tell(sayNew(lang, 'wrote', {path: file}))
  tell(
    sayNew(lang, 'counts', {
      errors: translate(lang, 'count.error', {n: error}),
      warnings: translate(lang, 'count.warning', {n: warning}),
      advice: translate(lang, 'count.info', {n: info}),
    }),
  )
  tell(sayNew(lang, 'next', {path: file}))
}
