import { findForbidden, maskForbidden } from '../../domain/forbidden.ts'
import { type Stored, tryStoreMessage } from '../conversations/store-message.ts'
import type { Deps } from '../deps.ts'
import { answerMessage } from './answer-message.ts'
import { handOver } from './hand-over.ts'
import { type Reply, toBody, toExplanation } from './reply.ts'
import { inSpokenLanguage } from './spoken-language.ts'
import { openTurn, type Turn } from './turn.ts'

/** The bot's turn: understand, decide, reply once. The reply's key makes a second run harmless. */
export async function answerAsBot(deps: Deps, heardMessage: Stored): Promise<void> {
  const stored = inSpokenLanguage(heardMessage)
  const { message, conversation } = stored
  const turn = await openTurn(deps, stored)
  const reply = await guard(deps, turn, await answerMessage(deps, turn))

  const sent = await tryStoreMessage(deps, {
    conversationId: message.conversationId,
    // A crash after this line is made good at the next start; the same key keeps it at one reply.
    key: `reply-to-${message.seq}`,
    author: { kind: 'bot' },
    body: toBody(reply),
    at: deps.clock.now(),
    explanation: toExplanation(turn, reply),
    // Somebody may have taken over while this was thought out: then the bot keeps silent.
    whileStatus: [conversation.status],
    consequences: {
      context: reply.context,
      handledSeq: message.seq,
      ...(reply.enqueue && { enqueue: reply.enqueue }),
      // Whoever goes on with the bot while waiting keeps the place.
      ...(conversation.status === 'queued' && !conversation.withBot && { dequeue: true }),
    },
  })
  if ('refused' in sent) {
    deps.log.debug({ rule: reply.rule, status: sent.refused }, 'a reply is kept back: somebody else has taken over')
    return
  }
  deps.log.debug({ rule: reply.rule, replySeq: sent.message.seq }, 'a message is replied to')
  if (reply.notify === undefined) return
  deps.publisher.publish({
    type: 'answer.notified',
    conversationId: message.conversationId,
    seq: sent.message.seq,
    intent: reply.notify,
  })
}

/** The owner's forbidden words bind the bot too: what is blocked is not said, and a person is called instead. */
async function guard(deps: Deps, turn: Turn, reply: Reply): Promise<Reply> {
  const hits = findForbidden(reply.text, turn.brain.knowledge.forbidden)
  if (hits.length === 0) return reply

  deps.log.warn(
    { conversationId: turn.stored.conversation.id, rule: reply.rule, hits: hits.length },
    'a reply held forbidden words',
  )
  if (hits.some(({ action }) => action === 'block')) {
    return handOver(deps, turn, { kind: 'handoff', reason: 'no_answer' })
  }
  return { ...reply, text: maskForbidden(reply.text, hits) }
}
