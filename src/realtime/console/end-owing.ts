import type { Namespace } from 'socket.io'
import { owesSecondStep } from '../../actions/agents/second-factor.ts'
import type { RealtimeWorld } from '../world.ts'

/** Closes the desks of whoever owes the shop a second step since now: it was demanded, taken away, or the agent has another role. */
export function endOwing(namespace: Namespace, { deps, events }: RealtimeWorld): void {
  events.subscribe((event) => {
    if (event.type !== 'agents.changed' && event.type !== 'knowledge.changed') return
    if (deps.live.current().knowledge.security.secondStep === 'nobody') return
    closeOwing(namespace, deps).catch((error: unknown) =>
      deps.log.error({ error }, 'who owes a second step could not be looked up'),
    )
  })
}

async function closeOwing(namespace: Namespace, deps: RealtimeWorld['deps']): Promise<void> {
  const owing = new Map<string, boolean>()
  for (const socket of namespace.sockets.values()) {
    const agent = deps.roster.find((socket.data as { agentId?: string }).agentId ?? '')
    if (!agent) continue
    const owes = owing.get(agent.id) ?? (await owesSecondStep(deps, agent))
    owing.set(agent.id, owes)
    if (owes) socket.disconnect(true)
  }
}
