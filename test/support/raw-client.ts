import { openRawWebSocket, type RawWebSocket } from './raw-web-socket.ts'

/** A Socket.IO client on a bare TCP connection: Engine.IO 4 and Socket.IO 5 over WebSocket, one namespace. */
export interface RawClient {
  /** Sends an event; `onAck` gets its acknowledgement. */
  emit(event: string, payload: unknown, onAck: (ack: unknown) => void): void
  /** The same for servers that are not ours: any number of parameters, and all that is acknowledged. */
  call(event: string, parameters: readonly unknown[], onAck: (acks: readonly unknown[]) => void): void
  close(): void
}

interface Options {
  readonly port: number
  readonly namespace: string
  readonly auth?: object
  /** What the server tells. */
  readonly onEvent: (event: string, payload: unknown) => void
}

/** Resolves once the namespace is entered. Rejects where the server refuses or goes. */
export function openRawClient({ port, namespace, auth = {}, onEvent }: Options): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    // The main namespace goes without saying.
    const prefix = namespace === '/' ? '' : `${namespace},`
    const acks = new Map<number, (acks: readonly unknown[]) => void>()

    const hear = (packet: string, socket: RawWebSocket) => {
      const kind = packet.slice(0, 2)
      if (packet === '2') socket.send('3')
      else if (packet.startsWith('0')) socket.send(`40${prefix}${JSON.stringify(auth)}`)
      else if (kind === '40') resolve(toClient(socket, prefix, acks))
      else if (kind === '44') reject(new Error(`refused: ${packet}`))
      else if (kind === '42') {
        const [event, payload] = JSON.parse(packet.slice(2 + prefix.length)) as [string, unknown]
        onEvent(event, payload)
      } else if (kind === '43') {
        const body = packet.slice(2 + prefix.length)
        const id = Number.parseInt(body, 10)
        acks.get(id)?.(JSON.parse(body.slice(String(id).length)) as unknown[])
        acks.delete(id)
      }
    }
    const path = '/socket.io/?EIO=4&transport=websocket'
    openRawWebSocket({ port, path, onText: hear, onEnd: reject }).catch(reject)
  })
}

function toClient(
  socket: RawWebSocket,
  prefix: string,
  acks: Map<number, (acks: readonly unknown[]) => void>,
): RawClient {
  let lastId = 0
  const call: RawClient['call'] = (event, parameters, onAck) => {
    lastId += 1
    acks.set(lastId, onAck)
    socket.send(`42${prefix}${lastId}${JSON.stringify([event, ...parameters])}`)
  }
  return {
    call,
    emit: (event, payload, onAck) => call(event, [payload], ([ack]) => onAck(ack)),
    close: socket.close,
  }
}
