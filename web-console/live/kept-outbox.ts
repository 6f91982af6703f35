import type { DeskEvent } from '../state/desk-event.ts'
import type { DeskState, PendingMessage } from '../state/desk-state.ts'
import type { Store } from '../state/store.ts'

function isPending(value: unknown): value is PendingMessage {
  const one = value as Partial<PendingMessage> | null
  return (
    typeof one?.clientId === 'string' &&
    typeof one.conversationId === 'string' &&
    typeof one.content === 'string' &&
    typeof one.kind === 'string' &&
    typeof one.at === 'number'
  )
}

function read(key: string): readonly PendingMessage[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPending) : []
  } catch {
    return []
  }
}

/** Lets the outbox survive a reload: what was not acknowledged is sent again under its old client id. */
export function keepOutbox(store: Store<DeskState, DeskEvent>): () => void {
  const key = `xiaoer-console-outbox:${store.get().me.id}`
  for (const pending of read(key)) store.send({ type: 'outbox:queued', pending })

  let written = store.get().outbox
  return store.subscribe(() => {
    const { outbox } = store.get()
    if (outbox === written) return

    written = outbox
    if (outbox.length > 0) localStorage.setItem(key, JSON.stringify(outbox))
    else localStorage.removeItem(key)
  })
}
