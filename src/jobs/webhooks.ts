import type { Deps } from '../actions/deps.ts'
import { catchUpWebhooks } from '../actions/webhooks/catch-up.ts'
import { deliverTo } from '../actions/webhooks/deliver.ts'
import { enqueueEvents } from '../actions/webhooks/enqueue-events.ts'
import { isTelling, listTold } from '../actions/webhooks/list-told.ts'
import { pruneDeliveries } from '../actions/webhooks/read-deliveries.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { Webhook } from '../domain/webhook.ts'
import type { EventSource } from '../ports/world.ts'

const TICK_MILLISECONDS = 500
const CATCH_UP_EVERY_TICKS = 20
const PRUNE_EVERY_TICKS = 7200
/** Events that come together become rows together. */
const COALESCE_MILLISECONDS = 25
/** At most so many webhooks are sent to at once. */
const LANES = 8

/**
 * Tells webhooks what happens here: never in the path of a message, but after it was told to people. What a crash keeps from
 * becoming a row is found again by `catchUpWebhooks`. Sending has a clock of its own, so that a slow receiver holds up nobody else.
 * The returned function ends it when what is under way has come to an end.
 */
export function startWebhooks(deps: Deps, events: EventSource): () => Promise<void> {
  const outbox = createOutbox(deps)
  const sender = createSender(deps)
  const stop = events.subscribe((event, from) => {
    if (event.type === 'webhooks.changed' || event.type === 'news.missed') outbox.forget()
    // Only the node that it happened at writes it down.
    else if (from === undefined && isTelling(event)) outbox.take(event)
  })
  let ticks = 0
  let chores: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    ticks += 1
    sender.look()
    if (ticks % CATCH_UP_EVERY_TICKS === 0) chores = chores.then(() => attempt(deps, () => catchUpWebhooks(deps)))
    if (ticks % PRUNE_EVERY_TICKS === 0) chores = chores.then(() => attempt(deps, () => pruneDeliveries(deps)))
  }, TICK_MILLISECONDS)
  // A process that died before may have left something.
  chores = attempt(deps, () => catchUpWebhooks(deps))

  return async () => {
    stop()
    clearInterval(timer)
    await chores
    await outbox.close()
    await sender.close()
  }
}

async function attempt(deps: Deps, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    deps.log.error({ error }, 'webhooks missed a turn')
  }
}

/** Gathers what has happened and makes rows of it. */
function createOutbox(deps: Deps) {
  let gathered: DomainEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let known: readonly Webhook[] | undefined
  const write = async () => {
    timer = undefined
    const batch = gathered
    gathered = []
    known ??= await deps.storage.webhooks.list()
    const active = known.filter((one) => one.active)
    if (active.length === 0) return
    const told = []
    for (const event of withoutRepeats(batch)) told.push(...(await listTold(deps, event)))
    await enqueueEvents(deps, told, active)
  }
  const flush = () => {
    running = running.then(() => attempt(deps, write))
  }
  return {
    take: (event: DomainEvent) => {
      // With nobody to tell nothing is gathered.
      if (known?.every(({ active }) => !active)) return
      gathered.push(event)
      timer ??= setTimeout(flush, COALESCE_MILLISECONDS)
    },
    forget: () => {
      known = undefined
    },
    close: async () => {
      clearTimeout(timer)
      if (gathered.length > 0) flush()
      await running
    },
  }
}

/** Several changes of one record within a moment are one. */
function withoutRepeats(batch: readonly DomainEvent[]): readonly DomainEvent[] {
  const seen = new Set<string>()
  return batch.filter((event) => {
    if (event.type !== 'record.changed') return true
    if (seen.has(event.customerId)) return false
    seen.add(event.customerId)
    return true
  })
}

/** One lane per webhook: what is due there is sent a few at a time until nothing is left. */
function createSender(deps: Deps) {
  const lanes = new Map<string, Promise<void>>()
  let looking: Promise<void> | undefined
  let closed = false
  const drain = async (id: string) => {
    while (!closed && (await deliverTo(deps, id)) > 0);
  }
  const look = async () => {
    for (const id of await deps.storage.deliveries.listAwaited(deps.clock.now())) {
      if (closed || lanes.has(id) || lanes.size >= LANES) continue
      lanes.set(
        id,
        attempt(deps, () => drain(id)).finally(() => lanes.delete(id)),
      )
    }
  }
  return {
    look: () => {
      looking ??= attempt(deps, look).finally(() => {
        looking = undefined
      })
    },
    close: async () => {
      closed = true
      await looking
      await Promise.all(lanes.values())
    },
  }
}
