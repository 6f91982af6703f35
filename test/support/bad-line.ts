import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between clients and a server, and does to their connections what networks do. */
export interface TcpProxy extends AsyncDisposable {
  readonly url: string
  /** Connections that are open now. */
  count(): number
  /** Ends all connections at once with RST. */
  reset(): void
  /** Passes nothing on in connections that are open now, and tells nobody: a half-open line. New ones work. */
  silence(): void
  /** New connections are reset after so many bytes from the client; `undefined`: not any more. */
  cutAfter(bytes: number | undefined): void
  /** Reads nothing more from the server for connections that are open now, as a client that has stopped reading. */
  stopReading(): void
}

interface Line {
  readonly client: Socket
  readonly server: Socket
  silent: boolean
}

export async function startProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target)
  const lines = new Set<Line>()
  let cut: number | undefined
  const listener = createServer((client) => {
    const line: Line = { client, server: connect(Number(port), hostname), silent: false }
    lines.add(line)
    const end = () => {
      lines.delete(line)
      client.destroy()
      line.server.destroy()
    }
    join(line, cut, end)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')

  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    count: () => lines.size,
    reset: () => {
      for (const line of lines) reset(line)
    },
    silence: () => {
      for (const line of lines) line.silent = true
    },
    cutAfter: (bytes) => {
      cut = bytes
    },
    stopReading: () => {
      for (const { server } of lines) server.pause()
    },
    [Symbol.asyncDispose]: async () => {
      for (const line of lines) reset(line)
      listener.close()
      await once(listener, 'close')
    },
  }
}

function join(line: Line, cut: number | undefined, end: () => void): void {
  const { client, server } = line
  let left = cut ?? Number.POSITIVE_INFINITY
  client.on('data', (chunk) => {
    if (line.silent) return
    server.write(chunk.subarray(0, left))
    left -= chunk.length
    // What was cut off in the middle must have gone out before the connection breaks.
    if (left <= 0) setImmediate(() => reset(line))
  })
  server.on('data', (chunk) => {
    if (!line.silent) client.write(chunk)
  })
  for (const socket of [client, server]) {
    socket.on('error', () => undefined)
    // Whoever hangs up on a silent line is not heard at its other end.
    socket.on('close', () => {
      if (!line.silent || socket === server) end()
      else socket.destroy()
    })
  }
}

function reset({ client, server }: Line): void {
  client.resetAndDestroy()
  server.resetAndDestroy()
}
