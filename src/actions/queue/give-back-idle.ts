import { AppError } from '../../domain/errors.ts'
import type { Deps } from '../deps.ts'
import { returnToQueue } from '../handoff/change-hands.ts'

const AT_ONCE = 100

/** Shoppers whom nobody has answered for too long go back to the queue, in their old place, for somebody else. */
export async function giveBackIdle(deps: Deps): Promise<void> {
  const { idleMinutes } = deps.live.current().knowledge.desk
  if (idleMinutes === 0) return

  const before = deps.clock.now() - idleMinutes * 60_000
  for (const conversation of await deps.storage.conversations.listIdle(before, AT_ONCE)) {
    if (conversation.status !== 'assigned') continue
    try {
      await returnToQueue(deps, conversation.agentId, conversation.id)
    } catch (error) {
      // Resolved or transferred in this very moment: then there is nothing to give back.
      if (!(error instanceof AppError)) throw error
    }
  }
}
