import type { ServicePromise } from '../../domain/desk-policy.ts'
import { type PromiseKind, toResolveClock, toServiceClock } from '../../domain/queue/service-clock.ts'
import type { Awaited, Untold } from '../../ports/promises.ts'
import type { Deps } from '../deps.ts'
import { SYSTEM } from '../todos/make-todos.ts'

const AT_ONCE = 1000

interface Broken {
  readonly kind: PromiseKind
  readonly dueAt: number
  /** When the wait began. */
  readonly since: number
}

/** Tells, once per wait, of every promise to a shopper whose time has passed; the audit keeps it for reports. Safe to run at any time. */
export async function tellBrokenPromises(deps: Deps): Promise<void> {
  const { promises } = deps.live.current().knowledge.desk
  await tellOf(
    deps,
    'answer',
    soonest(promises, ({ firstResponse, nextResponse }) => [firstResponse, nextResponse]),
  )
  await tellOf(
    deps,
    'end',
    soonest(promises, ({ resolution }) => [resolution]),
  )
}

/** A wait that is shorter than every promise needs no look at a calendar. */
function soonest(
  promises: readonly ServicePromise[],
  secondsOf: (promise: ServicePromise) => readonly (number | undefined)[],
): number {
  return Math.min(...promises.flatMap((promise) => secondsOf(promise).map((seconds) => seconds ?? Infinity)))
}

async function tellOf(deps: Deps, awaited: Awaited, seconds: number): Promise<void> {
  if (!Number.isFinite(seconds)) return

  const now = deps.clock.now()
  for (const untold of await deps.storage.promises.listUntold(awaited, now - seconds * 1000, AT_ONCE)) {
    const broken = findBroken(deps, untold, awaited)
    if (broken && broken.dueAt <= now) await tell(deps, untold, { awaited, ...broken })
  }
}

function findBroken(deps: Deps, untold: Untold, awaited: Awaited): Broken | undefined {
  const { desk: policy, calendar } = deps.live.current().knowledge
  if (awaited === 'end') {
    const clock = toResolveClock(untold, untold.tier, { policy, calendar })
    return clock && { kind: 'resolution', dueAt: clock.dueAt, since: untold.calledAt ?? 0 }
  }
  const clock = toServiceClock(untold, untold.tier, { policy, calendar })
  return clock?.dueAt === undefined ? undefined : { kind: clock.kind, dueAt: clock.dueAt, since: clock.since }
}

async function tell(deps: Deps, untold: Untold, broken: Broken & { awaited: Awaited }): Promise<void> {
  const { conversationId, tier, agentId } = untold
  const { kind, dueAt, since, awaited } = broken
  const isFirst = await deps.storage.transaction(async (stores) => {
    if (!(await stores.promises.claimTelling(conversationId, awaited, since))) return false

    const detail = { kind, since, dueAt, tier, agent: agentId ?? '' }
    await stores.audit.add({
      at: deps.clock.now(),
      actor: SYSTEM,
      action: 'promise.broken',
      target: conversationId,
      detail,
    })
    return true
  })
  if (!isFirst) return
  deps.publisher.publish({
    type: 'promise.broken',
    conversationId,
    kind,
    dueAt,
    ...(agentId !== undefined && { agentId }),
  })
}
