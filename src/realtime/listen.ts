import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { AppError, ERROR_CODES } from '../domain/errors.ts'
import { holdsNul } from '../domain/nul.ts'
import type { Log } from '../ports/world.ts'
import type { Ack, WireEvent } from '../protocol/common.ts'

type Reply<E extends WireEvent> = E['ack'] extends z.ZodType ? z.input<E['ack']> : object

/** One handler for every event that a client may send: the compiler sees to it that none is forgotten. */
export type Handlers<R extends Readonly<Record<string, WireEvent>>> = {
  readonly [N in keyof R]: (input: z.output<R[N]['payload']>) => Promise<Reply<R[N]>>
}

export interface ListenOptions {
  readonly log: Log
  /** Throws when this event comes too often from this client. */
  readonly limit: (event: string) => Promise<void>
}

/**
 * Listens to every event of a registry: limit, parse, call, acknowledge. Holds the only `catch` of the namespace; whatever
 * a client sends (no acknowledgement, null, the wrong type), the process lives and the client is told.
 */
export function listen<R extends Readonly<Record<string, WireEvent>>>(
  socket: Socket,
  registry: R,
  handlers: Handlers<R>,
  { log, limit }: ListenOptions,
): void {
  for (const [name, event] of Object.entries(registry)) {
    const work = handlers[name as keyof R] as (input: unknown) => Promise<object>
    socket.on(name, (...received: unknown[]) => {
      const last = received.at(-1)
      const acknowledge = typeof last === 'function' ? (last as (ack: Ack) => void) : () => undefined
      const payload = typeof last === 'function' && received.length === 1 ? {} : received[0]
      void answer(name, event, payload, { work, log, limit }).then(acknowledge)
    })
  }
}

async function answer(
  name: string,
  event: WireEvent,
  payload: unknown,
  { work, log, limit }: ListenOptions & { work: (input: unknown) => Promise<object> },
): Promise<Ack> {
  try {
    await limit(name)
    if (holdsNul(payload)) throw new AppError('invalid_input', { message: `${name}: a text holds the character NUL` })
    const parsed = event.payload.safeParse(payload)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new AppError('invalid_input', { message: `${issue?.path.join('.') || name}: ${issue?.message}` })
    }
    return { ok: true, ...(await work(parsed.data)) }
  } catch (error) {
    return toRefusal(error, name, log)
  }
}

/** What a client is told. A bug is logged with its cause and shown as `internal`. */
export function toRefusal(error: unknown, name: string, log: Log): Ack & { ok: false } {
  if (error instanceof AppError) {
    if (error.cause !== undefined)
      log.error({ event: name, code: error.code, error: error.cause }, 'refused because of a fault')
    return {
      ok: false,
      code: error.code,
      message: error.message,
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
      ...(error.words && { words: error.words }),
    }
  }
  log.error({ event: name, error }, 'a handler failed')
  return { ok: false, code: 'internal', message: ERROR_CODES.internal.message }
}

/** Counts per key in this process; throws `too_many` with the seconds to wait. */
export function createLimiter(rate: { points: number; seconds: number }): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds })
  return async (key) => {
    try {
      await limiter.consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new AppError('too_many', { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) })
    }
  }
}
