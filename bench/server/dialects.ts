import { randomUUID } from 'node:crypto'
import { openRawClient, type RawClient } from '../../test/support/raw-client.ts'
import { openRawWebSocket } from '../../test/support/raw-web-socket.ts'

/** One shopper's line to a server, whatever the server speaks. One message is on its way at a time. */
export interface Line {
  /** Resolves once the server has said that it has the message; where it never says so, once it is sent. */
  send(text: string): Promise<void>
  close(): void
}

/** Opens a line; `onAnswer` is called for each answer. */
type Dialect = (port: number, onAnswer: () => void) => Promise<Line>

/** Ours, and what answers as ours does. Whoever is given to a person goes on with the bot, and asks again what came between. */
const widget: Dialect = async (port, onAnswer) => {
  let unanswered = ''
  const client: RawClient = await openRawClient({
    port,
    namespace: '/widget',
    auth: { locale: 'zh' },
    onEvent: (event, payload) => {
      if (event === 'message:created') {
        const { message } = payload as { message: { author: { kind: string } } }
        if (message.author.kind !== 'bot') return
        unanswered = ''
        onAnswer()
      } else if (event === 'conversation:changed') {
        const { conversation } = payload as { conversation: { status: string } }
        if (conversation.status !== 'queued') return
        client.emit('queue:choose', { way: 'bot' }, () => {
          if (unanswered !== '') void send(client, unanswered)
        })
      }
    },
  })
  return {
    send: (text) => {
      unanswered = text
      return send(client, text)
    },
    close: client.close,
  }
}

function send(client: RawClient, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.emit('message:send', { clientId: randomUUID(), kind: 'text', text }, (ack) => {
      if ((ack as { ok?: boolean }).ok) resolve()
      else reject(new Error(JSON.stringify(ack)))
    })
  })
}

/** Socket.IO's tutorial: text and the client's own number of it; the acknowledgement is empty. */
const tutorial: Dialect = async (port, onAnswer) => {
  const client = await openRawClient({ port, namespace: '/', onEvent: onAnswer })
  return {
    send: (text) => new Promise((resolve) => client.call('chat message', [text, randomUUID()], () => resolve())),
    close: client.close,
  }
}

/** Feathers: a service, its method, the data and a query; what is acknowledged is an error or the row. */
const feathers: Dialect = async (port, onAnswer) => {
  const client = await openRawClient({ port, namespace: '/', onEvent: onAnswer })
  return {
    send: (text) =>
      new Promise((resolve, reject) => {
        client.call('create', ['messages', { clientId: randomUUID(), text }, {}], ([error]) => {
          if (error) reject(new Error(JSON.stringify(error)))
          else resolve()
        })
      }),
    close: client.close,
  }
}

/** Botkit's web client: JSON on a WebSocket, nothing is acknowledged. */
const botkit: Dialect = async (port, onAnswer) => {
  const user = randomUUID()
  const onText = (text: string) => {
    if ((JSON.parse(text) as { type: string }).type === 'message') onAnswer()
  }
  const socket = await openRawWebSocket({ port, path: '/', onText, onEnd: () => undefined })
  return {
    send: async (text) => socket.send(JSON.stringify({ type: 'message', text, user, channel: 'socket' })),
    close: socket.close,
  }
}

export const DIALECTS = { widget, tutorial, feathers, botkit } as const satisfies Record<string, Dialect>

export type DialectName = keyof typeof DIALECTS
