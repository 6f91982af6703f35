import type { Case } from './case.ts'
import type { Conversation } from './conversation.ts'
import type { Customer } from './customer.ts'
import type { Draft } from './draft.ts'
import type { AgentId, ConversationId, CustomerId, IntentId } from './ids.ts'
import type { Message } from './message.ts'
import type { PromiseKind } from './queue/service-clock.ts'
import type { Rating } from './rating.ts'
import type { Suggestion } from './suggestion.ts'
import type { Todo } from './todo.ts'

/** A conversation with the one who writes in it, as everyone who watches needs to hear of it. */
export interface Thread {
  readonly conversation: Conversation
  readonly customer: Customer
}

/** What has happened, told after it was durably stored. */
export type DomainEvent =
  | (Thread & { readonly type: 'message.created' | 'message.updated'; readonly message: Message })
  | (Thread & { readonly type: 'conversation.changed' })
  /** A resolved conversation is followed by a new one. */
  | (Thread & { readonly type: 'conversation.opened' })
  | { readonly type: 'queue.changed' }
  | {
      readonly type: 'suggestions.offered'
      readonly conversationId: ConversationId
      readonly suggestions: readonly Suggestion[]
    }
  | { readonly type: 'suggestion.changed'; readonly suggestion: Suggestion }
  | {
      readonly type: 'typing.changed'
      readonly conversationId: ConversationId
      readonly who: 'customer' | 'agent'
      readonly typing: boolean
      /** What the customer is typing, where the owner lets people see it. Told, and never kept. */
      readonly text?: string
    }
  | {
      readonly type: 'answer.notified'
      readonly conversationId: ConversationId
      readonly seq: number
      readonly intent: IntentId
    }
  /** Of one agent's draft: `text` is empty once it is sent or given up. `from` is the connection that it was typed at. */
  | { readonly type: 'draft.changed'; readonly draft: Draft; readonly from?: string }
  /** Given, or changed within the owner's minutes. */
  | (Thread & { readonly type: 'rating.given'; readonly rating: Rating })
  | { readonly type: 'customers.merged'; readonly from: CustomerId; readonly into: CustomerId }
  /** Something in the record was written: a field, a note, a block. */
  | { readonly type: 'record.changed'; readonly customerId: CustomerId }
  /** Opened, or worked on. */
  | { readonly type: 'case.changed'; readonly case: Case }
  /** What labels there are, and how they look. */
  | { readonly type: 'labels.changed' }
  /** Made, or changed; `due`: its time has come just now; `was`: whose it was before. */
  | { readonly type: 'todo.changed'; readonly todo: Todo; readonly due?: true; readonly was?: Todo }
  /** A promise of the owner to a shopper; `agentId`: who holds the conversation. */
  | {
      readonly type: 'promise.broken'
      readonly conversationId: ConversationId
      readonly kind: PromiseKind
      readonly dueAt: number
      readonly agentId?: AgentId
    }
  /** What one browser of the shop's people shows; without a conversation, nothing any more. */
  | {
      readonly type: 'look.changed'
      readonly seat: string
      readonly agent: { readonly id: AgentId; readonly name: string }
      readonly conversationId?: ConversationId
      readonly typing: boolean
    }
  | { readonly type: 'agents.changed' }
  /** Signed out, or disabled: live connections must end. Without a session, all of the agent's. */
  | { readonly type: 'agent.signed-out'; readonly agentId: AgentId; readonly session?: string }
  | { readonly type: 'reception.changed' }
  | { readonly type: 'knowledge.changed' }
  /** Which webhooks there are, and whether they are on. */
  | { readonly type: 'webhooks.changed' }
  /** Another process of this shop has ended: nobody is connected to it any more. Told by each process to itself. */
  | { readonly type: 'node.gone'; readonly id: string }
  /** What happened at others may not have been heard: whoever is connected here must look anew. Told by each process to itself. */
  | { readonly type: 'news.missed' }
