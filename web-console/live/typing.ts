import type { Viewing } from './viewing.ts'
import type { Wire } from './wire.ts'

const REPEAT = 3000
const IDLE = 6000

/** Tells the customer and colleagues that a person is writing: at most every three seconds, and when it stops. */
export interface Typing {
  /** A note is written for colleagues only: the customer hears nothing of it. */
  typed(conversationId: string, note: boolean): void
  stopped(): void
}

export function createTyping(wire: Wire, viewing: Viewing): Typing {
  let current: { id: string; note: boolean; toldAt: number } | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  function tell(id: string, note: boolean, typing: boolean): void {
    viewing.typing(id, typing)
    if (!note) void wire.request('typing:set', { conversationId: id, typing })
  }

  function stopped(): void {
    clearTimeout(idle)
    if (current) tell(current.id, current.note, false)
    current = undefined
  }

  function typed(conversationId: string, note: boolean): void {
    if (current && (current.id !== conversationId || current.note !== note)) stopped()
    clearTimeout(idle)
    idle = setTimeout(stopped, IDLE)
    const now = Date.now()
    if (current && now - current.toldAt < REPEAT) return

    current = { id: conversationId, note, toldAt: now }
    tell(conversationId, note, true)
  }

  return { typed, stopped }
}
