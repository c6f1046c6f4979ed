import path from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Plugin} from 'vitest/config'
import type {PoolOptions, PoolWorker, WorkerRequest} from 'vitest/node'

type Listener = (message: unknown) => void

/** So often a thread is used, after which what has gathered in its memory goes with it. */
const mostRuns = process.env.UTLYS_MUTATION_ALONE ? 1 : 200

let thread: Worker | undefined
let runs = 0

/**
 * A thread that lives on from one mutant to the next, with all modules loaded. To start one and load them takes ten
 * times as long as to run the tests of a mutant.
 */
class KeptThread implements PoolWorker {
  readonly name = 'kept'
  readonly #options: PoolOptions
  readonly #listeners = new Set<Listener>()

  constructor(options: PoolOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const {distPath, env, execArgv} = this.#options
    thread ??= new Worker(path.join(distPath, 'workers/threads.js'), {
      env,
      execArgv,
      stdout: true,
      stderr: true,
    }).setMaxListeners(0)
  }

  on(event: string, listener: Listener): void {
    if (event === 'message') this.#listeners.add(listener)
    thread?.on(event, listener)
  }

  off(event: string, listener: Listener): void {
    this.#listeners.delete(listener)
    thread?.off(event, listener)
  }

  /** The thread would stop listening when it is told to stop, so it is not told. */
  send(message: WorkerRequest): void {
    if (message.type === 'stop') setImmediate(() => this.#answer('stopped'))
    else thread?.postMessage(message)
  }

  #answer(type: string): void {
    for (const listener of this.#listeners) listener({type, __vitest_worker_response__: true})
  }

  async stop(): Promise<void> {
    for (const event of ['message', 'error', 'exit']) thread?.removeAllListeners(event)
    runs++
    if (runs % mostRuns > 0) return
    await thread?.terminate()
    thread = undefined
  }

  deserialize(data: unknown): unknown {
    return data
  }
}

/** Runs the tests in a thread that is kept, whatever pool was asked for. */
export const keptThread = (): Plugin => ({
  name: 'kept-thread',
  configureVitest({project: {config}}) {
    Object.assign(config, {
      pool: 'kept',
      poolRunner: {name: 'kept', createPoolWorker: (options: PoolOptions) => new KeptThread(options)},
    })
  },
})
