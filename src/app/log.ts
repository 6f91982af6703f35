import { pino } from 'pino'
import type { Config } from '../config/config.ts'
import type { Log } from '../ports/world.ts'

/** JSON lines on standard error; what `start` prints for people stays alone on standard output. */
export function createLog(level: Config['logLevel']): Log {
  return pino({ level, serializers: { error: pino.stdSerializers.err } }, pino.destination(2))
}
