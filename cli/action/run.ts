import {error as annotateError, endGroup, getInput, setOutput, startGroup} from '@actions/core'
import {annotate, mostAnnotations} from '../../src/report/github.ts'
import {jobSummary} from '../../src/report/job-summary.ts'
import {countBySeverity, openFindings} from '../../src/report/pick.ts'
import {text} from '../../src/report/text.ts'
import type {Finding, Report} from '../../src/report/types.ts'
import {viewClosing} from '../../src/report/view.ts'
import {commitHere} from '../check/commit.ts'
import {exit} from '../check/exit.ts'
import {backgroundOf, exitCodeOf, type Judged, judge, reportOf} from '../check/result.ts'
import {refuseOverwriting} from '../check/targets.ts'
import {languageOf} from '../language.ts'
import {isLang, type Lang} from '../texts.ts'
import {findScope, type Scope} from './ads.ts'
import {findingsOnChange} from './changed.ts'
import {commentOn} from './comment.ts'
import {readOccasion} from './event.ts'
import {addToSummary, writeReports} from './files.ts'
import {type History, historyOf} from './history.ts'
import {type ActionInputs, readInputs} from './inputs.ts'
import {createTeller, log, type Teller} from './tell.ts'
import {sayAction} from './texts.ts'
import type {Run} from './types.ts'

const width = 100

/** Runs the action and returns the exit code. */
export const runAction = async (): Promise<number> => {
  const teller = createTeller()
  try {
    return await check(readInputs(), teller)
  } catch (error) {
    const lang = getInput('language')
    teller.problem(error, languageOf(isLang(lang) ? {lang} : {}))
    setOutput('ready', false)
    return exit.trouble
  }
}

const check = async (inputs: ActionInputs, teller: Teller): Promise<number> => {
  const {request} = inputs
  const occasion = readOccasion(process.env)
  const history = historyOf(occasion)
  const scope = await findScope(inputs, history)
  const lang = scope.found?.lang ?? languageOf(request)
  tellScope(scope, history, lang, teller)
  const judged = await judgeScope(inputs, scope, teller)
  const context = {...judged.background, lang, width, color: false, quiet: false}
  return tellAll({inputs, occasion, history, scope, lang, judged, context, teller})
}

const judgeScope = async ({request}: ActionInputs, {found}: Scope, teller: Teller): Promise<Judged> => {
  if (!found) return {report: reportOf({files: []}), background: backgroundOf([]), ads: [], isTroubled: false}
  for (const problem of found.problems) teller.problem(problem, found.lang)
  return judge(request, await refuseOverwriting(request, found), {tell: teller.problem})
}

const tellScope = ({found, settings, links, entries}: Scope, {note}: History, lang: Lang, teller: Teller) => {
  if (note) teller.notice(sayAction(lang, note))
  for (const path of links) teller.notice(sayAction(lang, 'note.links', {path}))
  if (!found) log(sayAction(lang, 'none'))
  else if (settings !== undefined) log(sayAction(lang, 'settings', {path: settings}))
  else if (!entries) log(sayAction(lang, 'all'))
}

/** Comments first: what they tell of needs no annotation. */
const tellAll = async (run: Run): Promise<number> => {
  const {inputs, judged, context, teller} = run
  const {report, isTroubled} = judged
  const commented = inputs.hasComments ? await commentOn(run) : new Set<Finding>()
  const code = exitCodeOf(report, {maxWarnings: inputs.failOn === 'warning' ? 0 : Infinity}, isTroubled)
  const hasFailed = code === exit.findings && inputs.failOn !== 'never'

  startGroup('utlys')
  log(text.render(report, context).trimEnd())
  endGroup()
  const tellProblem = (error: unknown) => teller.problem(error, run.lang)
  setOutputs(report, isTroubled, await writeReports(report, context, inputs.request.outputs, tellProblem))
  const unannotated = await tellFindings(run, commented, hasFailed)
  if (inputs.hasSummary) await addToSummary((limit) => summaryOf(run, unannotated, limit)).catch(tellProblem)

  const {summary} = viewClosing(report, context)
  if (hasFailed) annotateError(sayAction(run.lang, 'failed', {summary}), {title: 'utlys'})
  return isTroubled || teller.said.error > 0 ? exit.trouble : hasFailed ? exit.findings : exit.clean
}

/** Writes the annotations, and gives the findings that have neither one nor a comment. */
const tellFindings = async (
  run: Run,
  commented: ReadonlySet<Finding>,
  hasFailed: boolean,
): Promise<Finding[]> => {
  const {inputs, scope, lang, judged, context, teller} = run
  const {report, ads} = judged
  const onChange = await findingsOnChange(ads, scope, inputs.request)
  const isOnChange = (finding: Finding): boolean => onChange.has(finding)
  const isMeant = (finding: Finding): boolean =>
    !commented.has(finding) &&
    inputs.annotations !== 'none' &&
    (inputs.annotations === 'all' || isOnChange(finding))
  const {commands, left} = annotate(report, context, {
    isMeant,
    isOnChange,
    room: {
      error: mostAnnotations - teller.said.error - Number(hasFailed),
      info: mostAnnotations - teller.said.info,
    },
  })
  for (const command of commands) log(command)
  const others = report.files
    .flatMap((file) => openFindings(file, context))
    .filter((finding) => !commented.has(finding) && !isMeant(finding))
  if (inputs.annotations === 'changed' && others.length > 0)
    log(sayAction(lang, 'elsewhere', {n: String(others.length)}))
  if (left.length > 0) log(sayAction(lang, 'left', {n: String(left.length)}))
  return [...left, ...others]
}

const summaryOf = (run: Run, unannotated: readonly Finding[], limit: number): string => {
  const {inputs, scope, history, judged, lang, context} = run
  if (!scope.found) return sayAction(lang, 'none')
  const commit = commitHere()
  return jobSummary.render(judged.report, {
    ...context,
    limit,
    commit: commit && {...commit, sha: history.head ?? commit.sha},
    ...(inputs.annotations !== 'none' && {unannotated: countBySeverity(unannotated)}),
  })
}

/** Ready is what has no error that nobody has decided to let stand, known or not. */
const setOutputs = ({files, summary}: Report, isTroubled: boolean, file: string): void => {
  const isReady = files.every(({findings}) => findings.every((one) => one.severity !== 'error' || one.waiver))
  const outputs = {
    files: summary.files,
    errors: summary.error,
    warnings: summary.warning,
    infos: summary.info,
    waived: summary.waived,
    known: summary.known,
    ready: isReady && !isTroubled,
    report: file,
  }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
}
