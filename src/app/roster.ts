import type { Agent } from '../domain/agent.ts'
import type { AgentId } from '../domain/ids.ts'
import type { AgentStore } from '../ports/storage.ts'
import type { Clock, Connections, Roster } from '../ports/world.ts'

/** The agents in memory, and how many browsers each has open. */
export async function createRoster(store: AgentStore, clock: Clock): Promise<Roster & Connections> {
  let agents = new Map<AgentId, Agent>()
  const browsers = new Map<AgentId, number>()
  const left = new Map<AgentId, number>()
  const refresh = async () => {
    agents = new Map((await store.list()).map((agent) => [agent.id, agent]))
  }
  await refresh()

  const isConnected = (id: AgentId) => (browsers.get(id) ?? 0) > 0
  return {
    list: () => [...agents.values()],
    find: (id) => agents.get(id),
    isConnected,
    leftAt: (id) => left.get(id),
    onDuty: () =>
      [...agents.values()]
        .filter((one) => one.active && one.presence === 'online' && isConnected(one.id))
        .map((one) => one.id),
    refresh,
    add: (id) => {
      const count = (browsers.get(id) ?? 0) + 1
      browsers.set(id, count)
      return count === 1
    },
    remove: (id) => {
      const count = Math.max(0, (browsers.get(id) ?? 0) - 1)
      browsers.set(id, count)
      if (count === 0) left.set(id, clock.now())
      return count === 0
    },
  }
}
