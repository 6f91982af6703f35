import { createConnection, createServer, type Socket } from 'node:net'

/** A line to one of several servers that a test can cut, without touching the servers. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  /** Ends every connection, and takes none until it is mended. */
  cut(): void
  /** Keeps the connections, and lets nothing through: as a server that hangs. */
  freeze(): void
  /** All is well again; what hung is ended. */
  mend(): void
}

/** Each connection goes to the first of these ports that takes it, as a proxy does that passes over servers that are down. */
export async function startProxy(ports: readonly number[]): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let isCut = false
  let isFrozen = false
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
  }
  const join = (client: Socket, [port, ...others]: readonly number[]) => {
    if (port === undefined || client.destroyed) {
      client.destroy()
      return
    }
    const server = createConnection(port, '127.0.0.1')
    let joined = false
    keep(server)
    server.once('connect', () => {
      joined = true
      server.on('data', (chunk) => isFrozen || client.write(chunk))
      client.on('data', (chunk) => isFrozen || server.write(chunk))
      client.once('close', () => server.destroy())
    })
    server.once('close', () => (joined ? client.destroy() : join(client, others)))
  }
  const proxy = createServer((client) => {
    keep(client)
    if (isCut) client.destroy()
    else join(client, ports)
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  const endAll = () => {
    for (const socket of open) socket.destroy()
  }
  const cut = () => {
    isCut = true
    endAll()
  }

  return {
    port: address.port,
    cut,
    freeze: () => {
      isFrozen = true
    },
    mend: () => {
      if (isFrozen) endAll()
      isCut = false
      isFrozen = false
    },
    [Symbol.asyncDispose]: async () => {
      cut()
      await new Promise((resolve) => {
        proxy.close(resolve)
      })
    },
  }
}
