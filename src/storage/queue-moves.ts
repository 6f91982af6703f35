import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { HandoffCard, HandoffReason } from '../domain/handoff.ts'
import type { ClaimResult } from '../ports/queue.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import type { QueueEntryRow } from './schema/rows-desk.ts'
import type { ConversationRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

/** A change of hands: the first statement, on the conversation, settles who wins; the entry follows it. */
export interface Move {
  readonly id: string
  readonly when: { readonly status?: ConversationRow['status']; readonly agentId?: string | undefined }
  /** What stands against it besides, in terms of the conversation's row. */
  readonly unless?: RawBuilder<boolean>
  readonly conversation: Partial<ConversationRow>
  readonly entry: Partial<QueueEntryRow>
  /** The entry of a conversation that has none. */
  readonly orElse?: QueueEntryRow
}

/** Whatever becomes of a conversation, an offer or a proposed transfer of before holds no longer. */
const NO_TRANSFER = { transfer_to: null, transfer_until: null } as const
/** What was laid aside is laid aside by whoever holds it. */
const NOT_LAID_ASIDE = { snoozed_until: null, woken_at: null } as const
const NO_OFFER = { offered_to: null, offer_until: null } as const

/** Carries it out; false where another caller won. */
export function move(db: Db, change: Move): Promise<boolean> {
  return atomically(db, async (trx) => {
    let settle = trx
      .updateTable('conversations')
      .set({ with_bot: 0, ...NOT_LAID_ASIDE, ...NO_TRANSFER, ...change.conversation })
      .where('id', '=', change.id)
    if (change.when.status) settle = settle.where('status', '=', change.when.status)
    if (change.when.agentId) settle = settle.where('agent_id', '=', change.when.agentId)
    if (change.unless) settle = settle.where(sql<boolean>`not (${change.unless})`)
    const settled = await settle.returning('id').executeTakeFirst()
    if (!settled) return false

    const followed = await trx
      .updateTable('queue_entries')
      .set({ ...NO_OFFER, ...change.entry })
      .where('conversation_id', '=', change.id)
      .where('state', '<>', 'done')
      .returning('conversation_id')
      .execute()
    if (followed.length === 0 && change.orElse) await trx.insertInto('queue_entries').values(change.orElse).execute()
    await markChanged(trx, [change.id])
    return true
  })
}

interface Taking {
  readonly agentId: string
  readonly at: number
  readonly limit: number
}

/** Takes one more for an agent, if they hold fewer than the limit: two that come at once wait for each other at the agent's row. */
export function takeFor(
  db: Db,
  { agentId, at, limit }: Taking,
  take: (trx: Db) => Promise<boolean>,
): Promise<ClaimResult> {
  return atomically(db, async (trx) => {
    await trx.updateTable('agents').set({ missed: 0 }).where('id', '=', agentId).execute()
    const { held } = await trx
      .selectFrom('conversations')
      .select(({ fn }) => fn.countAll<number>().as('held'))
      .where('agent_id', '=', agentId)
      .executeTakeFirstOrThrow()
    if (held >= limit) return 'full'
    if (!(await take(trx))) return 'gone'

    await trx.updateTable('agents').set({ last_assigned_at: at }).where('id', '=', agentId).execute()
    return 'claimed'
  })
}

interface Claimed {
  readonly id: string
  readonly agentId: string
  readonly at: number
  readonly reason: HandoffReason
  readonly priority: number
  readonly card: HandoffCard
}

/** The entry of what nobody has waited in: who serves it, where it returns to, and how long it takes are known as of any other. */
export function claimedEntry({ id, agentId, at, reason, priority, card }: Claimed): QueueEntryRow {
  return {
    conversation_id: id,
    enqueued_at: at,
    state: 'claimed',
    reason,
    kind: 'live',
    priority,
    card: JSON.stringify(card),
    agent_id: agentId,
    claimed_at: at,
    ended_at: null,
    group_id: null,
    ...NO_OFFER,
  }
}
