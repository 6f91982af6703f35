import { AppError } from '../../domain/errors.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { Deps } from '../deps.ts'
import { returnToQueue } from './change-hands.ts'

/** The kind of job that looks whether an agent has come back. */
export const GIVE_BACK = 'give-back'

/** More than one person ever holds. */
const LIMIT = 500

/** An agent's last browser is gone: if none comes back in time, the conversations return to their old places. */
export async function scheduleGiveBack(deps: Deps, agentId: AgentId): Promise<void> {
  const { vanishSeconds } = deps.live.current().knowledge.handoff
  await deps.storage.jobs.schedule({
    key: `give-back-${agentId}`,
    kind: GIVE_BACK,
    payload: { agentId },
    dueAt: deps.clock.now() + vanishSeconds * 1000,
  })
}

/** At start-up nobody is connected yet: whoever held something gets the usual time to come back. */
export async function scheduleGiveBackOfAll(deps: Deps): Promise<void> {
  for (const agentId of (await deps.storage.conversations.countAssigned()).keys()) await scheduleGiveBack(deps, agentId)
}

/** Gives back all that an agent holds, unless the agent is there and has not signed off. What is laid aside stays theirs until it comes back. */
export async function giveBackVanished(deps: Deps, agentId: AgentId): Promise<void> {
  // They may have come back to another node.
  await deps.roster.refresh()
  const isOff = deps.roster.find(agentId)?.presence === 'offline'
  if (deps.roster.isConnected(agentId) && !isOff) return

  const held = await deps.storage.conversations.list({ status: 'assigned', agentId, limit: LIMIT })
  for (const conversation of held) {
    if (conversation.status === 'assigned' && conversation.snoozedUntil !== undefined) continue
    try {
      await returnToQueue(deps, agentId, conversation.id)
    } catch (error) {
      // Resolved or transferred in this very moment: then there is nothing to give back.
      if (!(error instanceof AppError)) throw error
    }
  }
  // Until now the others saw them as if they were there.
  deps.publisher.publish({ type: 'agents.changed' })
}
