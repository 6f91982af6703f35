import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { AppError, ERROR_CODES } from '../domain/errors.ts'
import { holdsNul } from '../domain/nul.ts'
import type { Metrics, SocketKind } from '../ports/metrics.ts'
import type { Log } from '../ports/world.ts'
import type { Ack, WireEvent } from '../protocol/common.ts'

type Reply<E extends WireEvent> = E['ack'] extends z.ZodType ? z.input<E['ack']> : object

/** One handler for every event that a client may send: the compiler sees to it that none is forgotten. */
export type Handlers<R extends Readonly<Record<string, WireEvent>>> = {
  readonly [N in keyof R]: (input: z.output<R[N]['payload']>) => Promise<Reply<R[N]>>
}

export interface ListenOptions {
  readonly log: Log
  readonly metrics: Metrics
  readonly kind: SocketKind
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
  options: ListenOptions,
): void {
  for (const [name, event] of Object.entries(registry)) {
    const work = handlers[name as keyof R] as (input: unknown) => Promise<object>
    socket.on(name, (...received: unknown[]) => {
      const last = received.at(-1)
      const acknowledge = typeof last === 'function' ? (last as (ack: Ack) => void) : () => undefined
      const payload = typeof last === 'function' && received.length === 1 ? {} : received[0]
      void answer(name, event, payload, { ...options, work }).then(acknowledge)
    })
  }
}

/** The one whose acknowledgement people wait for. */
const SEND = 'message:send'

async function answer(
  name: string,
  event: WireEvent,
  payload: unknown,
  { work, log, limit, metrics, kind }: ListenOptions & { work: (input: unknown) => Promise<object> },
): Promise<Ack> {
  const begun = performance.now()
  try {
    await limit(name)
    if (holdsNul(payload)) throw new AppError('invalid_input', { message: `${name}: a text holds the character NUL` })
    const parsed = event.payload.safeParse(payload)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new AppError('invalid_input', { message: `${issue?.path.join('.') || name}: ${issue?.message}` })
    }
    const done = await work(parsed.data)
    if (name === SEND) metrics.acknowledged(kind, performance.now() - begun)
    return { ok: true, ...done }
  } catch (error) {
    const refusal = toRefusal(error, name, log, clientIdIn(payload))
    metrics.refused(kind, refusal.code)
    return refusal
  }
}

/** The id that leads through a message's lines in the log; what is no id is nobody's business. */
function clientIdIn(payload: unknown): string | undefined {
  const { clientId } = (payload ?? {}) as { clientId?: unknown }
  return typeof clientId === 'string' && /^[\w-]{1,64}$/.test(clientId) ? clientId : undefined
}

/** What a client is told. A bug is logged with its cause and shown as `internal`. */
export function toRefusal(error: unknown, event: string, log: Log, clientId?: string): Ack & { ok: false } {
  if (error instanceof AppError) {
    if (error.cause !== undefined)
      log.error({ event, clientId, code: error.code, error: error.cause }, 'refused because of a fault')
    return {
      ok: false,
      code: error.code,
      message: error.message,
      ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
      ...(error.words && { words: error.words }),
    }
  }
  log.error({ event, clientId, error }, 'a handler failed')
  return { ok: false, code: 'internal', message: ERROR_CODES.internal.message }
}
