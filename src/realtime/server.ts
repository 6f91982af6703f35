import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
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

/** Puts Socket.IO onto the HTTP server. `close` ends all connections. */
export function attachRealtime(http: HttpServer, world: RealtimeWorld): { close(): Promise<void> } {
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
  io.engine.on('connection', (connection: Parameters<typeof limitBacklog>[0]) => limitBacklog(connection, deps.log))
  io.engine.on('connection_error', ({ code, message }: { code: number; message: string }) => {
    deps.log.info({ code, reason: message }, 'a connection was refused')
  })

  return {
    close: async () => {
      stopRelay()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

function isAllowed(origin: string | undefined, host: string | undefined, config: RealtimeWorld['config']): boolean {
  if (config.allowedOrigins === undefined || origin === undefined) return true
  if (config.allowedOrigins.includes(origin) || origin === config.publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
