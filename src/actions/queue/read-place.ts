import type { QueueEntry } from '../../domain/handoff.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { type WaitRange, waitRange } from '../../domain/queue/wait-range.ts'
import { getThread } from '../conversations/get-thread.ts'
import type { Deps } from '../deps.ts'
import type { Waiting } from '../desk/read-desk.ts'
import { limitOf } from './list-receivers.ts'

/** What a shopper is told while waiting. */
export interface Place {
  /** 1 is next. */
  readonly position: number
  readonly kind: QueueEntry['kind']
  /** The bot goes on answering meanwhile. */
  readonly withBot: boolean
  /** Absent where nobody is there, or too little is known to be honest. */
  readonly wait?: WaitRange
}

/** Undefined for one who does not wait. */
export async function readPlace(deps: Deps, id: ConversationId): Promise<Place | undefined> {
  const position = await deps.storage.queue.position(id)
  const entry = position === undefined ? undefined : await deps.storage.queue.find(id)
  if (position === undefined || !entry) return undefined

  const { conversation } = await getThread(deps, id)
  return toPlace({ conversation, entry, position }, await readWaits(deps))
}

/** Tells for each position how long it takes; asked once for a whole queue. */
export async function readWaits(deps: Deps): Promise<(position: number) => WaitRange | undefined> {
  const [times, held] = await Promise.all([
    deps.storage.queue.recentServiceTimes(),
    deps.storage.conversations.countAssigned(),
  ])
  const onDuty = deps.roster.onDuty().flatMap((id) => deps.roster.find(id) ?? [])
  const desk = {
    slots: onDuty.reduce((sum, agent) => sum + limitOf(deps, agent), 0),
    held: onDuty.reduce((sum, agent) => sum + (held.get(agent.id) ?? 0), 0),
    times,
  }
  return (position) => waitRange(position, desk)
}

export function toPlace(
  { conversation, entry, position }: Pick<Waiting, 'conversation' | 'entry' | 'position'>,
  waits: (position: number) => WaitRange | undefined,
): Place {
  const wait = entry.kind === 'live' ? waits(position) : undefined
  return {
    position,
    kind: entry.kind,
    withBot: conversation.status === 'queued' && conversation.withBot,
    ...(wait && { wait }),
  }
}
