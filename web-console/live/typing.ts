import type { Wire } from './wire.ts'

const REPEAT = 3000
const IDLE = 6000

/** Tells the customer that a person is writing: at most every three seconds, and when it stops. */
export interface Typing {
  typed(conversationId: string): void
  stopped(): void
}

export function createTyping(wire: Wire): Typing {
  let current: { id: string; toldAt: number } | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  function stopped(): void {
    clearTimeout(idle)
    if (current) void wire.request('typing:set', { conversationId: current.id, typing: false })
    current = undefined
  }

  function typed(conversationId: string): void {
    if (current && current.id !== conversationId) stopped()
    clearTimeout(idle)
    idle = setTimeout(stopped, IDLE)
    const now = Date.now()
    if (current && now - current.toldAt < REPEAT) return

    current = { id: conversationId, toldAt: now }
    void wire.request('typing:set', { conversationId, typing: true })
  }

  return { typed, stopped }
}
