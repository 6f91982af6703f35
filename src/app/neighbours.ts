import type { AgentId } from '../domain/ids.ts'
import type { NodeState, NodeStore } from '../ports/nodes.ts'
import type { Log } from '../ports/world.ts'
import type { Neighbours } from './roster.ts'

/** How often a node says that it lives, and looks who else does. */
const BEAT_MILLISECONDS = 2000
/** Whose beats stand still for so long is dead: a busy database delays them, and agents who come back need a moment. */
const DEAD_AFTER_MILLISECONDS = 10_000

interface Seen {
  readonly beats: number
  /** By this process's own clock: nodes need not agree on the time. */
  readonly since: number
  /** Its beats have grown while they were watched: it lives. */
  readonly lives: boolean
}

interface Watch {
  /** The version of the knowledge that this node serves. */
  knowledge(): string
  /** Called whenever it has looked, with who is connected elsewhere and which versions of the knowledge others serve. */
  heard(agents: ReadonlySet<AgentId>, versions: ReadonlySet<string>): void
  /** A node lives; called once for each. */
  met(node: string): void
  /** A node has ended. */
  gone(node: string): void
}

export interface NeighbourWatch extends Neighbours {
  /** From now on it beats. */
  start(watch: Watch): void
  /** Takes this node off the list. */
  stop(): Promise<void>
}

/** The nodes of one database, seen from one of them: rows with a heartbeat. */
export function watchNeighbours(world: {
  readonly id: string
  readonly nodes: NodeStore
  readonly log: Log
  /** For a test that cannot wait. */
  readonly deadAfter?: number
  readonly every?: number
}): NeighbourWatch {
  const { id, nodes, log, deadAfter = DEAD_AFTER_MILLISECONDS, every = BEAT_MILLISECONDS } = world
  const seen = new Map<string, Seen>()
  let browsers: ReadonlyMap<AgentId, number> = new Map()
  let present: ReadonlySet<AgentId> = new Set()
  let versions: ReadonlySet<string> = new Set()
  let watch: Watch | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  // One write at a time: the last one must be the one that stays.
  let beating: Promise<void> = Promise.resolve()
  const beat = (): Promise<void> => {
    beating = beating
      .then(async () => {
        if (!stopped) await nodes.beat({ id, browsers: new Map(browsers), knowledge: watch?.knowledge() ?? '' })
      })
      .catch((error: unknown) => log.warn({ error }, 'this node could not say that it lives'))
    return beating
  }
  const forgetDead = async (states: readonly NodeState[]) => {
    for (const [node, { beats, since }] of seen) {
      const isListed = states.some((one) => one.id === node)
      if (isListed && performance.now() - since <= deadAfter) continue
      seen.delete(node)
      watch?.gone(node)
      if (isListed && (await nodes.forget(node, beats))) log.warn({ node }, 'another node has died')
    }
  }
  const look = async () => {
    const states = (await nodes.list()).filter((one) => one.id !== id)
    const now = performance.now()
    for (const { id: node, beats } of states) {
      const before = seen.get(node)
      if (before?.beats === beats) continue
      if (before && !before.lives) watch?.met(node)
      seen.set(node, { beats, since: now, lives: before !== undefined })
    }
    await forgetDead(states)
    const living = states.filter((one) => seen.has(one.id))
    present = new Set(living.flatMap((one) => [...one.browsers.keys()]))
    versions = new Set(living.map((one) => one.knowledge))
    return present
  }

  return {
    tell: (now) => {
      browsers = now
      return beat()
    },
    look: async () => {
      try {
        return await look()
      } catch (error) {
        log.warn({ error }, 'other nodes could not be seen')
        return present
      }
    },
    start: (given) => {
      watch = given
      const turn = async () => {
        await beat()
        try {
          given.heard(await look(), versions)
        } catch (error) {
          log.warn({ error }, 'other nodes could not be seen')
        }
        if (!stopped) timer = setTimeout(() => void turn(), every)
      }
      void turn()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await beating
      await nodes.leave(id).catch((error: unknown) => log.warn({ error }, 'this node could not take its leave'))
    },
  }
}
