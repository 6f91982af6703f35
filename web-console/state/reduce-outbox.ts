import type { DeskMessage } from '../../src/protocol/console.ts'
import type { DeskEvent, LocalNews } from './desk-event.ts'
import type { DeskState, PendingMessage } from './desk-state.ts'
import { addMessages } from './reduce-thread.ts'

export type OutboxNews = Extract<LocalNews, { type: `outbox:${string}` }>

export function isOutboxNews(event: DeskEvent): event is OutboxNews {
  return event.type.startsWith('outbox:')
}

function withOutbox(state: DeskState, outbox: readonly PendingMessage[]): DeskState {
  return { ...state, outbox }
}

function withoutFailure(pending: PendingMessage): PendingMessage {
  const { failed: _, ...rest } = pending
  return rest
}

/** What I send is shown at once and leaves the outbox only when it is known to be stored. */
export function reduceOutbox(state: DeskState, event: OutboxNews): DeskState {
  switch (event.type) {
    case 'outbox:queued':
      return withOutbox(state, [...state.outbox, event.pending])
    case 'outbox:sent': {
      const left = withOutbox(
        state,
        state.outbox.filter((one) => one.clientId !== event.clientId),
      )
      return event.message && !isShown(left, event.message)
        ? addMessages(left, event.message.conversationId, [event.message])
        : left
    }
    case 'outbox:failed': {
      const { code, message, words } = event
      const failed = { code, message, ...(words && { words }) }
      return withOutbox(
        state,
        state.outbox.map((one) => (one.clientId === event.clientId ? { ...one, failed } : one)),
      )
    }
    case 'outbox:retried':
      return withOutbox(
        state,
        state.outbox.map((one) => (one.clientId === event.clientId ? withoutFailure(one) : one)),
      )
    case 'outbox:dropped':
      return withOutbox(
        state,
        state.outbox.filter((one) => one.clientId !== event.clientId),
      )
  }
}

/** What the server has told of it counts: it may have covered words that I only know as I typed them. */
function isShown({ threads }: DeskState, { conversationId, seq }: DeskMessage): boolean {
  return threads[conversationId]?.messages.some((one) => one.seq === seq) ?? false
}
