import { io } from 'socket.io-client'
import type { z } from 'zod'
import type { Ack } from '../../src/protocol/common.ts'
import type { CONSOLE_CLIENT_EVENTS, CONSOLE_SERVER_EVENTS } from '../../src/protocol/console-events.ts'

type Client = typeof CONSOLE_CLIENT_EVENTS
type Server = typeof CONSOLE_SERVER_EVENTS

export type ClientEvent = keyof Client
export type ServerEvent = keyof Server
export type Payload<E extends ClientEvent> = z.input<Client[E]['payload']>
export type AckOf<E extends ClientEvent> = Ack<z.output<Client[E]['ack']>>
/** What the server says: the payload of an event with its name as `type`. */
export type ServerNews = { [E in ServerEvent]: { readonly type: E } & z.output<Server[E]['payload']> }[ServerEvent]

export interface WireListeners {
  news(news: ServerNews): void
  connected(): void
  disconnected(): void
  shutOut(): void
}

/** The live connection. `request` never throws: no answer is a refusal with the code `timeout` or `offline`. */
export interface Wire {
  request<E extends ClientEvent>(event: E, payload: Payload<E>): Promise<AckOf<E>>
  isConnected(): boolean
  close(): void
}

const ACK_TIMEOUT = 8000
const SERVER_EVENTS: readonly ServerEvent[] = [
  'session:started',
  'message:created',
  'message:updated',
  'conversation:changed',
  'queue:changed',
  'suggestion:offered',
  'suggestion:changed',
  'typing:changed',
  'viewers:changed',
  'draft:changed',
  'presence:changed',
  'reception:changed',
  'knowledge:changed',
  'case:changed',
  'labels:changed',
  'record:changed',
  'answer:notified',
  'todo:changed',
  'promise:broken',
]

/** The session has ended, or is good for nothing before a second step is set up. */
const SHUT_OUT: readonly string[] = ['not_signed_in', 'second_factor_demanded']

function isShutOut(error: Error & { data?: { code?: string } }): boolean {
  return SHUT_OUT.includes(error.data?.code ?? error.message)
}

/** Connects with the session cookie and keeps connecting until it is closed. */
export function openWire(listeners: WireListeners): Wire {
  const socket = io('/console', { reconnectionDelay: 500, reconnectionDelayMax: 5000, timeout: 10_000 })
  // After a middleware's refusal Socket.IO does not try again by itself.
  let again: ReturnType<typeof setTimeout> | undefined
  const connectLater = () => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), 1500)
  }
  socket.on('connect', () => listeners.connected())
  socket.on('disconnect', (reason) => {
    listeners.disconnected()
    if (reason === 'io server disconnect') connectLater()
  })
  socket.on('connect_error', (error) => {
    listeners.disconnected()
    if (isShutOut(error)) listeners.shutOut()
    else if (!socket.active) connectLater()
  })
  for (const type of SERVER_EVENTS) {
    socket.on(type, (payload: object) => listeners.news({ type, ...payload } as ServerNews))
  }

  return {
    async request<E extends ClientEvent>(event: E, payload: Payload<E>): Promise<AckOf<E>> {
      if (!socket.connected) return { ok: false, code: 'offline', message: '' }
      try {
        return (await socket.timeout(ACK_TIMEOUT).emitWithAck(event, payload)) as AckOf<E>
      } catch {
        return { ok: false, code: socket.connected ? 'timeout' : 'offline', message: '' }
      }
    },
    isConnected: () => socket.connected,
    close() {
      clearTimeout(again)
      socket.removeAllListeners()
      socket.close()
    },
  }
}
