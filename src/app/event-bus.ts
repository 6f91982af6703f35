import type { DomainEvent } from '../domain/events.ts'
import type { EventSource, Log, Publisher } from '../ports/world.ts'

/** Tells watchers within this process, one after the other. */
export function createEventBus(log: Log): Publisher & EventSource {
  const watchers = new Set<(event: DomainEvent) => void>()

  return {
    publish: (event) => {
      for (const watcher of watchers) {
        try {
          watcher(event)
        } catch (error) {
          log.error({ type: event.type, error }, 'a watcher failed')
        }
      }
    },
    subscribe: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
