import {useSyncExternalStore} from 'react'

/** A value that outlives the screen that shows it. */
export interface Store<Value> {
  get(): Value
  set(next: Partial<Value>): void
  subscribe(listener: () => void): () => void
}

export const createStore = <Value extends object>(initial: Value): Store<Value> => {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set(next) {
      value = {...value, ...next}
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useStore = <Value>({get, subscribe}: Pick<Store<Value>, 'get' | 'subscribe'>): Value =>
  useSyncExternalStore(subscribe, get)
