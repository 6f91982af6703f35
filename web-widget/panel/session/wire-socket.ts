import { Socket as Engine } from 'engine.io-client'

interface Means {
  readonly server: string
  readonly toAuth: () => object
  readonly onEvent: (name: string, payload: never) => void
  /** Nothing more will come. `code` is there where the server said why. */
  readonly onEnd: (code?: string) => void
}

export interface WireSocket {
  /** Sends an event; `settle` hears its acknowledgement, if one ever comes. */
  emit(event: string, payload: unknown, settle: (reply: never) => void): void
  /** Says goodbye and ends it. Nothing is heard of it afterwards. */
  close(): void
}

const NAMESPACE = '/widget,'
/** Type, number of the acknowledgement, content. */
const PACKET = /^(\d)\/widget,(\d*)(.*)$/s
const CONNECT = 0
const DISCONNECT = 1
const EVENT = 2
const ACK = 3
const CONNECT_ERROR = 4

/**
 * One connection to Socket.IO's server. Its own client also reconnects, buffers, sends binary and shares a line between
 * namespaces: a third of the panel's weight for what the panel must do itself or never does.
 */
export function openWireSocket({ server, toAuth, onEvent, onEnd }: Means): WireSocket {
  const engine = new Engine(server, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  })
  const waiting: ((reply: never) => void)[] = []
  let live = true

  const write = (type: number, rest: string) => engine.write(type + NAMESPACE + rest)

  function hear(data: unknown): void {
    const [, type, id, json] = PACKET.exec(`${data}`) ?? []
    const content = json && JSON.parse(json)
    switch (Number(type)) {
      case EVENT:
        onEvent(content[0], content[1] as never)
        return
      case ACK:
        waiting[Number(id)]?.(content[0] as never)
        delete waiting[Number(id)]
        return
      case DISCONNECT:
      case CONNECT_ERROR:
        onEnd(content?.data?.code)
    }
  }

  engine.on('open', () => live && write(CONNECT, JSON.stringify(toAuth())))
  // In a turn of its own: a fault in a handler must not cost the packets that came with this one.
  engine.on('message', (data: unknown) => queueMicrotask(() => live && hear(data)))
  engine.on('close', () => live && onEnd())

  return {
    emit(event, payload, settle) {
      const id = waiting.push(settle) - 1
      write(EVENT, id + JSON.stringify([event, payload]))
    },
    close() {
      live = false
      // Only a line that is open can carry it; elsewhere the server sees the line go.
      if (engine.readyState === 'open') write(DISCONNECT, '')
      engine.close()
    },
  }
}
