import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A WebSocket client that sends whatever bytes it is told to, right or wrong. */
export interface RawSocket extends Disposable {
  /** Sends one frame; `announced` is the length that its header claims. */
  frame(payload: string, options?: { opcode?: number; fin?: boolean; announced?: number }): Promise<void>
  /** The code of the server's close frame, or `undefined` if the line just ended. */
  closed(): Promise<number | undefined>
  /** Resolves once the server has said this. */
  says(text: string): Promise<void>
}

const TEXT = 1
const CLOSE = 0x88

export async function openRawSocket(url: string): Promise<RawSocket> {
  const socket = await dial(url)
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(socket, 'close')
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: shop.example\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  const says = async (text: string) => {
    while (!Buffer.concat(chunks).includes(text)) {
      if (socket.destroyed) throw new Error(`the line ended before "${text}" was said`)
      await wait(5)
    }
  }
  await says('"sid"')
  return {
    says,
    frame: async (payload, options = {}) => {
      if (!socket.destroyed && !socket.write(frame(Buffer.from(payload), options))) await wait(1)
    },
    closed: async () => {
      await ended
      const all = Buffer.concat(chunks)
      const at = all.lastIndexOf(CLOSE)
      return at >= 0 && at + 4 <= all.length ? all.readUInt16BE(at + 2) : undefined
    },
    [Symbol.dispose]: () => socket.destroy(),
  }
}

/** A connected TCP socket whose errors are nobody's problem. */
export async function dial(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** A client's frame; the mask of zeros leaves the payload as it is. */
function frame(payload: Buffer, options: { opcode?: number; fin?: boolean; announced?: number }): Buffer {
  const { opcode = TEXT, fin = true, announced = payload.length } = options
  const head = Buffer.alloc(10)
  head[0] = (fin ? 0x80 : 0) | opcode
  // Always the long form of the length: it is right for every payload.
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(announced), 2)
  return Buffer.concat([head, Buffer.alloc(4), payload])
}
