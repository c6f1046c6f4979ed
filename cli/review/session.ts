import {applyEdit, type Edit, editBetween} from '../../src/draft/edit.ts'
import {shiftReport} from '../../src/draft/shift.ts'
import type {Checked, Checker} from './checker.ts'
import type {DraftFile} from './draft-file.ts'

/** A draft under work, as it stands now. */
export interface SessionState {
  source: string
  /** What was found last, in places of `source`; nothing until the first check is done. */
  checked: Checked | undefined
  isChecking: boolean
  /** Why the draft cannot be checked as it stands. */
  trouble: unknown
  isUnsaved: boolean
  canUndo: boolean
  /** Where the last change stands in `source`. */
  changed: readonly [number, number] | undefined
  /** What has happened to the file meanwhile. */
  disk: {kind: 'gone'} | {kind: 'conflict'; source: string} | undefined
}

/** What a look at the disk has shown: nothing new, a newer text that was read, no file, or a choice for the person. */
export type Look = 'same' | 'read' | 'gone' | 'conflict'

/** Works on one draft: edits that can be undone, a check after each, and the file on the disk. */
export class Session {
  #state: SessionState
  #file: DraftFile
  #checker: Checker
  #listeners = new Set<() => void>()
  /** What the draft was before each edit. */
  #past: string[] = []
  /** The text of the file as it was read or written last. */
  #onDisk: string | undefined
  #saving: Promise<unknown> = Promise.resolve()
  #isWriting = false
  #checks = 0
  #unwatch: () => void = () => {}
  #checking: Promise<void> = Promise.resolve()

  /** @throws what reading the file throws */
  constructor(file: DraftFile, checker: Checker) {
    this.#file = file
    this.#checker = checker
    this.#onDisk = file.read()
    this.#state = {
      source: this.#onDisk ?? '',
      checked: undefined,
      isChecking: true,
      trouble: undefined,
      isUnsaved: false,
      canUndo: false,
      changed: undefined,
      disk: undefined,
    }
    this.#check()
  }

  get state(): SessionState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  edit(edit: Edit): void {
    this.#past.push(this.#state.source)
    this.#change(edit)
  }

  /** Another text in the place of the whole draft, as one edit. */
  replace(source: string): void {
    if (source !== this.#state.source) this.edit(editBetween(this.#state.source, source))
  }

  undo(): void {
    const before = this.#past.pop()
    if (before !== undefined) this.#change(editBetween(this.#state.source, before))
  }

  /** What a check would say after an edit that is not made. */
  tryOut(edit: Edit): Promise<Checked> {
    return this.#checker(applyEdit(this.#state.source, edit))
  }

  /** Resolves when nothing is left to check. */
  async settled(): Promise<void> {
    while (this.#state.isChecking) await this.#checking
  }

  /**
   * Writes the draft to its file, unless somebody else has changed that meanwhile.
   *
   * @throws Problem when the file cannot be written, BadInput when what is there now is no text
   */
  save(): Promise<Look> {
    const saved = this.#saving.then(() => this.#write())
    this.#saving = saved.catch(() => {})
    return saved
  }

  async #write(): Promise<Look> {
    if (this.#compare(this.#file.read()) === 'conflict') return 'conflict'
    const {source} = this.#state
    this.#isWriting = true
    try {
      await this.#file.write(source)
    } finally {
      this.#isWriting = false
    }
    this.#onDisk = source
    this.#set({disk: undefined})
    return 'same'
  }

  /** Looks whether the file has changed. A file that cannot be read now is left for the next look. */
  look(): Look {
    if (this.#isWriting) return 'same'
    try {
      return this.#compare(this.#file.read())
    } catch {
      return 'same'
    }
  }

  /** Ends a conflict: the draft goes on as it is, or as the file has it. The other is one undo away. */
  resolve(keep: 'mine' | 'file'): void {
    const {disk, source: mine} = this.#state
    if (disk?.kind !== 'conflict') return
    this.#onDisk = disk.source
    this.#set({disk: undefined})
    this.replace(disk.source)
    if (keep === 'mine') this.replace(mine)
  }

  /**
   * Lets go of what is not saved: the draft is then what the file holds.
   *
   * @throws what reading the file throws
   */
  discard(): void {
    const now = this.#file.read()
    this.#onDisk = now
    this.#set({disk: now === undefined ? {kind: 'gone'} : undefined})
    this.replace(now ?? '')
  }

  /** Calls when the file may have changed, until the session is closed. */
  watch(changed: () => void): void {
    this.#unwatch = this.#file.watch(changed)
  }

  close(): void {
    this.#unwatch()
  }

  #compare(now: string | undefined): Look {
    const {source, disk} = this.#state
    if (now === undefined) {
      if (disk?.kind === 'gone') return 'same'
      this.#set({disk: {kind: 'gone'}})
      return 'gone'
    }
    if (now === this.#onDisk) {
      if (disk) this.#set({disk: undefined})
      return 'same'
    }
    if (source !== this.#onDisk && now !== source) {
      this.#set({disk: {kind: 'conflict', source: now}})
      return 'conflict'
    }
    this.#onDisk = now
    this.#set({disk: undefined})
    this.replace(now)
    return 'read'
  }

  #change(edit: Edit): void {
    const source = applyEdit(this.#state.source, edit)
    const {checked} = this.#state
    const start = edit.range[0]
    this.#set({
      source,
      isChecking: true,
      changed: [start, start + edit.text.length],
      checked: checked && {...checked, report: shiftReport(checked.report, edit, source)},
    })
    this.#check()
  }

  /** Only the last of several checks counts. */
  #check(): void {
    this.#checks++
    const number = this.#checks
    const {source} = this.#state
    this.#checking = this.#checker(source)
      .then(
        (checked) => ({checked, trouble: undefined}),
        (trouble: unknown) => ({trouble}),
      )
      .then((result) => {
        if (number === this.#checks) this.#set({...result, isChecking: false})
      })
  }

  #set(next: Partial<SessionState>): void {
    const state = {...this.#state, ...next}
    const isUnsaved = state.source !== this.#onDisk || state.disk?.kind === 'gone'
    this.#state = {...state, isUnsaved, canUndo: this.#past.length > 0}
    for (const listener of this.#listeners) listener()
  }
}
