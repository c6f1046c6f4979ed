import type {EventEmitter} from 'node:events'
import {useInput, useStdin} from 'ink'
import {createContext, useContext, useEffect, useRef} from 'react'
import {createKeyReader, type Key} from './keys.ts'

type Handler = (key: Key) => void

/**
 * Where keys come from. What is typed ahead waits: a component that is about to go away holds the keys that
 * follow, and who puts the next one there releases them.
 */
export interface KeySource {
  subscribe(handler: Handler): () => void
  push(key: Key): void
  hold(): void
  release(): void
}

export const createKeySource = (): KeySource => {
  const handlers = new Set<Handler>()
  const waiting: Key[] = []
  let isHeld = false
  const drain = (): void => {
    while (!isHeld && waiting.length > 0) {
      const key = waiting.shift()!
      for (const handler of [...handlers]) handler(key)
    }
  }
  return {
    subscribe(handler) {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
    push(key) {
      waiting.push(key)
      drain()
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      drain()
    },
  }
}

export const KeySourceContext = createContext<KeySource | undefined>(undefined)

/** Ink's own event for a key that is pressed, with what the terminal has sent; `useInput` cannot tell Backspace from Delete. */
const inkEvents = (stdin: object): EventEmitter =>
  (stdin as {internal_eventEmitter: EventEmitter}).internal_eventEmitter

/** Handles keys as the terminal gives them, while the component is active. */
const useTerminalKeys = (handle: Handler, isActive: boolean): void => {
  const events = inkEvents(useStdin())
  useInput(() => {}, {isActive})
  useEffect(() => {
    if (!isActive) return
    const read = createKeyReader()
    const listen = (input: string): void => read(input).forEach(handle)
    events.on('input', listen)
    return () => void events.off('input', listen)
  }, [events, handle, isActive])
}

/** Feeds a source with what is typed at the terminal. */
export const useKeyFeed = ({push}: KeySource): void => useTerminalKeys(push, true)

/** Calls `handle` for each key while the component is active; it sees all that was set by the keys before. */
export const useKeys = (handle: Handler, isActive = true): void => {
  const source = useContext(KeySourceContext)
  const latest = useRef(handle)
  latest.current = handle
  const stable = useRef((key: Key) => latest.current(key)).current
  useTerminalKeys(stable, isActive && source === undefined)
  useEffect(() => (isActive ? source?.subscribe(stable) : undefined), [source, stable, isActive])
}
