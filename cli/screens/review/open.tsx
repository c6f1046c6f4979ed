import {type Instance, render} from 'ink'
import {linesOfProblem} from '../../problem.ts'
import {editOutside} from '../../review/external-editor.ts'
import {rescue} from '../../review/rescue.ts'
import {sayReview} from '../../review/texts.ts'
import type {Review} from '../../review/types.ts'
import {pasteMode} from '../keys.ts'
import {Painter} from '../painter.ts'
import {ReviewController} from './controller.ts'
import type {ReviewHost} from './host.ts'
import {ReviewScreen} from './ReviewScreen.tsx'

/** What may end the program from outside, with the exit code that says so. */
const signals = {SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143} as const
/** Those that a terminal sends when a key is pressed: they are for the editor, while that has the terminal. */
const fromKeys: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']
/** A stopped process goes on here; the pause lets the signal come first. */
const pauseForStop = 20

/** Shows the review screen until the person leaves it. @throws what the screen could not go on from */
export const openScreen = (review: Review): Promise<void> =>
  new Promise((resolve, reject) => new Stage(review, resolve, reject).enter())

/** The terminal as the screen has it: given away to an editor or a shell, taken back, and restored in the end. */
class Stage {
  #review: Review
  #controller: ReviewController
  #screen: {painter: Painter; instance: Instance} | undefined
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
    for (const signal of Object.keys(signals)) process.on(signal, this.#interrupted)
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
      // The screen comes back with the text that was written.
      editOutside: async (source, offset) => {
        this.#hide()
        try {
          return await editOutside(path, source, source.slice(0, offset).split(/\r\n|\n|\r/).length)
        } finally {
          setImmediate(() => this.#show())
        }
      },
    }
  }

  #show(): void {
    const painter = new Painter(process.stdout)
    painter.open()
    process.stdout.write(pasteMode.on)
    const screen = <ReviewScreen controller={this.#controller} color={this.#review.color} />
    const instance = render(screen, {
      stdout: painter as unknown as NodeJS.WriteStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    })
    instance.waitUntilExit().catch(this.#fail)
    this.#screen = {painter, instance}
  }

  #hide(): void {
    const instance = this.#screen?.instance
    this.#restore()
    instance?.unmount()
    process.stdin.pause()
  }

  #restore = (): void => {
    if (!this.#screen) return
    const {painter} = this.#screen
    this.#screen = undefined
    process.stdout.write(pasteMode.off)
    painter.close()
  }

  /** A stopped process is not told that the window has another size. */
  #suspend(): void {
    if (process.platform === 'win32') return
    this.#hide()
    process.kill(0, 'SIGTSTP')
    setTimeout(() => {
      this.#show()
      process.kill(process.pid, 'SIGWINCH')
    }, pauseForStop)
  }

  #watch(): void {
    this.#review.session.watch(() => this.#controller.look())
  }

  #leave(): void {
    this.#ignoreSignals()
    this.#hide()
    this.#resolve()
  }

  #ignoreSignals(): void {
    process.off('exit', this.#restore)
    process.off('uncaughtException', this.#fail)
    for (const signal of Object.keys(signals)) process.off(signal, this.#interrupted)
  }

  /**
   * The window was closed, or the machine goes down: what is not saved is kept beside the draft. Without a window the
   * process ends by the signal, since Node.js breaks down at an orderly exit when it cannot reset the terminal.
   */
  #interrupted = (signal: NodeJS.Signals): void => {
    if (!this.#screen && fromKeys.includes(signal)) return
    this.#giveUp()
    if (signal === 'SIGHUP') process.kill(process.pid, signal)
    else process.exit(signals[signal as keyof typeof signals])
  }

  #fail = (error: unknown): void => {
    this.#giveUp()
    this.#reject(error)
  }

  /** Ink draws once more before it goes, which fails again where that is what has failed. */
  #giveUp(): void {
    this.#ignoreSignals()
    const {session, path, lang} = this.#review
    const {isUnsaved, source} = session.state
    const file = isUnsaved ? rescue(path, source) : undefined
    try {
      this.#hide()
    } catch {
      process.stdin.removeAllListeners('readable').setRawMode(false).pause()
    }
    if (file !== undefined) process.stderr.write(`utlys: ${sayReview(lang, 'rescued', {path: file})}\n`)
  }
}
