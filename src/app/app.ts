import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInvite } from '../actions/agents/invite.ts'
import { answerUnhandled, UNHANDLED_AT_ONCE } from '../actions/conversations/answer-unhandled.ts'
import type { Deps } from '../actions/deps.ts'
import { scheduleGiveBackOfAll } from '../actions/handoff/give-back-vanished.ts'
import { type Config, PUBLIC_DIR } from '../config/config.ts'
import { inviteUrl } from '../http/api-access.ts'
import { createHttpApp } from '../http/app.ts'
import { startClock } from '../jobs/clock.ts'
import { createShopConnector } from '../outbound/connector/create-connector.ts'
import type { Clock, Connections, EventSource, LiveKnowledge, Log, Uploads } from '../ports/world.ts'
import { attachRealtime } from '../realtime/server.ts'
import { keptSecret, passwords, secrets } from '../security/secrets.ts'
import { createTokens } from '../security/tokens.ts'
import { oneTimePasswords } from '../security/totp.ts'
import { createVault } from '../security/vault.ts'
import { createLanes } from '../storage/lanes.ts'
import type { OpenedStorage } from '../storage/sqlite.ts'
import { createUploads } from '../storage/uploads.ts'
import { createTrainer } from '../understanding/trainer.ts'
import { createDemoPeople } from './demo/demo-people.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { createEventBus } from './event-bus.ts'
import { startLiveKnowledge } from './live-knowledge.ts'
import { createPairSource } from './pair-source.ts'
import { startRefreshingProducts } from './refresh-shop.ts'
import { createRoster } from './roster.ts'
import { startRouting } from './start-routing.ts'
import { createSwitchboard } from './switchboard.ts'

/** What the composition is made of besides the configuration. */
export interface Parts {
  readonly opened: OpenedStorage
  readonly log: Log
  readonly clock?: Clock
  /** Whether saved knowledge is taken up while running. */
  readonly watch: boolean
  /** Knowledge that is trained already. */
  readonly live?: LiveKnowledge & { stop(): Promise<void> }
}

/** Everything joined, not yet listening. */
export interface App {
  readonly deps: Deps
  readonly events: EventSource
  readonly connections: Connections
  /** Starts to serve; resolves with the address. */
  listen(): Promise<{ readonly url: string }>
  /** A one-time link for the first owner; undefined once there is one. */
  ownerLink(): Promise<string | undefined>
  /** No new connections, answers in flight finish, the database closes clean. */
  stop(): Promise<void>
}

/** How long answers in flight may take to finish when the process stops. */
const GRACE_MILLISECONDS = 3000

const systemClock: Clock = { now: () => Date.now() }

export async function createApp(config: Config, parts: Parts): Promise<App> {
  const { log, opened } = parts
  const bus = createEventBus(log)
  const live =
    parts.live ??
    (await startLiveKnowledge({
      folder: config.knowledgeDir,
      watch: parts.watch,
      trainer: createTrainer(join(config.dataDir, 'models')),
      products: opened.storage.products,
      publisher: bus,
      log,
    }))
  await live.refreshProducts()
  const lanes = createLanes()
  const secret = config.secret ?? (await keptSecret(config.dataDir, 'secret'))
  const kept = config.demo && config.identitySecrets.length === 0
  const identitySecrets = kept ? [await keptSecret(config.dataDir, 'identity-secret')] : config.identitySecrets
  const clock = parts.clock ?? systemClock
  const roster = await createRoster(opened.storage.agents, clock)
  const uploads = createUploads(join(config.dataDir, 'uploads'))
  const deps: Deps = {
    storage: opened.storage,
    messages: opened.messages,
    live,
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
    ...(config.shopApi && { shop: createShopConnector(config.shopApi, { clock }) }),
  }
  if (config.demo) await seedDemo({ ...deps, knowledge: live.current().knowledge })

  const stopProducts = startRefreshingProducts(deps)
  const stopSources = async () => {
    await stopProducts()
    await live.stop()
  }
  const [identitySecret] = identitySecrets
  return compose(config, { deps, events: bus, connections: roster, stopSources, lanes, identitySecret, uploads })
}

interface Composition {
  readonly deps: Deps
  readonly events: EventSource
  readonly connections: Connections
  /** Ends what brings in knowledge and the shop's data. */
  readonly stopSources: () => Promise<void>
  readonly lanes: ReturnType<typeof createLanes>
  /** The shop's own, in the demo. */
  readonly identitySecret: string | undefined
  readonly uploads: Uploads
}

function compose(config: Config, composition: Composition): App {
  const { deps, events, connections, stopSources, lanes, identitySecret, uploads } = composition
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

  return {
    deps,
    events,
    connections,
    listen: async () => {
      const server = createServer()
      const port = await open(server, config)
      if (config.port === 0) publicUrl = `http://${config.host}:${port}`
      server.on('request', createHttpApp({ deps, uploads, demo, config: edge() }))
      const realtime = attachRealtime(server, { deps, events, connections, config: edge() })

      await scheduleGiveBackOfAll(deps)
      while ((await answerUnhandled(deps, 0)) === UNHANDLED_AT_ONCE) deps.log.info({}, 'more unanswered messages wait')
      const stopRouting = startRouting(deps, events)
      const stopClock = startClock(deps)
      stops.push(async () => {
        server.close()
        await stopRouting()
        await Promise.race([lanes.settled(), pause(GRACE_MILLISECONDS)])
        const closed = realtime.close()
        // A browser's connection that never sent a request would be waited for until it times out.
        server.closeAllConnections()
        await closed
        await stopClock()
      })
      return { url: publicUrl }
    },
    ownerLink: async () => {
      const hasOwner = deps.roster.list().some((agent) => agent.role === 'owner' && agent.active)
      if (hasOwner) return undefined
      return inviteUrl(publicUrl, (await createInvite(deps, undefined, 'owner')).secret)
    },
    stop: async () => {
      for (const stop of stops) await stop()
      await lanes.settled()
      await stopSources()
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
