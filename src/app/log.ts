import { type DestinationStream, pino } from 'pino'
import type { Config } from '../config/config.ts'
import { maskPersonal } from '../domain/mask-personal.ts'
import type { Log } from '../ports/world.ts'

/** Deeper than that nobody reads; an error with its cause is at three. */
const DEEPEST = 6

/** JSON lines on standard error; what `start` prints for people stays alone on standard output. */
export function createLog(level: Config['logLevel'], to: DestinationStream = pino.destination(2)): Log {
  return pino({ level, formatters: { log: (fields) => masked(fields, 0) as Record<string, unknown> } }, to)
}

/** We write ids; what comes out of an error of somebody else's program may quote anything. */
function masked(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskPersonal(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '…'
  if (value instanceof Error) return masked({ ...pino.stdSerializers.errWithCause(value) }, depth)
  if (Array.isArray(value)) return value.map((one) => masked(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, depth + 1)]))
}
