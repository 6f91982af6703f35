import type { Log } from '../ports/world.ts'

/** What may wait for one connection that does not read. A desk's busiest second is a few hundred kilobytes. */
const MAX_WAITING_BYTES = 2 * 1024 * 1024

/** What is used of an Engine.IO connection. */
interface Connection {
  readonly transport: object
  on(event: 'packetCreate', heard: (packet: { readonly data?: unknown }) => void): unknown
  on(event: 'flush', heard: () => void): unknown
}

interface WebSocketLike {
  readonly bufferedAmount: number
  terminate(): void
}

/**
 * Ends a connection whose client has stopped reading before what waits for it fills the memory. It loses nothing:
 * whoever comes back asks for what it has missed by `seq`.
 */
export function limitBacklog(connection: Connection, log: Log): void {
  // Packets wait in Engine.IO while the one before is being written, and in the socket once they have been handed over.
  let queued = 0
  let ended = false
  connection.on('flush', () => {
    queued = 0
  })
  connection.on('packetCreate', ({ data }) => {
    queued += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
    const socket = webSocketOf(connection)
    if (ended || socket === undefined || queued + socket.bufferedAmount <= MAX_WAITING_BYTES) return

    ended = true
    log.warn({ waiting: queued + socket.bufferedAmount }, 'a connection that does not read was ended')
    // A farewell would wait behind all the rest.
    socket.terminate()
  })
}

/** Long polling has no socket of its own: it ends with its unanswered ping. */
function webSocketOf({ transport }: Connection): WebSocketLike | undefined {
  return 'socket' in transport ? (transport.socket as WebSocketLike) : undefined
}
