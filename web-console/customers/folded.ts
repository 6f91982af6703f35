import { useSyncExternalStore } from 'react'

const KEY = 'xiaoer-console-folded'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): readonly string[] {
  return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean)
}

function setFolded(name: string, folded: boolean): void {
  const others = read().filter((one) => one !== name)
  localStorage.setItem(KEY, (folded ? [...others, name] : others).join(' '))
  for (const listener of listeners) listener()
}

/** Whether this browser keeps a block of the record folded, for every customer, and how to turn it over. */
export function useFolded(name: string): readonly [folded: boolean, turn: () => void] {
  const folded = useSyncExternalStore(subscribe, () => read().includes(name))
  return [folded, () => setFolded(name, !folded)]
}
