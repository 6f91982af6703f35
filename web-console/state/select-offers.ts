import type { DeskConversation, QueueEntryView } from '../../src/protocol/console.ts'
import type { DeskState } from './desk-state.ts'

/** What waits for my yes: a customer whom the queue offers me, or one whom a colleague wants to give me. */
export type Ask =
  | { readonly kind: 'offer'; readonly entry: QueueEntryView; readonly until: number }
  | { readonly kind: 'transfer'; readonly conversation: DeskConversation; readonly until: number }

/** Offers in the order of service, then transfers. */
export function selectAsks({
  queue,
  conversations,
  me,
}: Pick<DeskState, 'queue' | 'conversations' | 'me'>): readonly Ask[] {
  const offers = queue.flatMap((entry): Ask[] =>
    entry.offer?.agent.id === me.id ? [{ kind: 'offer', entry, until: entry.offer.until }] : [],
  )
  const transfers = Object.values(conversations).flatMap((conversation): Ask[] =>
    conversation.transfer?.to.id === me.id
      ? [{ kind: 'transfer', conversation, until: conversation.transfer.until }]
      : [],
  )
  return [...offers, ...transfers]
}

export function askedConversation(ask: Ask): string {
  return ask.kind === 'offer' ? ask.entry.conversationId : ask.conversation.id
}
