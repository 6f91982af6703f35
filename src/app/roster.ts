import type { Agent } from '../domain/agent.ts'
import type { AgentId } from '../domain/ids.ts'
import type { AgentStore } from '../ports/storage.ts'
import type { Clock, Connections, Roster } from '../ports/world.ts'

/** Who is connected to other nodes. */
export interface Neighbours {
  /** Tells them who is connected to this one. */
  tell(browsers: ReadonlyMap<AgentId, number>): Promise<void>
  /** Looks again, and says who is there. */
  look(): Promise<ReadonlySet<AgentId>>
}

export interface FullRoster extends Roster, Connections {
  /** Takes in who is connected to other nodes. */
  hear(elsewhere: ReadonlySet<AgentId>): void
  /** Calls with whoever was connected to another node until now, and is to none any more. */
  onVanished(listener: (agents: readonly AgentId[]) => void): void
}

/** The agents in memory, and how many browsers each has open. */
export async function createRoster(store: AgentStore, clock: Clock, neighbours?: Neighbours): Promise<FullRoster> {
  let agents = new Map<AgentId, Agent>()
  let elsewhere: ReadonlySet<AgentId> = new Set()
  const browsers = new Map<AgentId, number>()
  const left = new Map<AgentId, number>()
  let tellVanished: (agents: readonly AgentId[]) => void = () => undefined

  const isConnected = (id: AgentId) => (browsers.get(id) ?? 0) > 0 || elsewhere.has(id)
  const hear = (now: ReadonlySet<AgentId>) => {
    const before = elsewhere
    elsewhere = now
    const gone = [...before].filter((id) => !isConnected(id))
    for (const id of gone) left.set(id, clock.now())
    if (gone.length > 0) tellVanished(gone)
  }
  const refresh = async () => {
    agents = new Map((await store.list()).map((agent) => [agent.id, agent]))
    if (neighbours) hear(await neighbours.look())
  }
  await refresh()

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
    hear,
    onVanished: (listener) => {
      tellVanished = listener
    },
    add: async (id) => {
      const first = !isConnected(id)
      browsers.set(id, (browsers.get(id) ?? 0) + 1)
      await neighbours?.tell(browsers)
      return first
    },
    remove: async (id) => {
      const count = Math.max(0, (browsers.get(id) ?? 0) - 1)
      if (count > 0) browsers.set(id, count)
      else browsers.delete(id)
      const last = !isConnected(id)
      if (last) left.set(id, clock.now())
      await neighbours?.tell(browsers)
      return last
    },
  }
}
