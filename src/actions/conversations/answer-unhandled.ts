import type { ConversationId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { getThread } from './get-thread.ts'
import { takeTurn } from './take-turn.ts'

/** As many conversations as one run looks at. */
export const UNHANDLED_AT_ONCE = 100
const LIMIT = 1000

/** Answers what was stored and never answered, because the process died or a turn failed. Safe to run at any time. */
export async function answerUnhandled(deps: Deps, quietMilliseconds: number): Promise<number> {
  const waiting = await deps.storage.conversations.listUnhandled(
    deps.clock.now() - quietMilliseconds,
    UNHANDLED_AT_ONCE,
  )
  for (const { id } of waiting) {
    try {
      await deps.lanes.run(id, () => answerBacklog(deps, id))
    } catch (error) {
      deps.log.error({ conversationId: id, error }, 'an unanswered message could not be answered')
    }
  }
  return waiting.length
}

/** Gives every customer message that nobody has dealt with its turn, oldest first. Runs in the conversation's lane. */
export async function answerBacklog(deps: Deps, id: ConversationId): Promise<void> {
  const { conversation } = await getThread(deps, id)
  for (const message of await deps.storage.messages.listAfter(id, conversation.handledSeq, LIMIT)) {
    if (message.author.kind !== 'customer') continue
    if (message.body.kind === 'recalled') {
      // There is nothing to answer any more.
      await deps.storage.conversations.raise(id, 'handledSeq', message.seq)
      continue
    }

    // Read anew each time: the turn before may have called a person.
    const thread = await getThread(deps, id)
    if (message.seq > thread.conversation.handledSeq) {
      await takeTurn(deps, { ...thread, message, fresh: false, behind: false })
    }
  }
}
