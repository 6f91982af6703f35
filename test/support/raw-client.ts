import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { createFrameReader, toFrame } from './frames.ts'

/** A Socket.IO client on a bare TCP connection: Engine.IO 4 and Socket.IO 5 over WebSocket, one namespace. */
export interface RawClient {
  /** Sends an event; `onAck` gets its acknowledgement. */
  emit(event: string, payload: unknown, onAck: (ack: unknown) => void): void
  close(): void
}

interface Options {
  readonly port: number
  readonly namespace: string
  readonly auth?: object
  /** What the server tells. */
  readonly onEvent: (event: string, payload: unknown) => void
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Resolves once the namespace is entered. Rejects where the server refuses or goes. */
export function openRawClient({ port, namespace, auth = {}, onEvent }: Options): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    const key = randomBytes(16).toString('base64')
    const acks = new Map<number, (ack: unknown) => void>()
    let lastId = 0
    const send = (text: string) => socket.write(toFrame(text))
    const ofNamespace = (packet: string) => packet.slice(namespace.length + 3)
    const client: RawClient = {
      emit: (event, payload, onAck) => {
        lastId += 1
        acks.set(lastId, onAck)
        send(`42${namespace},${lastId}${JSON.stringify([event, payload])}`)
      },
      close: () => socket.destroy(),
    }
    const hear = (packet: string) => {
      const kind = packet.slice(0, 2)
      if (packet === '2') send('3')
      else if (packet.startsWith('0')) send(`40${namespace},${JSON.stringify(auth)}`)
      else if (kind === '40') resolve(client)
      else if (kind === '44') reject(new Error(`refused: ${packet}`))
      else if (kind === '42') {
        const [event, payload] = JSON.parse(ofNamespace(packet)) as [string, unknown]
        onEvent(event, payload)
      } else if (kind === '43') {
        const body = ofNamespace(packet)
        const id = Number.parseInt(body, 10)
        const [ack] = JSON.parse(body.slice(String(id).length)) as [unknown]
        acks.get(id)?.(ack)
        acks.delete(id)
      }
    }
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server has hung up')))
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    readUpgrade(
      socket,
      key,
      createFrameReader(hear, () => socket.destroy()),
    ).catch(reject)
  })
}

async function readUpgrade(socket: Socket, key: string, onFrames: (chunk: Buffer) => void): Promise<void> {
  let head = Buffer.alloc(0)
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const accepts = createHash('sha1')
        .update(key + MAGIC)
        .digest('base64')
      const text = head.toString('latin1', 0, end)
      socket.off('data', read)
      if (!text.startsWith('HTTP/1.1 101') || !text.includes(accepts)) {
        reject(new Error(`no WebSocket: ${text.slice(0, 100)}`))
        return
      }
      socket.on('data', onFrames)
      if (head.length > end + 4) onFrames(head.subarray(end + 4))
      resolve()
    }
    socket.on('data', read)
  })
}
