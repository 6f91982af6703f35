import { type DestinationStream, pino } from 'pino'
import type { Config } from '../config/config.ts'
import { maskText } from '../domain/mask-text.ts'
import type { Log } from '../ports/world.ts'
import { maskFields } from './mask-personal.ts'

/**
 * JSON lines on standard error; what `start` prints for people stays alone on standard output. Whatever is handed to it,
 * telephone numbers, addresses and mailboxes are masked: the message of an error may hold what a shopper wrote.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Log {
  const log = pino(
    {
      level,
      serializers: { error: maskError },
      formatters: { log: (fields) => maskFields(fields) as Record<string, unknown> },
    },
    destination,
  )
  return Object.assign(log, { debugs: log.isLevelEnabled('debug') })
}

function maskError(error: unknown): unknown {
  if (!(error instanceof Error)) return maskFields(error)
  const { type, message, stack, ...rest } = pino.stdSerializers.err(error)
  return { type, message: maskText(message), stack: maskText(stack), ...(maskFields({ ...rest }) as object) }
}
