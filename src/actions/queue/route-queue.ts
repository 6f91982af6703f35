import { AppError } from '../../domain/errors.ts'
import type { QueueEntry } from '../../domain/handoff.ts'
import { decideOffers, type Offer, type Seeking } from '../../domain/queue/decide-offers.ts'
import type { Deps } from '../deps.ts'
import { claimConversation } from '../handoff/change-hands.ts'
import { listReceivers } from './list-receivers.ts'

/** As many of those who wait as one run looks at. */
const LOOKED_AT = 300
/** Whoever has let one pass is left in peace with it for so long. */
const PEACE_MILLISECONDS = 60_000

/** Offers those who wait to agents who are there, in the order of service. May run at any time, also on several nodes at once. */
export async function routeQueue(deps: Deps): Promise<void> {
  const policy = deps.live.current().knowledge.desk
  if (policy.strategy === 'manual' || deps.roster.onDuty().length === 0) return

  const waiting = (await deps.storage.queue.list(LOOKED_AT)).filter(({ offer }) => !offer)
  if (waiting.length === 0) return
  const receivers = await listReceivers(deps)
  if (!receivers.some(({ free }) => free > 0)) return

  const now = deps.clock.now()
  const offers = decideOffers(await toSeeking(deps, waiting), receivers, { policy, now })
  const until = now + policy.offerSeconds * 1000
  const made = await Promise.all(
    offers.map((offer) =>
      policy.offerSeconds === 0
        ? assign(deps, offer)
        : deps.storage.routing.offer(offer.conversationId, offer.agentId, until),
    ),
  )
  if (made.some(Boolean)) deps.publisher.publish({ type: 'queue.changed' })
}

async function toSeeking(deps: Deps, waiting: readonly QueueEntry[]): Promise<readonly Seeking[]> {
  const ids = waiting.map(({ conversationId }) => conversationId)
  const [passes, lastAgents] = await Promise.all([
    deps.storage.routing.listPasses(ids, deps.clock.now() - PEACE_MILLISECONDS),
    deps.storage.routing.listLastAgents(ids),
  ])
  return waiting.map(({ conversationId, groupId, enqueuedAt }) => {
    const lastAgentId = lastAgents.get(conversationId)
    return {
      conversationId,
      enqueuedAt,
      ...(groupId !== undefined && { groupId }),
      ...(lastAgentId !== undefined && { lastAgentId }),
      passedBy: passes.filter((one) => one.conversationId === conversationId).map(({ agentId }) => agentId),
    }
  })
}

/** Where the owner does not let agents choose, it is theirs at once. */
async function assign(deps: Deps, { conversationId, agentId }: Offer): Promise<boolean> {
  const agent = deps.roster.find(agentId)
  if (!agent) return false
  try {
    await claimConversation(deps, agent, conversationId)
    return true
  } catch (error) {
    // Taken by another in this very moment, or the shopper has left.
    if (!(error instanceof AppError)) throw error
    return false
  }
}

/** Who has let an offer pass long ago may be asked again: nothing has to be known of it any more. */
export function forgetOldPasses(deps: Deps): Promise<void> {
  return deps.storage.routing.forgetPasses(deps.clock.now() - PEACE_MILLISECONDS)
}
