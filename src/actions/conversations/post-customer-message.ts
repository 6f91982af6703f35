import type { ConversationId, CustomerId } from '../../domain/ids.ts'
import type { Message, MessageBody } from '../../domain/message.ts'
import type { Deps } from '../deps.ts'
import { answerBacklog } from './answer-unhandled.ts'
import { findQuote } from './find-quote.ts'
import { openNextConversation } from './open-next-conversation.ts'
import { type Stored, tryStoreMessage } from './store-message.ts'
import { takeTurn } from './take-turn.ts'

export interface CustomerMessage {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly clientId: string
  readonly body: MessageBody
  /** The message that it answers. */
  readonly quote?: number | undefined
}

/**
 * Takes in what a customer wrote. Resolves when it is durably stored; whose turn it is comes after that, in the same lane.
 * The message of a resolved conversation opens the next one, so look at the returned message's `conversationId`.
 */
export function postCustomerMessage(deps: Deps, draft: CustomerMessage): Promise<Message> {
  return new Promise((acknowledge, refuse) => {
    const work = async () => {
      const stored = await store(deps, draft).catch(refuse)
      if (!stored) return
      if ('next' in stored) {
        const { quote: _, ...rest } = draft
        await postCustomerMessage(deps, { ...rest, conversationId: stored.next }).then(acknowledge, refuse)
        return
      }
      const { seq, conversationId } = stored.message
      deps.log.debug({ conversationId, clientId: draft.clientId, seq, fresh: stored.fresh }, 'a message is stored')
      acknowledge(stored.message)
      // A resend of what was never answered, because the process died or the turn failed, is answered now.
      if (!isUnhandled(stored)) return
      // What an earlier process left unanswered comes first, or this answer would hide it.
      if (stored.behind) await answerBacklog(deps, stored.conversation.id)
      else await takeTurn(deps, stored)
    }
    deps.lanes.run(draft.conversationId, work).catch((error: unknown) => {
      const { conversationId, clientId } = draft
      deps.log.error({ conversationId, clientId, error }, 'the turn after a customer message failed')
    })
  })
}

/** A resend may turn out to belong to the conversation before: that one is over. */
function isUnhandled({ message, conversation }: Stored): boolean {
  return message.conversationId === conversation.id && message.seq > conversation.handledSeq
}

async function store(deps: Deps, draft: CustomerMessage): Promise<Stored | { next: ConversationId }> {
  const result = await tryStoreMessage(deps, {
    conversationId: draft.conversationId,
    key: `customer:${draft.clientId}`,
    author: { kind: 'customer', id: draft.customerId },
    body: draft.body,
    at: deps.clock.now(),
    ...(await findQuote(deps, draft)),
    whileStatus: ['bot', 'queued', 'assigned'],
  })
  if ('refused' in result) return { next: (await openNextConversation(deps, draft.conversationId)).id }
  return result
}
