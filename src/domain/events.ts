import type { Conversation } from './conversation.ts'
import type { AgentId, ConversationId, CustomerId, IntentId } from './ids.ts'
import type { Message } from './message.ts'
import type { Suggestion } from './suggestion.ts'

/** What has happened, told after it was durably stored. */
export type DomainEvent =
  | { readonly type: 'message.created'; readonly message: Message; readonly conversation: Conversation }
  | { readonly type: 'message.updated'; readonly message: Message; readonly conversation: Conversation }
  | { readonly type: 'conversation.changed'; readonly conversation: Conversation }
  /** A resolved conversation is followed by a new one. */
  | { readonly type: 'conversation.opened'; readonly conversation: Conversation }
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
      readonly who: 'customer' | 'agent' | 'bot'
      readonly typing: boolean
      readonly agentId?: AgentId
    }
  | {
      readonly type: 'answer.notified'
      readonly conversationId: ConversationId
      readonly seq: number
      readonly intent: IntentId
    }
  | { readonly type: 'customer.changed'; readonly customerId: CustomerId }
  | { readonly type: 'customers.merged'; readonly from: CustomerId; readonly into: CustomerId }
  | { readonly type: 'agents.changed' }
  /** Signed out, or disabled: live connections of this agent must end. */
  | { readonly type: 'agent.signed-out'; readonly agentId: AgentId; readonly sessionId?: string }
  | { readonly type: 'reception.changed' }
  | { readonly type: 'knowledge.changed' }
