import type { KeyValue } from './key-value.ts'
import { OUTBOX_PREFIX } from './keys.ts'
import type { Outgoing } from './wire.ts'

type WithoutId<T> = T extends unknown ? Omit<T, 'clientId'> : never
/**
 * What waits to be sent; an `upload` becomes an `image` or a `file` once the server has it. A picture is kept here, a file with a
 * name is too large for that and lives only as long as the page.
 */
export type Draft =
  | Exclude<WithoutId<Outgoing>, { kind: 'file' }>
  | { readonly kind: 'upload'; readonly dataUrl: string; readonly name?: string }
  | {
      readonly kind: 'file'
      readonly file: string
      readonly name: string
      readonly size: number
      readonly mime: string
    }

export interface OutboxEntry {
  readonly clientId: string
  /** Entries leave in this order. */
  readonly order: number
  readonly queuedAt: number
  readonly draft: Draft
  /** Why the server refused it for good; it stays until the shopper retries or deletes it. */
  readonly refusal?: { readonly code: string; readonly message: string }
}

export interface Outbox {
  list(): readonly OutboxEntry[]
  findNext(): OutboxEntry | undefined
  find(clientId: string): OutboxEntry | undefined
  add(draft: Draft): OutboxEntry
  replaceDraft(clientId: string, draft: Draft): void
  refuse(clientId: string, refusal: { code: string; message: string }): void
  retry(clientId: string): void
  remove(clientId: string): void
  clear(): void
}

interface Means {
  readonly store: KeyValue
  readonly newId: () => string
  readonly now: () => number
}

function parseEntry(text: string | undefined): OutboxEntry | undefined {
  try {
    const entry = JSON.parse(text ?? 'null') as OutboxEntry | null
    return entry?.clientId && entry.draft ? entry : undefined
  } catch {
    return undefined
  }
}

function listEntries(store: KeyValue): readonly OutboxEntry[] {
  return store
    .listKeys()
    .filter((key) => key.startsWith(OUTBOX_PREFIX))
    .flatMap((key) => parseEntry(store.find(key)) ?? [])
    .sort((a, b) => a.order - b.order || (a.clientId < b.clientId ? -1 : 1))
}

/** Messages that have no acknowledgement yet. Each has a key of its own: two tabs never overwrite each other's list. */
export function createOutbox({ store, newId, now }: Means): Outbox {
  const keyOf = (clientId: string) => OUTBOX_PREFIX + clientId
  const put = (entry: OutboxEntry) => store.put(keyOf(entry.clientId), JSON.stringify(entry))
  const find = (clientId: string) => parseEntry(store.find(keyOf(clientId)))
  const list = () => listEntries(store)
  // A clock that was set back must not let a later message overtake an earlier one.
  const nextOrder = () => Math.max(now(), ...list().map((entry) => entry.order + 1))

  return {
    list,
    find,
    findNext: () => list().find((entry) => !entry.refusal),
    add(draft) {
      const entry = { clientId: newId(), order: nextOrder(), queuedAt: now(), draft }
      put(entry)
      return entry
    },
    replaceDraft(clientId, draft) {
      const entry = find(clientId)
      if (entry) put({ ...entry, draft })
    },
    refuse(clientId, refusal) {
      const entry = find(clientId)
      if (entry) put({ ...entry, refusal })
    },
    retry(clientId) {
      const entry = find(clientId)
      if (!entry) return
      const { refusal, ...rest } = entry
      const spent = refusal?.code === 'message_conflict'
      if (spent) store.remove(keyOf(clientId))
      put({ ...rest, clientId: spent ? newId() : clientId, order: nextOrder(), queuedAt: now() })
    },
    remove: (clientId) => store.remove(keyOf(clientId)),
    clear() {
      for (const entry of list()) store.remove(keyOf(entry.clientId))
    },
  }
}
