import type { Deps } from '../actions/deps.ts'
import type { Connections, EventSource, Limiters } from '../ports/world.ts'

interface Rate {
  readonly points: number
  readonly seconds: number
}

/** What the edges need besides the actions' own dependencies. */
export interface RealtimeWorld {
  readonly deps: Deps
  readonly events: EventSource
  readonly connections: Connections
  readonly limiters: Limiters
  readonly config: {
    readonly publicUrl: string
    readonly trustProxy: boolean
    readonly allowedOrigins: readonly string[] | undefined
    readonly limits: Readonly<Record<'messages' | 'addresses' | 'shop' | 'sessions' | 'visitors', Rate>>
  }
}
