import { requireUnblocked } from '../../domain/block.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { answerBacklog } from '../conversations/answer-unhandled.ts'
import { getThread, publishConversation } from '../conversations/get-thread.ts'
import { tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { botTexts, handoffText } from '../dialogue/bot-texts.ts'
import { findWish } from './find-wish.ts'
import { planHandoff } from './plan-handoff.ts'

/** The shopper pressed for a person, or disliked an answer. Does nothing where people have the conversation already; throws
 * `customer_blocked`. */
export async function requestHandoff(
  deps: Deps,
  conversationId: ConversationId,
  reason: HandoffReason = 'asked',
): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const asking = await getThread(deps, conversationId)
    if (asking.conversation.status !== 'bot') return
    // What an earlier process left unanswered would be nobody's once a person is called.
    await answerBacklog(deps, conversationId)

    const thread = await getThread(deps, conversationId)
    const { conversation } = thread
    if (conversation.status !== 'bot') return
    requireUnblocked(thread.customer, deps.clock.now())

    const wish = await findWish(deps, conversationId, conversation.lastSeq + 1)
    const wants = wish ?? botTexts(conversation.locale).person
    const { enqueue, nobody } = planHandoff(deps, thread, reason, wants, [])
    const { knowledge } = deps.live.current()
    await tryStoreMessage(deps, {
      conversationId,
      key: `handoff-after-${conversation.lastSeq}`,
      author: { kind: 'bot' },
      body: { kind: 'text', text: nobody ?? handoffText(conversation.locale, reason) },
      at: deps.clock.now(),
      whileStatus: ['bot'],
      explanation: {
        heardSeq: conversation.lastCustomerSeq,
        rule: `handoff:${reason}`,
        candidates: [],
        thresholds: { answer: knowledge.thresholds.answer, clarify: knowledge.thresholds.clarify },
        facts: {},
        knowledgeVersion: knowledge.version,
      },
      consequences: { enqueue, context: { ...conversation.context, misses: 0, clarified: false } },
    })
  })
}

/** The shopper would rather go on with the bot: leaves the queue. Does nothing where the shopper does not wait. */
export async function cancelHandoff(deps: Deps, conversationId: ConversationId): Promise<void> {
  await deps.lanes.run(conversationId, async () => {
    const left = await deps.storage.queue.returnToBot(conversationId, undefined, deps.clock.now())
    if (!left) return

    await tellLeft(deps, conversationId)
    await publishConversation(deps, conversationId)
    deps.publisher.publish({ type: 'queue.changed' })
  })
}

async function tellLeft(deps: Deps, conversationId: ConversationId): Promise<void> {
  const { conversation } = await getThread(deps, conversationId)
  await tryStoreMessage(deps, {
    conversationId,
    key: `left-queue-after-${conversation.lastSeq}`,
    author: { kind: 'system' },
    body: { kind: 'event', event: { name: 'left_queue' } },
    at: deps.clock.now(),
  })
}
