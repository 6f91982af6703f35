import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInvite } from '../actions/agents/invite.ts'
import { answerUnhandled, UNHANDLED_AT_ONCE } from '../actions/conversations/answer-unhandled.ts'
import type { Deps } from '../actions/deps.ts'
import { scheduleGiveBackOfAll } from '../actions/handoff/give-back-vanished.ts'
import { scheduleBackups } from '../actions/upkeep/back-up.ts'
import { type Config, PUBLIC_DIR } from '../config/config.ts'
import { inviteUrl } from '../http/api-access.ts'
import { createHttpApp } from '../http/app.ts'
import { startClock } from '../jobs/clock.ts'
import { createMetrics } from '../metrics/create-metrics.ts'
import { createLimiters } from '../nodes/limiters.ts'
import { createShopConnector } from '../outbound/connector/create-connector.ts'
import type { MetricsReader } from '../ports/metrics.ts'
import type { Clock, Connections, EventSource, Limiters, Log, Uploads } from '../ports/world.ts'
import { attachRealtime } from '../realtime/server.ts'
import { keptSecret, passwords, secrets } from '../security/secrets.ts'
import { createTokens } from '../security/tokens.ts'
import { oneTimePasswords } from '../security/totp.ts'
import { createVault } from '../security/vault.ts'
import { createLanes } from '../storage/lanes.ts'
import type { OpenedStorage } from '../storage/sqlite.ts'
import { createUploads } from '../storage/uploads.ts'
import { ownBackups } from './backups.ts'
import { countReplies } from './count-replies.ts'
import { createDemoPeople } from './demo/demo-people.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { createEventBus } from './event-bus.ts'
import { countRequests } from './in-flight.ts'
import { joinNodes } from './join-nodes.ts'
import type { LiveFolder } from './live-knowledge.ts'
import { openKnowledge } from './open-knowledge.ts'
import { createPairSource } from './pair-source.ts'
import { startRefreshingProducts } from './refresh-shop.ts'
import { createRoster } from './roster.ts'
import { startRouting } from './start-routing.ts'
import { createSwitchboard } from './switchboard.ts'
import { watchSelf } from './watch-self.ts'

/** What the composition is made of besides the configuration. */
export interface Parts {
  readonly opened: OpenedStorage
  readonly log: Log
  readonly clock?: Clock
  /** Whether saved knowledge is taken up while running. */
  readonly watch: boolean
  /** Knowledge that is trained already. */
  readonly live?: LiveFolder
}

/** Everything joined, not yet listening. */
export interface App {
  readonly deps: Deps
  readonly events: EventSource
  readonly connections: Connections
  readonly metrics: MetricsReader
  /** Starts to serve; resolves with the address. */
  listen(): Promise<{ readonly url: string }>
  /** A one-time link for the first owner; undefined once there is one. */
  ownerLink(): Promise<string | undefined>
  /** No new connections, answers in flight finish, the database closes clean. */
  stop(): Promise<void>
}

/** How long answers in flight may take to finish when the process stops. */
const GRACE_MILLISECONDS = 3000
const LAST_MILLISECONDS = 500

const systemClock: Clock = { now: () => Date.now() }

export async function createApp(config: Config, parts: Parts): Promise<App> {
  const { log, opened } = parts
  const nodes = await joinNodes(config, { storage: opened.storage, log })
  const bus = createEventBus(log, nodes?.pass)
  const metrics = createMetrics()
  opened.messages.watch(metrics.committed)
  countReplies(bus, metrics)
  const clock = parts.clock ?? systemClock
  const lanes = createLanes(nodes?.guard)
  const { live, editing } = await openKnowledge(config, {
    ...parts,
    clock,
    lanes,
    publisher: bus,
    severalNodes: nodes !== undefined,
  })
  await live.refreshProducts()
  const secret = config.secret ?? (await keptSecret(config.dataDir, 'secret'))
  const kept = config.demo && config.identitySecrets.length === 0
  const identitySecrets = kept ? [await keptSecret(config.dataDir, 'identity-secret')] : config.identitySecrets
  const backups = ownBackups(config)
  const roster = await createRoster(opened.storage.agents, clock, nodes?.neighbours)
  const uploads = createUploads(join(config.dataDir, 'uploads'))
  const deps: Deps = {
    storage: opened.storage,
    messages: opened.messages,
    live,
    editing,
    publisher: bus,
    lanes,
    roster,
    pairs: createPairSource(opened.storage.orders, clock),
    switchboard: await createSwitchboard(opened.storage.settings),
    clock,
    ids: { next: () => randomUUID() },
    tokens: createTokens(secret, identitySecrets),
    oneTimePasswords,
    vault: createVault(secret),
    secrets,
    passwords,
    uploads,
    identityEnforced: config.identityEnforced,
    log,
    metrics,
    ...(backups && { backups }),
    ...(config.shopApi && { shop: createShopConnector(config.shopApi, { clock }) }),
  }
  // One node after the other: whoever is second finds everybody there.
  if (config.demo) await lanes.run('demo', () => seedDemo({ ...deps, knowledge: live.current().knowledge }))

  const stopProducts = startRefreshingProducts(deps)
  const stopSources = async () => {
    await stopProducts()
    await live.stop()
  }
  const takeUpKnowledge = async () => {
    await live.follow?.()
    await live.refreshProducts()
  }
  const startNodes = () => nodes?.start({ deps, bus, roster, takeUpKnowledge })
  const ties = { leave: nodes?.leave, close: nodes?.close, start: startNodes }
  const limiters = nodes?.limiters ?? createLimiters()
  const edges = { deps, events: bus, connections: roster, limiters, uploads, metrics }
  const [identitySecret] = identitySecrets
  return compose(config, { ...edges, ties, stopSources, lanes, identitySecret })
}

interface Composition {
  readonly deps: Deps
  readonly events: EventSource
  readonly connections: Connections
  readonly limiters: Limiters
  /** To the other nodes, where there are any. */
  readonly ties: {
    start(): Promise<void> | undefined
    readonly leave: (() => Promise<void>) | undefined
    readonly close: (() => Promise<void>) | undefined
  }
  /** Ends what brings in knowledge and the shop's data. */
  readonly stopSources: () => Promise<void>
  readonly lanes: ReturnType<typeof createLanes>
  /** The shop's own, in the demo. */
  readonly identitySecret: string | undefined
  readonly uploads: Uploads
  readonly metrics: ReturnType<typeof createMetrics>
}

function compose(config: Config, composition: Composition): App {
  const { deps, events, connections, limiters, ties, stopSources, lanes, identitySecret, uploads, metrics } =
    composition
  const demo = config.demo && identitySecret !== undefined ? createDemoPeople(identitySecret) : undefined
  // Where the port is chosen by the system, links are made from the address once it is known.
  let publicUrl = config.publicUrl
  const edge = () => ({
    ...config,
    publicUrl,
    publicDir: PUBLIC_DIR,
    mediaDir: join(config.knowledgeDir, 'media'),
  })
  const stops: (() => Promise<void>)[] = []
  let stopping = false

  return {
    deps,
    events,
    connections,
    metrics,
    listen: async () => {
      const server = createServer()
      const port = await open(server, config)
      if (config.port === 0) publicUrl = `http://${config.host}:${port}`
      const self = watchSelf(config, deps, { metrics, sockets: () => realtime.sockets(), stopping: () => stopping })
      const requests = countRequests(server)
      await ties.start()
      server.on(
        'request',
        createHttpApp({ deps, uploads, limiters, metrics, health: self.health, demo, config: edge() }),
      )
      const realtime = attachRealtime(server, { deps, events, connections, limiters, config: edge() })

      await scheduleGiveBackOfAll(deps)
      await scheduleBackups(deps)
      while ((await answerUnhandled(deps, 0)) === UNHANDLED_AT_ONCE) deps.log.info({}, 'more unanswered messages wait')
      const stopRouting = startRouting(deps, events)
      const stopClock = startClock(deps, self.ticked)
      stops.push(async () => {
        realtime.drain()
        await stopRouting()
        // The port stays open meanwhile: whoever sends work here must be able to read that this one is draining.
        await Promise.race([Promise.all([lanes.settled(), requests.settled()]), pause(GRACE_MILLISECONDS)])
        server.close()
        const closed = realtime.close()
        // A browser's connection that never sent a request would be waited for until it times out.
        server.closeAllConnections()
        await closed
        await stopClock()
        self.stop()
        await ties.leave?.()
      })
      return { url: publicUrl }
    },
    ownerLink: async () => {
      const hasOwner = deps.roster.list().some((agent) => agent.role === 'owner' && agent.active)
      if (hasOwner) return undefined
      return inviteUrl(publicUrl, (await createInvite(deps, undefined, 'owner')).secret)
    },
    stop: async () => {
      stopping = true
      for (const stop of stops) await stop()
      // What still runs after this is unanswered in the database, and is answered by whoever looks next.
      await Promise.race([lanes.settled(), pause(LAST_MILLISECONDS)])
      await deps.backups?.stop()
      await Promise.race([deps.editing.checker.cancel(), pause(LAST_MILLISECONDS)])
      await stopSources()
      await ties.close?.()
      await deps.storage.close()
    },
  }
}

function open(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error)
      else reject(new Error(`Port ${config.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`))
    })
    server.listen(config.port, config.host, () => resolve((server.address() as AddressInfo).port))
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
