import type { DeskEvent } from '../state/desk-event.ts'
import type { DeskState } from '../state/desk-state.ts'
import type { Store } from '../state/store.ts'
import type { Wire } from './wire.ts'

/** Tells colleagues which conversation this browser shows, and whether something is being written in it. */
export interface Viewing {
  look(conversationId: string | undefined): void
  typing(conversationId: string, typing: boolean): void
}

export function createViewing(store: Store<DeskState, DeskEvent>, wire: Wire): Viewing {
  let shown: string | undefined

  async function tell(conversationId: string | undefined, typing: boolean): Promise<void> {
    const ack = await wire.request('conversation:view', { conversationId: conversationId ?? null, typing })
    if (ack.ok && conversationId !== undefined) {
      store.send({ type: 'viewers:changed', conversationId, viewers: ack.viewers })
    }
  }

  return {
    look(conversationId) {
      shown = conversationId
      void tell(conversationId, false)
    },
    // What was typed in a conversation that was left says nothing of the one that is shown.
    typing(conversationId, typing) {
      if (conversationId === shown) void tell(conversationId, typing)
    },
  }
}
