import {type Proposal, proposalsOf} from '../../src/draft/proposals.ts'
import {waiverEdit} from '../../src/draft/waiver.ts'
import {safe} from '../../src/report/safe.ts'
import {fieldLabel} from '../../src/report/texts.ts'
import type {Finding} from '../../src/report/types.ts'
import {openAsker} from '../ask/index.ts'
import {type Asker, Cancelled, type Choice, GoBack} from '../ask/types.ts'
import {linesOfProblem} from '../problem.ts'
import {flawOfDay, flawOfInsertion, readDay} from './answers.ts'
import type {Checked} from './checker.ts'
import {editOutside} from './external-editor.ts'
import {fieldChoices} from './field-choices.ts'
import {findingLines} from './finding-lines.ts'
import {type Filter, filtersFor, offsetToShow, openFindings, sayFilter} from './findings.ts'
import {formOf, sayProposal} from './proposals.ts'
import {readinessOf, sayReadiness} from './readiness.ts'
import {rescue} from './rescue.ts'
import {sayReview} from './texts.ts'
import type {Review} from './types.ts'

/** The whole review as text that is only ever added to, with numbered choices. */
export const reviewInLines = async (review: Review): Promise<void> => {
  const lines = new LineReview(review, await openAsker({...review, linear: true}))
  await lines.run()
}

/** What a choice of the menu does. */
type Action = () => Promise<void> | void

/** So many lines before and after the words are read out. */
const reach = 3

const lineBreak = /\r\n|\n|\r/

class LineReview {
  #review: Review
  #asker: Asker
  #filter: Filter = {}
  #at = 0
  #hasLeft = false
  #told = new Map<string, string>()
  #toldFields: readonly string[] = []

  constructor(review: Review, asker: Asker) {
    this.#review = review
    this.#asker = asker
  }

  /** Asks until the person leaves. What is not saved when the input ends is kept beside the draft. */
  async run(): Promise<void> {
    try {
      while (!this.#hasLeft) await this.#step()
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error
      this.#rescue()
    } finally {
      this.#asker.close()
    }
  }

  async #step(): Promise<void> {
    const {session} = this.#review
    await session.settled()
    await this.#lookAtDisk()
    const {trouble, checked} = session.state
    if (this.#isNew('keys', true)) this.#tell('linear.keys')
    if (trouble !== undefined) this.#asker.tell(`\n${this.#explain(trouble)}`)
    const findings = checked ? openFindings(checked.report, this.#filter) : []
    this.#at = Math.max(0, Math.min(this.#at, findings.length - 1))
    const finding = findings[this.#at]
    if (checked && this.#isNew('draft', [session.state.source, this.#filter]))
      this.#tellState(checked, findings.length)
    if (checked && finding && this.#isNew('finding', [session.state.source, finding])) {
      const position = {n: this.#at + 1, all: findings.length}
      for (const line of findingLines(checked, finding, position, this.#review.lang)) this.#asker.tell(line)
    }
    const choices = [
      ...(finding ? this.#findingChoices(finding, findings.length) : []),
      ...this.#draftChoices(checked, finding),
    ]
    const next = choices.find(({label}) => label === this.#say('linear.next'))
    const ready = next ? [next.value] : []
    const act = await this.#asker.choose({label: this.#say('linear.do'), choices, ready})
    try {
      await act()
    } catch (error) {
      if (!(error instanceof GoBack)) throw error
    }
  }

  /** Whether something is other than it was told last. */
  #isNew(what: string, now: unknown): boolean {
    const text = JSON.stringify(now)
    const isNew = this.#told.get(what) !== text
    this.#told.set(what, text)
    return isNew
  }

  #say(key: string, data: Record<string, string> = {}): string {
    return sayReview(this.#review.lang, key, data)
  }

  #tell(key: string, data: Record<string, string> = {}): void {
    this.#asker.tell(this.#say(key, data))
  }

  #explain(error: unknown): string {
    return linesOfProblem(error, this.#review.lang, this.#review.path).join(' ')
  }

  /** How far the draft is: what is missing, and what has come since that was told last. */
  #tellState({report}: Checked, count: number): void {
    const {lang, path, session} = this.#review
    const mark = session.state.isUnsaved ? ` (${this.#say('unsaved')})` : ''
    this.#asker.tell(`\n${safe(path)}${mark}. ${sayReadiness(readinessOf(report), lang)}.`)
    const labels = (names: readonly string[]): string =>
      names.map((name) => fieldLabel(lang, name).toLowerCase()).join(', ')
    const found = Object.keys(report.fields).filter((name) => report.fields[name]!.length > 0)
    if (report.missing.length > 0) this.#tell('linear.missing', {fields: labels(report.missing)})
    const added = found.filter((name) => !this.#toldFields.includes(name))
    if (added.length > 0) this.#tell('linear.found', {fields: labels(added)})
    this.#toldFields = found
    if (count === 0) this.#tell(Object.keys(this.#filter).length > 0 ? 'noneFiltered.linear' : 'none')
  }

  #findingChoices(finding: Finding, count: number): Choice<Action>[] {
    const {lang, session} = this.#review
    const proposals = proposalsOf(finding).map((proposal, i) => ({
      label: sayProposal(proposal, session.state.source, lang),
      value: () => this.#apply(finding, proposal),
      ...(i === 0 && {key: 'a'}),
    }))
    return [
      ...proposals,
      ...(finding.place
        ? [{key: 'r', label: this.#say('linear.rewrite'), value: () => this.#rewrite(finding)}]
        : []),
      {key: 'w', label: this.#say('key.waive'), value: () => this.#waive(finding)},
      ...(this.#at < count - 1
        ? [{key: 'n', label: this.#say('linear.next'), value: () => this.#move(1)}]
        : []),
      ...(this.#at > 0 ? [{key: 'p', label: this.#say('linear.previous'), value: () => this.#move(-1)}] : []),
      {label: this.#say('linear.around'), value: () => this.#readAround(finding)},
    ]
  }

  #draftChoices(checked: Checked | undefined, finding: Finding | undefined): Choice<Action>[] {
    const {canUndo, isUnsaved} = this.#review.session.state
    return [
      {label: this.#say('linear.draft'), value: () => this.#readDraft()},
      ...(checked ? [{key: 'g', label: this.#say('key.fields'), value: () => this.#goToField(checked)}] : []),
      ...(checked
        ? [{key: 'f', label: this.#say('key.filter'), value: () => this.#chooseFilter(checked)}]
        : []),
      ...(canUndo ? [{key: 'u', label: this.#say('key.undo'), value: () => this.#undo()}] : []),
      {key: 'e', label: this.#say('key.editor'), value: () => this.#edit(finding)},
      ...(isUnsaved ? [{key: 's', label: this.#say('key.save'), value: () => this.#save()}] : []),
      {key: 'q', label: this.#say('key.leave'), value: () => this.#leave()},
    ]
  }

  #move(by: number): void {
    this.#at += by
  }

  async #apply(finding: Finding, proposal: Proposal): Promise<void> {
    const {session, lang} = this.#review
    const form = formOf(proposal)
    if (!form) {
      session.edit(proposal.edit)
      this.#tell(proposal.kind === 'insert' ? 'inserted.linear' : 'applied.linear')
      return
    }
    const answers: string[] = []
    for (const {before, after, hint} of form.blanks)
      answers.push(
        await this.#asker.text({label: safe(labelOf(before, after)), hint: safe(hint), canGoBack: true}),
      )
    if (answers.every((answer) => answer.trim() === '')) {
      this.#tell('unedited')
      return
    }
    const edit = form.fill(answers)
    const flaw = await flawOfInsertion(session, edit, finding, {
      lang,
      explain: (error) => this.#explain(error),
    })
    if (flaw !== undefined) this.#asker.tell(safe(flaw))
    if (flaw !== undefined && !(await this.#asker.confirm({label: this.#say('linear.anyway')}))) return
    session.edit(edit)
    this.#tell('inserted.linear')
  }

  async #rewrite({place, actual = ''}: Finding): Promise<void> {
    if (!place) return
    const words = actual.replace(/\s+/g, ' ')
    const label = this.#say('rewrite.words', {words})
    const text = await this.#asker.text({label, canGoBack: true})
    if (text.trim() === '') return
    this.#review.session.edit({range: [place.start.offset, place.end.offset], text})
    this.#tell('applied.linear')
  }

  async #waive(finding: Finding): Promise<void> {
    const {session, lang, today} = this.#review
    const reason = await this.#asker.text({
      label: this.#say('waive.ask'),
      flaw: async (answer) => (answer.trim() === '' ? this.#say('waive.empty.linear') : undefined),
      canGoBack: true,
    })
    const day = await this.#asker.text({
      label: this.#say('waive.until'),
      flaw: async (answer) => flawOfDay(answer, today, lang),
      canGoBack: true,
    })
    const until = readDay(day)
    session.edit(waiverEdit(session.state.source, finding, {reason, ...(until && {until})}))
    this.#tell('waived.linear')
  }

  #readLines(from: number, to: number): void {
    const lines = this.#review.session.state.source.split(lineBreak)
    lines.slice(from, to).forEach((text, i) => {
      if (text.trim() !== '') this.#tell('linear.line', {n: String(from + i + 1), text})
    })
  }

  #readAround(finding: Finding): void {
    const {source} = this.#review.session.state
    const line = lineOf(finding, source)
    this.#readLines(Math.max(0, line - 1 - reach), line + reach)
  }

  #readDraft(): void {
    this.#readLines(0, Number.POSITIVE_INFINITY)
  }

  async #goToField(checked: Checked): Promise<void> {
    const fields = fieldChoices(checked, this.#review.lang)
    if (fields.length === 0) return
    const choices = fields.map((field) => ({label: safe(`${field.label}: ${field.value}`), value: field}))
    const {place, ruleId} = await this.#asker.choose({
      label: this.#say('fields.title'),
      choices,
      canGoBack: true,
    })
    if (place) this.#readLines(place.start.line - 1, place.end.line)
    else {
      this.#filter = {}
      this.#at = Math.max(
        0,
        openFindings(checked.report).findIndex((one) => one.ruleId === ruleId),
      )
    }
  }

  async #chooseFilter({report}: Checked): Promise<void> {
    const choices = filtersFor(report).map(({filter, count}) => ({
      label: `${sayFilter(filter, this.#review.lang)} (${count})`,
      value: filter,
    }))
    this.#filter = await this.#asker.choose({label: this.#say('filter.title'), choices, canGoBack: true})
    this.#at = 0
  }

  #undo(): void {
    this.#review.session.undo()
    this.#tell('undone')
  }

  /** The editor has the terminal to itself meanwhile. */
  async #edit(finding: Finding | undefined): Promise<void> {
    const {session, path} = this.#review
    const {source} = session.state
    this.#asker.close()
    try {
      const edited = await editOutside(path, source, finding ? lineOf(finding, source) : 1)
      session.replace(edited)
      this.#asker = await openAsker({...this.#review, linear: true})
      this.#tell(edited === source ? 'unedited' : 'edited.linear')
    } catch (error) {
      this.#asker = await openAsker({...this.#review, linear: true})
      this.#asker.tell(this.#explain(error))
    }
  }

  async #save(): Promise<void> {
    const {session, path} = this.#review
    try {
      if ((await session.save()) === 'conflict') await this.#settleConflict()
      else this.#tell('saved', {path})
    } catch (error) {
      this.#asker.tell(this.#explain(error))
    }
  }

  async #leave(): Promise<void> {
    if (this.#review.session.state.isUnsaved) {
      const answer = await this.#asker.choose({
        label: this.#say('leave.title'),
        choices: (['save', 'discard', 'stay'] as const).map((value) => ({
          label: this.#say(`leave.${value}`),
          value,
        })),
      })
      if (answer === 'stay') return
      if (answer === 'save') await this.#save()
      if (answer === 'save' && this.#review.session.state.isUnsaved) return
    }
    this.#hasLeft = true
  }

  async #lookAtDisk(): Promise<void> {
    const {session} = this.#review
    const look = session.look()
    if (look === 'read') this.#tell('wasRead.linear')
    if (look === 'gone') this.#tell('wasRemoved.linear')
    if (session.state.disk?.kind === 'conflict') await this.#settleConflict()
    await session.settled()
  }

  async #settleConflict(): Promise<void> {
    const keep = await this.#asker.choose({
      label: this.#say('conflict.title'),
      choices: (['mine', 'file'] as const).map((value) => ({label: this.#say(`conflict.${value}`), value})),
    })
    this.#review.session.resolve(keep)
  }

  #rescue(): void {
    const {session, path} = this.#review
    const {isUnsaved, source} = session.state
    const file = isUnsaved ? rescue(path, source) : undefined
    if (file !== undefined) this.#tell('rescued', {path: file})
  }
}

/** 1-based */
const lineOf = (finding: Finding, source: string): number =>
  source.slice(0, offsetToShow(finding, source)).split(lineBreak).length

/** A line to fill in, without the mark of its list. */
const labelOf = (before: string, after: string): string =>
  `${before.trim().replace(/^[-*•–]\s+/, '')} … ${after.trim()}`.trim()
