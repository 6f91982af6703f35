import { sql } from 'kysely'
import type { HandoffReason } from '../domain/handoff.ts'
import type { ClaimResult, QueueStore, TakeOver } from '../ports/queue.ts'
import { WAITING } from './literals.ts'
import { claimedEntry, move, takeFor } from './queue-moves.ts'
import { toQueueEntry } from './rows.ts'
import type { Db } from './schema.ts'

/** With fewer a range would be a guess. */
const ENOUGH_TIMES = 5

export function queueStore(db: Db): QueueStore {
  return {
    list: async (limit) => (await waitingInOrder(db).limit(limit).execute()).map(toQueueEntry),
    count: async () => {
      const row = await db
        .selectFrom('queue_entries')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('state', '=', WAITING)
        .executeTakeFirstOrThrow()
      return row.n
    },
    find: async (id) => {
      const row = await db
        .selectFrom('queue_entries')
        .selectAll()
        .where('conversation_id', '=', id)
        .orderBy('enqueued_at', 'desc')
        .executeTakeFirst()
      return row && toQueueEntry(row)
    },
    position: (id) => position(db, id),
    claim: (id, agentId, at, limit) => claim(db, { id, agentId, at, limit }),
    giveBack: async (id, agentId, at) => {
      const entry = await db
        .selectFrom('queue_entries')
        .select('reason')
        .where('conversation_id', '=', id)
        .where('state', '=', 'claimed')
        .executeTakeFirst()
      return move(db, {
        id,
        when: { status: 'assigned', agentId },
        conversation: { status: 'queued', agent_id: null, queued_for: entry?.reason ?? 'asked', updated_at: at },
        entry: { state: 'waiting', agent_id: null, claimed_at: null },
      })
    },
    giveToGroup: (id, agentId, groupId, at) =>
      move(db, {
        id,
        when: { status: 'assigned', agentId },
        conversation: {
          status: 'queued',
          agent_id: null,
          queued_for: 'transferred',
          group_id: groupId,
          updated_at: at,
        },
        entry: { state: 'waiting', agent_id: null, claimed_at: null, group_id: groupId },
      }),
    returnToBot: (id, agentId, at) =>
      move(db, {
        id,
        when: agentId ? { status: 'assigned', agentId } : { status: 'queued' },
        conversation: { status: 'bot', agent_id: null, queued_for: null, group_id: null, updated_at: at },
        entry: { state: 'done', ended_at: at },
      }),
    resolve: (id, agentId, at) =>
      move(db, {
        id,
        when: { status: 'assigned', agentId },
        conversation: {
          status: 'resolved',
          agent_id: null,
          waiting_since: null,
          unread: 0,
          asked_rating: 'agent',
          asked_at: at,
          updated_at: at,
        },
        entry: { state: 'done', ended_at: at },
      }),
    takeOver: (id, by) => takeOver(db, id, by),
    setWaiting: async (id, { kind, withBot }) =>
      move(db, {
        id,
        when: { status: 'queued' },
        conversation: { with_bot: withBot ? 1 : 0 },
        entry: { kind },
      }),
    recentServiceTimes: () => recentServiceTimes(db),
    listHandoffs: async (customerId) => {
      const rows = await db
        .selectFrom('queue_entries as e')
        .innerJoin('conversations as c', 'c.id', 'e.conversation_id')
        .select(['e.conversation_id as conversationId', 'e.reason', 'e.enqueued_at as enqueuedAt'])
        .where('c.customer_id', '=', customerId)
        .orderBy('e.enqueued_at', 'desc')
        .limit(200)
        .execute()
      return rows.map((row) => ({ ...row, reason: row.reason as HandoffReason }))
    },
  }
}

function waitingInOrder(db: Db) {
  return db
    .selectFrom('queue_entries')
    .selectAll()
    .where('state', '=', WAITING)
    .orderBy('kind')
    .orderBy('priority')
    .orderBy('enqueued_at')
    .orderBy('conversation_id')
}

async function position(db: Db, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('queue_entries as mine')
    .select((mine) =>
      mine
        .selectFrom('queue_entries as other')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('other.state', '=', WAITING)
        .where(
          sql<boolean>`(other.kind, other.priority, other.enqueued_at, other.conversation_id) <= (mine.kind, mine.priority, mine.enqueued_at, mine.conversation_id)`,
        )
        .as('position'),
    )
    .where('mine.conversation_id', '=', id)
    .where('mine.state', '=', WAITING)
    .executeTakeFirst()
  return row?.position ?? undefined
}

interface Claim {
  readonly id: string
  readonly agentId: string
  readonly at: number
  readonly limit: number
}

function claim(db: Db, { id, agentId, at, limit }: Claim): Promise<ClaimResult> {
  return takeFor(db, { agentId, at, limit }, (trx) =>
    move(trx, {
      id,
      when: { status: 'queued' },
      // What is offered to somebody else is theirs until they let it pass.
      unless: sql<boolean>`exists (select 1 from queue_entries e where e.conversation_id = conversations.id
        and e.state = 'waiting' and e.offered_to <> ${agentId} and e.offer_until > ${at})`,
      conversation: { status: 'assigned', agent_id: agentId, queued_for: null, updated_at: at },
      entry: { state: 'claimed', agent_id: agentId, claimed_at: at },
    }),
  )
}

function takeOver(db: Db, id: string, { agentId, at, card, fromAgents }: TakeOver): Promise<boolean> {
  return move(db, {
    id,
    when: {},
    unless: fromAgents
      ? sql<boolean>`status = 'resolved' or coalesce(agent_id, '') = ${agentId}`
      : sql<boolean>`status <> 'bot'`,
    conversation: { status: 'assigned', agent_id: agentId, queued_for: null, updated_at: at, called_at: at },
    entry: { state: 'claimed', agent_id: agentId, claimed_at: at },
    orElse: claimedEntry({ id, agentId, at, reason: 'taken_over', priority: 1, card }),
  })
}

async function recentServiceTimes(db: Db) {
  const rows = await db
    .selectFrom('queue_entries')
    .select(['claimed_at', 'ended_at'])
    .where('claimed_at', 'is not', null)
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(100)
    .execute()
  if (rows.length < ENOUGH_TIMES) return undefined

  const seconds = rows.map((row) => ((row.ended_at ?? 0) - (row.claimed_at ?? 0)) / 1000).toSorted((a, b) => a - b)
  const at = (share: number) => seconds[Math.floor(share * (seconds.length - 1))] ?? 0
  return { short: at(0.25), long: at(0.75) }
}
