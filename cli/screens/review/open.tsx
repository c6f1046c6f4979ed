import {type Instance, render} from 'ink'
import {linesOfProblem} from '../../problem.ts'
import {editOutside} from '../../review/external-editor.ts'
import {rescue} from '../../review/rescue.ts'
import type {Review} from '../../review/run.ts'
import {sayReview} from '../../review/texts.ts'
import {pasteMode} from '../keys.ts'
import {ReviewController, type ReviewHost} from './controller.ts'
import {ReviewScreen} from './ReviewScreen.tsx'

/** A screen of its own, so that the terminal is afterwards as it was before. */
const alternate = {on: '\x1b[?1049h\x1b[2J\x1b[H', off: '\x1b[?1049l'} as const
const showCursor = '\x1b[?25h'
/** A stopped process goes on here; the pause lets the signal come first. */
const pauseForStop = 20

/** Shows the review screen until the person leaves it. @throws what the screen could not go on from */
export const openScreen = (review: Review): Promise<void> =>
  new Promise((resolve, reject) => new Stage(review, resolve, reject).enter())

/** The terminal as the screen has it: given away to an editor or a shell, taken back, and restored in the end. */
class Stage {
  #review: Review
  #controller: ReviewController
  #instance: Instance | undefined
  /** The terminal is not as it was. */
  #isOn = false
  #resolve: () => void
  #reject: (error: unknown) => void

  constructor(review: Review, resolve: () => void, reject: (error: unknown) => void) {
    this.#review = review
    this.#resolve = resolve
    this.#reject = reject
    this.#controller = new ReviewController(review.session, this.#host())
  }

  enter(): void {
    process.on('exit', this.#restore)
    process.on('uncaughtException', this.#fail)
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, this.#interrupted)
    this.#watch()
    this.#show()
  }

  #host(): ReviewHost {
    const {path, lang, today} = this.#review
    return {
      ...{path, lang, today},
      explain: (error) => linesOfProblem(error, lang, path).join(' '),
      leave: () => this.#leave(),
      suspend: () => this.#suspend(),
      editOutside: async (source, offset) => {
        this.#hide()
        try {
          return await editOutside(path, source, source.slice(0, offset).split(/\r\n|\n|\r/).length)
        } finally {
          this.#show()
        }
      },
    }
  }

  #show(): void {
    const {color} = this.#review
    process.stdout.write(alternate.on + pasteMode.on)
    this.#isOn = true
    const instance = render(<ReviewScreen controller={this.#controller} color={color} />, {
      exitOnCtrlC: false,
      patchConsole: false,
    })
    instance.waitUntilExit().catch(this.#fail)
    this.#instance = instance
  }

  #hide(): void {
    const instance = this.#instance
    this.#instance = undefined
    try {
      instance?.unmount()
    } finally {
      this.#restore()
    }
    process.stdin.pause()
  }

  #restore = (): void => {
    if (!this.#isOn) return
    this.#isOn = false
    process.stdout.write(pasteMode.off + alternate.off + showCursor)
  }

  #suspend(): void {
    if (process.platform === 'win32') return
    this.#hide()
    process.kill(0, 'SIGTSTP')
    setTimeout(() => this.#show(), pauseForStop)
  }

  #watch(): void {
    this.#review.session.watch(() => this.#controller.look())
  }

  #leave(): void {
    this.#end()
    this.#resolve()
  }

  #end(): void {
    process.off('exit', this.#restore)
    process.off('uncaughtException', this.#fail)
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.off(signal, this.#interrupted)
    this.#hide()
  }

  /** The window was closed, or the machine goes down: what is not saved is kept beside the draft. */
  #interrupted = (signal: NodeJS.Signals): void => {
    this.#end()
    this.#rescue()
    process.exit(signal === 'SIGHUP' ? 129 : 143)
  }

  /** What failed may fail again when the screen is taken down; the first reason is the one to tell. */
  #fail = (error: unknown): void => {
    try {
      this.#end()
    } catch {}
    this.#rescue()
    this.#reject(error)
  }

  #rescue(): void {
    const {session, path, lang} = this.#review
    const {isUnsaved, source} = session.state
    const file = isUnsaved ? rescue(path, source) : undefined
    if (file !== undefined) process.stderr.write(`utlys: ${sayReview(lang, 'rescued', {path: file})}\n`)
  }
}
