import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Deps } from '../actions/deps.ts'
import { scheduleGiveBack } from '../actions/handoff/give-back-vanished.ts'
import type { Config } from '../config/config.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { AgentId } from '../domain/ids.ts'
import { createLimiters } from '../nodes/limiters.ts'
import type { Storage } from '../ports/storage.ts'
import type { Limiters, Log } from '../ports/world.ts'
import { createLaneLocks } from '../storage/lane-locks.ts'
import type { LaneGuard } from '../storage/lanes.ts'
import { createUploadMarkers, type UploadMarkers } from '../storage/upload-markers.ts'
import type { EventBus } from './event-bus.ts'
import { type NeighbourWatch, watchNeighbours } from './neighbours.ts'
import type { FullRoster } from './roster.ts'

/** What was missed by many is looked up once. */
const COALESCE_MILLISECONDS = 300

/** The ties of this process to the other nodes of its database. */
export interface Nodes {
  readonly id: string
  readonly pass: (event: DomainEvent) => void
  readonly neighbours: NeighbourWatch
  readonly guard: LaneGuard
  readonly limiters: Limiters
  /** From now on this node hears the others, and they see it. Resolves when nothing that they tell can be missed unnoticed. */
  start(own: Own): Promise<void>
  /** It takes leave: nobody is connected here any more. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** What of this process others may change. */
export interface Own {
  readonly deps: Deps
  readonly bus: EventBus
  readonly roster: FullRoster
  /** Takes up the knowledge that another node has. */
  readonly takeUpKnowledge: () => Promise<void>
}

/** Undefined where this process is alone. */
export async function joinNodes(
  { databaseUrl, redisUrl, dataDir }: Pick<Config, 'databaseUrl' | 'redisUrl' | 'dataDir'>,
  { storage, log }: { storage: Storage; log: Log },
): Promise<Nodes | undefined> {
  if (redisUrl === undefined || databaseUrl === undefined) return undefined

  const id = randomUUID()
  const prefix = `xiaoer:${await storage.nodes.shopKey(randomUUID())}`
  // A process that is alone starts without what only several need.
  const { createEventStream } = await import('../nodes/event-stream.ts')
  const stream = createEventStream({ url: redisUrl, key: `${prefix}:events`, node: id, log })
  const neighbours = watchNeighbours({ id, nodes: storage.nodes, log })
  const markers = createUploadMarkers(join(dataDir, 'uploads'))
  const guard = createLaneLocks(databaseUrl, log)
  return {
    id,
    pass: stream.pass,
    neighbours,
    guard,
    limiters: createLimiters({ redis: stream.redis, prefix }),
    start: async (own) => {
      const ear = createEar(own)
      await stream.start(ear)
      await markers.leave(id)
      own.roster.onVanished((agents) => giveBackLater(own, agents))
      neighbours.start({
        knowledge: () => own.deps.live.current().knowledge.version,
        heard: (agents, versions) => catchUp(own, agents, versions),
        met: (node) => void lookForUploads(markers, node, log),
        gone: (node) => {
          own.bus.tellHere({ type: 'node.gone', id: node })
          markers.remove(node).catch(() => undefined)
        },
      })
    },
    leave: async () => {
      await markers.remove(id)
      await neighbours.stop()
    },
    close: async () => {
      await stream.close()
      await guard.close()
    },
  }
}

/** A picture that one node has taken would be missing at another: told once, for the process may serve everything else. */
async function lookForUploads(markers: UploadMarkers, node: string, log: Log): Promise<void> {
  if (await markers.sees(node)) return
  log.error(
    { node },
    'uploads of another node cannot be seen here: DATA_DIR/uploads must be one folder for all nodes (docs/scale.md)',
  )
}

/** Hears what other nodes tell, one after the other: what this process keeps in memory is read anew before anybody here is told. */
function createEar({ deps, bus, roster, takeUpKnowledge }: Own) {
  let before: Promise<void> = Promise.resolve()
  let late: NodeJS.Timeout | undefined
  const prepare = async ({ type }: DomainEvent) => {
    if (type === 'agents.changed') await roster.refresh()
    else if (type === 'reception.changed') await deps.switchboard.refresh()
    else if (type === 'knowledge.changed') await takeUpKnowledge()
  }
  const inTurn = (work: () => Promise<void>) => {
    before = before
      .then(work)
      .catch((error: unknown) => deps.log.error({ error }, 'what another node told could not be taken up'))
  }
  return {
    hear: (event: DomainEvent, node: string) =>
      inTurn(async () => {
        try {
          await prepare(event)
        } finally {
          bus.tellHere(event, node)
        }
      }),
    missed: () => {
      if (late) return
      late = setTimeout(() => {
        late = undefined
        deps.log.warn({}, 'news of other nodes were missed: whoever is connected here looks anew')
        inTurn(async () => {
          try {
            await Promise.all([roster.refresh(), deps.switchboard.refresh(), takeUpKnowledge()])
          } finally {
            bus.tellHere({ type: 'news.missed' })
          }
        })
      }, COALESCE_MILLISECONDS)
    },
  }
}

/** At every beat, what an event would have told: it may be on its way for long, while Redis is away. */
function catchUp(own: Own, agents: ReadonlySet<AgentId>, versions: ReadonlySet<string>): void {
  const { deps, roster, takeUpKnowledge } = own
  roster.hear(agents)
  const { version } = deps.live.current().knowledge
  const isBehind = [...versions].some((one) => one !== '' && one !== version)
  Promise.all([deps.switchboard.refresh(), isBehind && takeUpKnowledge()]).catch((error: unknown) => {
    deps.log.warn({ error }, 'what other nodes have changed could not be looked up')
  })
}

/** Their node may have died before it could see to it; each that notices does, and it is one job. */
function giveBackLater({ deps, bus }: Own, agents: readonly string[]): void {
  Promise.all(agents.map((id) => scheduleGiveBack(deps, id)))
    .catch((error: unknown) =>
      deps.log.error({ error }, 'conversations of vanished agents could not be put on the clock'),
    )
    .finally(() => bus.tellHere({ type: 'agents.changed' }))
}
