import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { createFrameReader, toFrame } from './frames.ts'

/** A WebSocket client on a bare TCP connection, which sends and hears texts. */
export interface RawWebSocket {
  send(text: string): void
  close(): void
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Resolves once the server has changed to WebSocket; a text may be heard before. `onEnd` is called once, however the connection ends. */
export function openRawWebSocket(options: {
  readonly port: number
  readonly path: string
  readonly onText: (text: string, from: RawWebSocket) => void
  readonly onEnd: (error: Error) => void
}): Promise<RawWebSocket> {
  const { port, path, onText, onEnd } = options
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    const key = randomBytes(16).toString('base64')
    let cause = new Error('the server has hung up')
    socket.once('error', (error) => {
      cause = error
    })
    socket.once('close', () => {
      reject(cause)
      onEnd(cause)
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    )
    const opened: RawWebSocket = { send: (text) => void socket.write(toFrame(text)), close: () => socket.destroy() }
    const hear = createFrameReader(
      (text) => onText(text, opened),
      () => socket.destroy(),
    )
    readUpgrade(socket, key, hear).then(() => resolve(opened), reject)
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
