import type { Agent } from '../../domain/agent.ts'
import type { AgentId, ConversationId } from '../../domain/ids.ts'
import { announceAgents } from '../agents/invite.ts'
import type { Deps } from '../deps.ts'

/** The agent lets it pass: it keeps its place, and somebody else is asked. Harmless where nothing is offered any more. */
export async function declineOffer(deps: Deps, agent: Agent, conversationId: ConversationId): Promise<void> {
  const ended = await deps.storage.routing.endOffer(conversationId, agent.id)
  if (!ended) return

  await deps.storage.routing.notePass(conversationId, agent.id, deps.clock.now())
  await deps.storage.routing.forgiveMisses(agent.id)
  deps.publisher.publish({ type: 'queue.changed' })
}

/** Ends offers that nobody has taken in time, and those to agents who are not there any more. */
export async function endLateOffers(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const offers = await deps.storage.routing.listOffers()
  // Of a browser at another node, this one may not have heard yet.
  const away = (agentId: AgentId) => !deps.roster.onDuty().includes(agentId)
  if (offers.some(({ agentId, until }) => until > now && away(agentId))) await deps.roster.refresh()
  const onDuty = deps.roster.onDuty()
  let changed = false
  for (const { conversationId, agentId, until } of offers) {
    const isLate = until <= now
    if (!isLate && onDuty.includes(agentId)) continue
    if (!(await deps.storage.routing.endOffer(conversationId, agentId))) continue

    changed = true
    if (!isLate) continue
    await deps.storage.routing.notePass(conversationId, agentId, now)
    await noteMiss(deps, agentId)
  }
  if (changed) deps.publisher.publish({ type: 'queue.changed' })
}

/** Whoever lets offers run out is not there, whatever their presence says: shoppers go to others. */
async function noteMiss(deps: Deps, agentId: AgentId): Promise<void> {
  const { awayAfterMissed } = deps.live.current().knowledge.desk
  const missed = await deps.storage.routing.countMiss(agentId)
  if (awayAfterMissed === 0 || missed < awayAfterMissed) return
  if (deps.roster.find(agentId)?.presence !== 'online') return

  await deps.storage.agents.update(agentId, { presence: 'away' })
  await deps.storage.audit.add({
    at: deps.clock.now(),
    actor: 'system',
    action: 'agent.away',
    target: agentId,
    detail: { missed },
  })
  await announceAgents(deps)
}
