import type {Edit} from '../../../src/draft/edit.ts'
import {lineAround} from '../../../src/draft/line-around.ts'
import type {Proposal} from '../../../src/draft/proposals.ts'
import {waiverEdit} from '../../../src/draft/waiver.ts'
import {flawOfDay, flawOfInsertion, flawOfReason, readDay} from '../../review/answers.ts'
import type {Checked} from '../../review/checker.ts'
import {type FieldChoice, fieldChoices} from '../../review/field-choices.ts'
import {type Filter, filtersFor} from '../../review/findings.ts'
import {type Form, formOf} from '../../review/proposals.ts'
import type {Look, Session} from '../../review/session.ts'
import {sayReview} from '../../review/texts.ts'
import type {Key} from '../keys.ts'
import {editLine, lineOf} from '../line-editor.ts'
import {createStore, type Store} from '../store.ts'
import {type Current, currentOf} from './current.ts'
import type {ReviewHost} from './host.ts'
import {type Command, type CommandName, commandOf, moveTo} from './keys.ts'
import {
  choose,
  type Inserting,
  initialState,
  isTyping,
  keyOf,
  type Mode,
  type Paging,
  type ScreenState,
  type TypingMode,
  type Waiving,
} from './state.ts'

const browse: Mode = {name: 'browse'}
const empty = lineOf('')

/** Turns keys into what happens to the draft and to the screen. */
export class ReviewController {
  readonly store: Store<ScreenState> = createStore(initialState)
  /** Offsets of the first and last row of the draft on the screen, which drawing it sets. */
  shows = {first: 0, last: 0}
  /** The rows of a whole page, and how many of them there is room for; set by drawing it. */
  page = {rows: 0, room: 0}
  /** The terminal is the editor's, or the person has left. */
  #isAway = false
  #known: {checked: Checked | undefined; state: ScreenState; current: Current} | undefined
  #session: Session
  #host: ReviewHost

  constructor(session: Session, host: ReviewHost) {
    this.#session = session
    this.#host = host
  }

  get host(): ReviewHost {
    return this.#host
  }

  get session(): Session {
    return this.#session
  }

  /** The keys and the parts of the drawing ask for it many times between two changes. */
  current(): Current {
    const {checked} = this.#session.state
    const state = this.store.get()
    if (this.#known?.checked !== checked || this.#known?.state !== state)
      this.#known = {checked, state, current: currentOf(checked, state)}
    return this.#known!.current
  }

  filters(): {filter: Filter; count: number}[] {
    const {checked} = this.#session.state
    return checked ? filtersFor(checked.report) : []
  }

  fields(): FieldChoice[] {
    const {checked} = this.#session.state
    return checked ? fieldChoices(checked, this.#host.lang) : []
  }

  /** The line to fill in for the chosen finding. */
  form(): Form | undefined {
    const proposal = this.#insertion()
    return proposal && formOf(proposal)
  }

  /** What is no key, such as an answer of the terminal to a program that was there before, is nothing at all. */
  press(key: Key): void {
    if (this.#isAway || key.name === 'unknown') return
    const {mode} = this.store.get()
    if (key.name === 'ctrl-z') this.#host.suspend()
    else if (isTyping(mode)) this.#type(mode, key)
    else if (key.name === 'ctrl-c') this.#interrupt()
    else if (key.name === 'text') this.#pressLetters(key.text ?? '')
    else this.#pressOne(key.name)
  }

  /** The file may have changed on the disk. While something is typed, or written in the editor, that can wait. */
  look(): void {
    if (!this.#isAway && !isTyping(this.store.get().mode)) this.#tell(this.#session.look())
  }

  /** Letters that came at once are keys, until one of them asks for something to be typed. */
  #pressLetters(letters: string): void {
    let rest = letters
    for (const letter of letters) {
      if (this.#isAway) return
      if (isTyping(this.store.get().mode)) {
        this.press({name: 'text', text: rest})
        return
      }
      this.#pressOne(letter)
      rest = rest.slice(letter.length)
    }
  }

  #type(mode: TypingMode, key: Key): void {
    if (key.name === 'escape' || key.name === 'ctrl-c') this.#mode(browse)
    else if (key.name === 'return') this.#submit(mode)
    else {
      const line = editLine(mode.line, key)
      const {flaw, ...rest} = mode
      const isOther = line.text !== mode.line.text
      if (line !== mode.line) this.#mode(isOther || flaw === undefined ? {...rest, line} : {...mode, line})
    }
  }

  /** What was asked about may be gone, when a check was not done yet. */
  #submit(mode: TypingMode): void {
    const {findings, index} = this.current()
    if (keyOf(findings, index) !== mode.about) {
      this.#mode(browse)
      this.#say('isGone')
    } else if (mode.name === 'waive') this.#submitReason(mode)
    else if (mode.name === 'rewrite') this.#edit({range: mode.range, text: mode.line.text}, 'applied')
    else void this.#submitAnswer(mode)
  }

  #pressOne(name: string): void {
    const {mode} = this.store.get()
    if (mode.name === 'leave') this.#pressInLeave(name)
    else if (this.#session.state.disk?.kind === 'conflict') this.#settleConflict(name)
    else if (mode.name === 'browse') this.#pressInDraft(name)
    else if (mode.name === 'list') this.#pressInList(mode, name)
    else if (mode.name === 'finding' || mode.name === 'help') this.#pressInPage(mode, name)
  }

  #pressInDraft(name: string): void {
    const command = commandOf(name)
    this.store.set({notice: undefined})
    if (command) this.#commands[command.name](command.n)
  }

  #commands: Readonly<Record<CommandName, (n: number) => void>> = {
    move: (by) => this.#choose(this.current().index + by),
    first: () => this.#choose(0),
    last: () => this.#choose(this.current().findings.length - 1),
    page: (by) => this.#page(by),
    choose: (proposal) => this.#chooseProposal(proposal),
    apply: () => this.#apply(),
    insert: () => this.#insert(),
    waive: () => this.#onFinding((about) => ({name: 'waive', about, reason: undefined, line: empty})),
    rewrite: () => this.#rewrite(),
    undo: () => this.#undo(),
    editor: () => void this.#editOutside(),
    save: () => void this.#save(),
    filter: () => this.#mode({name: 'list', list: 'filter', at: 0}),
    fields: () => this.#mode({name: 'list', list: 'fields', at: 0}),
    view: () => this.#onFinding(() => ({name: 'finding', top: 0})),
    help: () => this.#mode({name: 'help', top: 0}),
    leave: () => this.#leave(),
  }

  /** The finding stays chosen, also when others come before it. */
  #onFinding(mode: (about: string) => Mode): void {
    const {findings, index} = this.current()
    const key = keyOf(findings, index)
    if (key !== undefined) this.store.set({chosen: {key, index}, mode: mode(key)})
  }

  #mode(mode: Mode): void {
    const wasTyping = isTyping(this.store.get().mode)
    this.store.set({mode})
    if (wasTyping) this.look()
  }

  #say(key: string, data: Record<string, string> = {}): void {
    this.store.set({notice: sayReview(this.#host.lang, key, data)})
  }

  #choose(index: number): void {
    this.store.set(choose(this.store.get(), this.current().findings, index))
  }

  #chooseProposal(proposal: number): void {
    if (proposal < this.current().proposals.length) this.store.set({proposal})
  }

  #page(by: number): void {
    const {first, last} = this.shows
    this.store.set({anchor: by > 0 ? {offset: last, at: 'top'} : {offset: first, at: 'bottom'}})
  }

  #edit(edit: Edit, notice: string): void {
    this.#session.edit(edit)
    const offset = edit.range[0] + (edit.text.length - edit.text.trimStart().length)
    this.store.set({proposal: 0, anchor: {offset, at: 'third'}, pointed: undefined})
    this.#say(notice)
    this.#mode(browse)
  }

  #apply(): void {
    const {proposals} = this.current()
    const proposal = proposals[this.store.get().proposal] ?? proposals[0]
    if (!proposal) this.#say('noProposal')
    else if (proposal.kind === 'insert') this.#insert()
    else this.#edit(proposal.edit, 'applied')
  }

  #insertion(): Proposal | undefined {
    const {proposals} = this.current()
    const chosen = proposals[this.store.get().proposal]
    return chosen?.kind === 'insert' ? chosen : proposals.find(({kind}) => kind === 'insert')
  }

  #insert(): void {
    const proposal = this.#insertion()
    if (!proposal) this.#say('noInsert')
    else if (formOf(proposal)) this.#onFinding((about) => ({name: 'insert', about, answers: [], line: empty}))
    else this.#edit(proposal.edit, 'inserted')
  }

  /** The line of the words, with the cursor at them. */
  #rewrite(): void {
    const place = this.current().finding?.place
    if (!place) {
      this.#say('noWords')
      return
    }
    const {range, text, words} = lineAround(this.#session.state.source, place)
    this.#onFinding((about) => ({name: 'rewrite', about, range, line: {text, cursor: words}}))
  }

  /** Asks for the next blank, or puts the text in. A flaw is told once; the same answer again is put in all the same. */
  async #submitAnswer(mode: Inserting): Promise<void> {
    const form = this.form()
    const {finding} = this.current()
    const answers = [...mode.answers, mode.line.text]
    if (form && answers.length < form.blanks.length) {
      this.#mode({name: 'insert', about: mode.about, answers, line: empty})
    } else if (!form || !finding || answers.every((answer) => answer.trim() === '')) {
      this.#mode(browse)
    } else {
      const edit = form.fill(answers)
      const flaw =
        mode.warned === edit.text
          ? undefined
          : await flawOfInsertion(this.#session, edit, finding, this.#host)
      if (this.store.get().mode !== mode) return
      if (flaw === undefined) this.#edit(edit, 'inserted')
      else this.#mode({...mode, flaw, warned: edit.text})
    }
  }

  #submitReason(mode: Waiving): void {
    const {reason} = mode
    const text = mode.line.text.trim()
    const {lang, today} = this.#host
    const flaw = reason === undefined ? flawOfReason(text, lang) : flawOfDay(text, today, lang)
    const {finding} = this.current()
    if (!finding) this.#mode(browse)
    else if (flaw) this.#mode({...mode, flaw})
    else if (reason === undefined) this.#mode({name: 'waive', about: mode.about, reason: text, line: empty})
    else {
      const until = readDay(text)
      const decision = {reason, ...(until && {until})}
      this.#edit(waiverEdit(this.#session.state.source, finding, decision), 'waived')
    }
  }

  #undo(): void {
    if (!this.#session.state.canUndo) {
      this.#say('nothingToUndo')
      return
    }
    this.#session.undo()
    this.store.set({anchor: undefined, pointed: undefined, proposal: 0})
    this.#say('undone')
  }

  async #editOutside(): Promise<void> {
    const {source} = this.#session.state
    const {finding} = this.current()
    const offset = finding?.place?.start.offset ?? this.shows.first
    this.#isAway = true
    try {
      const edited = await this.#host.editOutside(source, offset)
      const isOther = edited !== undefined && edited !== source
      if (isOther) this.#session.replace(edited)
      this.#say(isOther ? 'edited' : 'unedited')
    } catch (error) {
      this.store.set({notice: this.#host.explain(error)})
    } finally {
      this.#isAway = false
      this.look()
    }
  }

  async #save(): Promise<boolean> {
    if (!this.#session.state.isUnsaved) {
      this.#say('savedAlready')
      return true
    }
    try {
      const look = await this.#session.save()
      if (look === 'conflict') return false
      this.#say('saved', {path: this.#host.path})
      return true
    } catch (error) {
      this.store.set({notice: this.#host.explain(error)})
      return false
    }
  }

  #tell(look: Look): void {
    if (look === 'read') this.#say('wasRead')
    if (look === 'gone') this.#say('wasRemoved')
  }

  /** Ctrl-C leaves, and does not ask twice. */
  #interrupt(): void {
    if (this.store.get().mode.name === 'leave') this.#go()
    else this.#leave()
  }

  #leave(): void {
    if (this.#session.state.isUnsaved) this.#mode({name: 'leave'})
    else this.#go()
  }

  #go(): void {
    this.#isAway = true
    this.#host.leave()
  }

  #pressInLeave(name: string): void {
    if (name === 'escape') this.#mode(browse)
    if (name === 'x') this.#go()
    if (name === 's') {
      this.#mode(browse)
      void this.#save().then((isSaved) => isSaved && this.#go())
    }
  }

  #settleConflict(name: string): void {
    if (name === 'm') this.#session.resolve('mine')
    if (name === 'f') this.#session.resolve('file')
    if (name === 'q') this.#leave()
  }

  /** Within a page that is longer than the screen, keys scroll; others go back. */
  #pressInPage(mode: Paging, name: string): void {
    const command = commandOf(name)
    const {rows, room} = this.page
    if (command?.name === 'page' && rows > room)
      this.#mode({...mode, top: Math.max(0, Math.min(mode.top + command.n * room, rows - room))})
    else if (command && mode.name === 'finding') this.#pressInFinding(mode, command)
    else this.#mode(browse)
  }

  /** The whole finding can be answered as it stands there; what shows it also closes it. */
  #pressInFinding(mode: Paging, {name, n}: Command): void {
    this.store.set({notice: undefined})
    const stays = name === 'move' || name === 'choose'
    this.#mode(stays ? {...mode, top: name === 'move' ? 0 : mode.top} : browse)
    if (!closing.includes(name)) this.#commands[name](n)
  }

  #pressInList(mode: Mode & {name: 'list'}, name: string): void {
    const length = mode.list === 'filter' ? this.filters().length : this.fields().length
    const command = commandOf(name)
    const at = command && moveTo(command, mode.at, length)
    if (at !== undefined) {
      this.#mode({...mode, at: Math.max(0, Math.min(at, length - 1))})
      return
    }
    this.#mode(browse)
    if (name === 'return' && mode.list === 'filter') this.#filter(mode.at)
    if (name === 'return' && mode.list === 'fields') this.#goToField(mode.at)
  }

  #filter(at: number): void {
    const {filter} = this.filters()[at] ?? {filter: {}}
    this.store.set({filter})
    this.#choose(0)
  }

  /** To the words of a field, or to the finding that it is missing. */
  #goToField(at: number): void {
    const field = this.fields()[at]
    if (!field) return
    if (field.place) {
      const {start, end} = field.place
      this.store.set({anchor: {offset: start.offset, at: 'third'}, pointed: [start.offset, end.offset]})
      return
    }
    this.store.set({filter: {}})
    const index = this.current().findings.findIndex(({ruleId}) => ruleId === field.ruleId)
    if (index >= 0) this.#choose(index)
  }
}

/** What only leads back from the whole finding. */
const closing: readonly CommandName[] = ['view', 'leave', 'page', 'first', 'last']
