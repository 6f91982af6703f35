import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** `select` must return a part of the state itself, never a newly made object. */
export function useStore<S, E, T>(store: Store<S, E>, select: (state: S) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
