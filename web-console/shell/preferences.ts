import { useSyncExternalStore } from 'react'

export type Preference = 'ctrl-enter'

const listeners = new Set<() => void>()
const key = (name: Preference) => `xiaoer-console-${name}`

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What this browser was told to do; all are off until they are asked for. */
export function isPreferred(name: Preference): boolean {
  return localStorage.getItem(key(name)) === 'on'
}

export function setPreferred(name: Preference, on: boolean): void {
  localStorage.setItem(key(name), on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function usePreference(name: Preference): boolean {
  return useSyncExternalStore(subscribe, () => isPreferred(name))
}
