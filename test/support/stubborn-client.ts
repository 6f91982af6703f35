import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import type { Ack } from '../../src/protocol/common.ts'
import type { SessionStarted, WidgetMessage } from '../../src/protocol/widget.ts'

const ACK_TIMEOUT = 1500
/** A machine on which all answers are late would never get one out to somebody who always gives up so soon. */
const LONGEST_ACK_TIMEOUT = 24_000
/** What the widget tries again (`web-widget/core/sender.ts`). */
const TRANSIENT = new Set(['too_many', 'unavailable', 'internal'])

/** What a client remembers of one message. */
export interface Attempt {
  readonly clientId: string
  readonly text: string
  /** Its place, once it was acknowledged. */
  seq?: number
}

/** A shopper's program as the widget is one: sends one message at a time, and the same one again until it is acknowledged. */
export interface StubbornClient {
  readonly attempts: readonly Attempt[]
  readonly seen: ReadonlyMap<number, WidgetMessage>
  /** Everything it was told, in the order of its coming; what was told twice is there twice. */
  readonly heard: readonly WidgetMessage[]
  /** What another tab of the same shopper begins with. */
  visitorToken(): string | undefined
  /** The conversation that it talks in. */
  conversationId(): string
  sendAll(texts: readonly string[], onAcknowledged: () => void): Promise<void>
  /** Waits until everything up to the server's last message has been seen. */
  catchUp(): Promise<void>
  /** Asks until the server has done it. */
  ask(event: string, payload: object): Promise<void>
  close(): void
}

interface StubbornOptions {
  readonly transport?: 'websocket' | 'polling'
  /** The address of this machine that it comes from. */
  readonly from?: string
}

export function createStubbornClient(url: string, options: StubbornOptions = {}): StubbornClient {
  const { transport = 'websocket', from } = options
  let visitorToken: string | undefined
  const attempts: Attempt[] = []
  const seen = new Map<number, WidgetMessage>()
  const heard: WidgetMessage[] = []
  let conversationId = ''
  const keep = (message: WidgetMessage) => {
    heard.push(message)
    seen.set(message.seq, message)
  }
  const socket: Socket = io(`${url}/widget`, {
    transports: [transport],
    ...(from !== undefined && { agent: agentFrom(from) }),
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 300,
    // The default is 20 s: a connection that a dying server took and never answered would be waited for.
    timeout: 5000,
    auth: (give) => give({ locale: 'zh', ...(visitorToken && { visitorToken }) }),
  })
  socket.on('session:started', (session: SessionStarted) => {
    visitorToken = session.visitorToken
    conversationId = session.conversation.id
  })
  comeBack(socket)
  socket.on('message:created', ({ message }: { message: WidgetMessage }) => keep(message))

  return {
    attempts,
    seen,
    heard,
    visitorToken: () => visitorToken,
    conversationId: () => conversationId,
    sendAll: async (texts, onAcknowledged) => {
      for (const text of texts) {
        const attempt: Attempt = { clientId: randomUUID(), text }
        attempts.push(attempt)
        attempt.seq = await sendUntilAcknowledged(socket, attempt)
        onAcknowledged()
      }
    },
    catchUp: async () => {
      const afterSeq = Math.max(0, firstGap(seen) - 1)
      const list = await request<{ messages: WidgetMessage[] }>(socket, 'message:list', { afterSeq })
      for (const message of list.messages) keep(message)
    },
    ask: async (event, payload) => {
      await request(socket, event, payload)
    },
    close: () => socket.close(),
  }
}

/** Handed to node:http as it is; the types know no such agent. */
function agentFrom(localAddress: string): boolean {
  return new Agent({ localAddress, keepAlive: true }) as unknown as boolean
}

/** After a refusal Socket.IO does not try again by itself; the widget and the console do. */
export function comeBack(socket: Socket): void {
  let again: NodeJS.Timeout | undefined
  socket.on('connect_error', () => {
    if (!socket.active) again = setTimeout(() => socket.connect(), 100)
  })
  const close = socket.close.bind(socket)
  socket.close = () => {
    clearTimeout(again)
    return close()
  }
}

function firstGap(seen: ReadonlyMap<number, unknown>): number {
  let seq = 1
  while (seen.has(seq)) seq += 1
  return seq
}

async function sendUntilAcknowledged(socket: Socket, { clientId, text }: Attempt): Promise<number> {
  const ack = await request<{ seq: number }>(socket, 'message:send', { clientId, kind: 'text', text })
  return ack.seq
}

/** Asks again and again, as long as the server is away or says that it may be tried again. */
export async function request<T extends object>(socket: Socket, event: string, payload: object): Promise<T> {
  for (let patience = ACK_TIMEOUT; ; ) {
    try {
      const ack = (await socket.timeout(patience).emitWithAck(event, payload)) as Ack<T>
      if (ack.ok) return ack
      if (!TRANSIENT.has(ack.code)) throw new Error(`${event}: ${ack.code} ${ack.message}`)
    } catch (error) {
      if (!(error instanceof Error) || !/timed out|disconnected/.test(error.message)) throw error
      socket.io.engine?.close()
      if (error.message.includes('timed out')) patience = Math.min(2 * patience, LONGEST_ACK_TIMEOUT)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
