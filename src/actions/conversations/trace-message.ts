import type { Message } from '../../domain/message.ts'
import type { Log } from '../../ports/world.ts'
import type { Deps } from '../deps.ts'

/**
 * The same dependencies with a log that names the message in every line: `clientId` leads from what the browser sent to
 * what was replied, through whatever is called between. Passed on by hand, for a store that follows promises by itself
 * (AsyncLocalStorage) slows down every promise of the process on Node 20.
 */
export function traceMessage(deps: Deps, { conversationId, clientId, seq }: Message): Deps {
  return { ...deps, log: withFields(deps.log, { conversationId, clientId, seq }) }
}

/** A log whose lines have these fields besides their own. */
export function withFields(log: Log, fields: object): Log {
  return {
    debugs: log.debugs,
    // Joining two objects costs more than everything else here, and most servers write none of these lines.
    debug: (more, line) => {
      if (log.debugs) log.debug({ ...fields, ...more }, line)
    },
    info: (more, line) => log.info({ ...fields, ...more }, line),
    warn: (more, line) => log.warn({ ...fields, ...more }, line),
    error: (more, line) => log.error({ ...fields, ...more }, line),
  }
}
