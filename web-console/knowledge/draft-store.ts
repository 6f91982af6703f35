import { useEffect, useSyncExternalStore } from 'react'
import type { KnowledgeDraftView } from '../../src/protocol/editing.ts'
import { request } from '../net/http.ts'

/** The one draft of the shop as it was last seen here; the pages of the area share it. */
let draft: KnowledgeDraftView | undefined
let thrown: unknown
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function putDraft(next: KnowledgeDraftView): void {
  draft = next
  thrown = undefined
  tell()
}

/** Asks how the draft stands now; whoever shows it hears. */
export async function reloadDraft(): Promise<void> {
  try {
    putDraft(await request<KnowledgeDraftView>('GET', '/api/v1/knowledge/draft'))
  } catch (error) {
    thrown = error
    tell()
  }
}

export interface UseDraft {
  /** Absent until it is there. */
  readonly draft: KnowledgeDraftView | undefined
  /** Why it is not. */
  readonly thrown: unknown
}

/** The draft, asked for anew when a page is opened. */
export function useDraft(): UseDraft {
  const shown = useSyncExternalStore(subscribe, () => draft)
  const failed = useSyncExternalStore(subscribe, () => thrown)
  useEffect(() => void reloadDraft(), [])
  return { draft: shown, thrown: failed }
}

/** How many files it changes; for what only shows it, and leaves the asking to the pages. */
export function useChanged(): number {
  return useSyncExternalStore(subscribe, () => draft?.changed ?? 0)
}
