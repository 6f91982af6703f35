import type { DomainEvent } from '../domain/events.ts'
import type { EventSource, Log, Publisher, Watcher } from '../ports/world.ts'

export interface EventBus extends Publisher, EventSource {
  /** Tells the watchers of this process alone: what another node has told, or what concerns nobody else. */
  tellHere(event: DomainEvent, from?: string): void
}

/** Tells watchers within this process, one after the other; `pass` hands what happened here on to other nodes. */
export function createEventBus(log: Log, pass?: (event: DomainEvent) => void): EventBus {
  const watchers = new Set<Watcher>()
  const tellHere = (event: DomainEvent, from?: string) => {
    for (const watcher of watchers) {
      try {
        watcher(event, from)
      } catch (error) {
        log.error({ type: event.type, error }, 'a watcher failed')
      }
    }
  }

  return {
    publish: (event) => {
      tellHere(event)
      pass?.(event)
    },
    tellHere,
    subscribe: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}
