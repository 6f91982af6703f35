import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import type { Agent } from '../../src/domain/agent.ts'
import { comeBack, request } from './stubborn-client.ts'

/** What an agent said and was told is stored. */
export interface Said {
  readonly conversationId: string
  readonly clientId: string
  readonly seq: number
}

/** An agent's browser as the console is one: comes back by itself, and sends the same again until it is acknowledged. */
export interface StubbornAgent {
  readonly agent: Agent
  readonly said: readonly Said[]
  /** Tries to take it; whoever else does may be faster. */
  claim(conversationId: string): Promise<void>
  say(conversationId: string, text: string): Promise<void>
  close(): void
}

export function createStubbornAgent(url: string, agent: Agent, session: string): StubbornAgent {
  const said: Said[] = []
  const socket = io(`${url}/console`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 300,
    timeout: 5000,
    extraHeaders: { cookie: `xiaoer_session=${session}` },
  })
  comeBack(socket)

  return {
    agent,
    said,
    claim: async (conversationId) => {
      try {
        await request(socket, 'conversation:claim', { conversationId })
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('conversation_not_queued')) throw error
      }
    },
    say: async (conversationId, text) => {
      const clientId = randomUUID()
      const { seq } = await request<{ seq: number }>(socket, 'message:send', {
        conversationId,
        clientId,
        kind: 'text',
        text,
      })
      said.push({ conversationId, clientId, seq })
    },
    close: () => socket.close(),
  }
}
