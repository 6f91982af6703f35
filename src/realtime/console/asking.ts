import type { Agent } from '../../domain/agent.ts'
import { type Message, messageId } from '../../domain/message.ts'
import type { CONSOLE_CLIENT_EVENTS } from '../../protocol/console-events.ts'
import type { Handlers } from '../listen.ts'
import type { RealtimeWorld } from '../world.ts'
import type { Seat } from './viewers.ts'

export type ConsoleHandlers = Handlers<typeof CONSOLE_CLIENT_EVENTS>

/** Who asks, and what the answer is made from. `me` is the agent as the account is now. */
export interface Asking {
  readonly world: RealtimeWorld
  readonly me: () => Agent
  /** Where this browser looks. */
  readonly seat: Seat
  /** The connection that asks. */
  readonly here: string
}

/** An acknowledgement that says no more than that it was done. */
export async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}

/** How a stored message is acknowledged. */
export function sent(message: Message): { seq: number; id: string; at: number } {
  return { seq: message.seq, id: messageId(message), at: message.at }
}
