import type { PageEvents } from '../contract.ts'

type Listener = (detail: unknown) => void

export function createEvents() {
  const listeners = new Set<readonly [string, Listener]>()
  return {
    emit<E extends keyof PageEvents>(name: E, detail?: PageEvents[E]): void {
      for (const [wanted, listener] of listeners) {
        // In a turn of its own: a fault of the page's listener stops nothing here.
        if (wanted === name) queueMicrotask(() => listener(detail))
      }
    },
    /** Returns its own undo. */
    on(name: string, listener: Listener): () => void {
      const entry = [name, listener] as const
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
  }
}
