import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { SocketKind } from '../ports/metrics.ts'
import { limitBacklog } from './backlog.ts'
import { serveConsole } from './console-namespace.ts'
import { relayEvents } from './relay.ts'
import { serveWidget } from './widget-namespace.ts'
import type { RealtimeWorld } from './world.ts'

/** Half-open connections are noticed within 18 seconds: agents must not hold conversations for longer. */
const PING_INTERVAL = 10_000
const PING_TIMEOUT = 8_000
/** The longest message is 2,000 characters; pictures go over HTTP. */
const MAX_FRAME_BYTES = 64 * 1024

export interface Realtime {
  /** How many are connected now. */
  sockets(): Readonly<Record<SocketKind, number>>
  /** What is asked from now on is left unanswered, and asked again of another process; what is on its way is answered. */
  drain(): void
  /** Ends all connections: whoever was here comes back by itself, to another process. */
  close(): Promise<void>
}

/** Puts Socket.IO onto the HTTP server. */
export function attachRealtime(http: HttpServer, world: RealtimeWorld): Realtime {
  const { config, deps } = world
  const io = new Server(http, {
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: PING_INTERVAL,
    pingTimeout: PING_TIMEOUT,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    // Any page may try; which ones get in is decided below, for browsers do not apply CORS to WebSockets.
    cors: { origin: true },
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers
      decide(isAllowed(origin, host, config) ? null : 'origin_not_allowed', isAllowed(origin, host, config))
    },
  })
  const namespaces = { widget: io.of('/widget'), console: io.of('/console') }
  serveWidget(namespaces.widget, world)
  serveConsole(namespaces.console, world)
  const stopRelay = relayEvents(namespaces, world)
  // Whoever connects anew asks for what it has missed. A goodbye of Socket.IO's own would keep its client from coming back.
  const stopWatching = world.events.subscribe(({ type }) => {
    if (type === 'news.missed') closeAll(io)
  })
  io.engine.on('connection', (connection: Parameters<typeof limitBacklog>[0]) => limitBacklog(connection, deps.log))
  io.engine.on('connection_error', ({ code, message }: { code: number; message: string }) => {
    deps.log.info({ code, reason: message }, 'a connection was refused')
  })

  return {
    sockets: () => ({ widget: namespaces.widget.sockets.size, console: namespaces.console.sockets.size }),
    drain: () => {
      for (const namespace of Object.values(namespaces)) {
        namespace.use(() => undefined)
        for (const socket of namespace.sockets.values()) socket.use(() => undefined)
      }
    },
    close: async () => {
      stopRelay()
      stopWatching()
      await io.close()
    },
  }
}

function closeAll(io: Server): void {
  const { clients } = io.engine as unknown as { clients: Readonly<Record<string, { close(): void }>> }
  for (const client of Object.values(clients)) client.close()
}

function isAllowed(origin: string | undefined, host: string | undefined, config: RealtimeWorld['config']): boolean {
  if (config.allowedOrigins === undefined || origin === undefined) return true
  if (config.allowedOrigins.includes(origin) || origin === config.publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
