import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Case, CaseChange, CaseDraft, CaseStatus } from '../domain/case.ts'
import { AppError } from '../domain/errors.ts'
import type { CaseChangeDraft, CaseFilter, CaseSelection, CaseStore } from '../ports/commerce.ts'
import { atomically } from './atomically.ts'
import { markChanged } from './figures/mark.ts'
import type { CaseRow } from './schema/rows-desk.ts'
import type { Db } from './schema.ts'

const ENDED = ['resolved', 'rejected', 'cancelled']
/** Two cases of a day seldom draw the same five digits; ten draws running never do. */
const DRAWS = 10

export function caseStore(db: Db): CaseStore {
  return {
    open: (draft) =>
      atomically(db, async (trx) => {
        const opened = await open(trx, draft)
        await markChanged(trx, [opened.conversationId])
        return opened
      }),
    find: async (number) => {
      const row = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst()
      return row && toCase(row)
    },
    list: (filter) => list(db, filter),
    countByStatus: async (selection) => {
      const rows = await select(db, selection)
        .select((row) => ['status', row.fn.countAll().as('held')])
        .groupBy('status')
        .execute()
      return new Map(rows.map(({ status, held }) => [status as CaseStatus, Number(held)]))
    },
    countOpen: async () => {
      const row = await db
        .selectFrom('cases')
        .select((select) => select.fn.countAll().as('open'))
        .where('status', 'not in', ENDED)
        .executeTakeFirst()
      return Number(row?.open ?? 0)
    },
    change: (number, change) => atomically(db, (trx) => applyChange(trx, number, change)),
  }
}

async function open(db: Db, draft: CaseDraft): Promise<Case> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const [row] = await db
      .insertInto('cases')
      .values(toRow(draft))
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .execute()
    const there = row ?? (await db.selectFrom('cases').selectAll().where('key', '=', draft.key).executeTakeFirst())
    if (there) return toCase(there)
  }
  throw new Error('No free case number was drawn.')
}

async function list(db: Db, { status, first = 'newest', limit, ...selection }: CaseFilter): Promise<readonly Case[]> {
  let query = select(db, selection).selectAll('cases')
  if (status) query = query.where('status', '=', status)
  const rows =
    first === 'due'
      ? await query.orderBy('due_at').orderBy('number').limit(limit).execute()
      : await query.orderBy('created_at', 'desc').orderBy('number', 'desc').limit(limit).execute()
  return rows.map(toCase)
}

function select(db: Db, { type, customerId, open, before, agentId, dueBefore, text }: CaseSelection) {
  let query = db.selectFrom('cases')
  if (open || dueBefore !== undefined) query = query.where('status', 'not in', ENDED)
  if (dueBefore !== undefined) query = query.where('due_at', '<', dueBefore)
  if (type) query = query.where('type', '=', type)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (agentId === null) query = query.where('agent_id', 'is', null)
  else if (agentId !== undefined) query = query.where('agent_id', '=', agentId)
  if (before !== undefined) query = query.where('created_at', '<', before)
  if (text) query = query.where(holds(text))
  return query
}

/** `%` and `_` in what is looked for are letters like any other. */
function holds(text: string) {
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(lower(number) like ${like} escape '\\' or lower(title) like ${like} escape '\\'
    or lower(coalesce(order_number, '')) like ${like} escape '\\'
    or customer_id in (select id from customers where lower(coalesce(name, '')) like ${like} escape '\\'))`
}

async function applyChange(db: Db, number: string, draft: CaseChangeDraft): Promise<Case> {
  const { seen, ...change } = draft
  // The first write takes the row, so that of two changes none overwrites the other's history.
  let take = db
    .updateTable('cases')
    .set((row) => ({
      status: change.status,
      updated_at: change.at,
      revision: row('revision', '+', 1),
      ...(change.agent && { agent_id: change.agent.id }),
      ...(change.dueAt !== undefined && { due_at: change.dueAt }),
    }))
    .where('number', '=', number)
  if (seen !== undefined) take = take.where('revision', '=', seen)
  const [row] = await take.returningAll().execute()
  if (!row) throw new AppError((await isThere(db, number)) ? 'case_changed' : 'case_not_found')

  const history = JSON.stringify([...(JSON.parse(row.history) as CaseChange[]), change])
  await db.updateTable('cases').set({ history }).where('number', '=', number).execute()
  await markChanged(db, [row.conversation_id])
  return toCase({ ...row, history })
}

async function isThere(db: Db, number: string): Promise<boolean> {
  return (await db.selectFrom('cases').select('number').where('number', '=', number).executeTakeFirst()) !== undefined
}

function toRow(draft: CaseDraft): CaseRow {
  const opening: CaseChange = { at: draft.at, status: 'open', by: draft.by ?? { kind: 'customer' }, note: '' }
  const day = new Date(draft.at).toISOString().slice(2, 10).replaceAll('-', '')
  return {
    number: `SH${day}${String(randomInt(100_000)).padStart(5, '0')}`,
    key: draft.key,
    type: draft.type,
    title: draft.title,
    status: 'open',
    customer_id: draft.customerId,
    conversation_id: draft.conversationId,
    order_number: draft.orderNumber ?? null,
    sku: draft.sku ?? null,
    details: JSON.stringify(draft.details),
    evidence: JSON.stringify(draft.evidence),
    history: JSON.stringify([opening]),
    agent_id: null,
    due_at: draft.dueAt,
    created_at: draft.at,
    updated_at: draft.at,
    revision: 0,
  }
}

export function toCase(row: CaseRow): Case {
  return {
    number: row.number,
    type: row.type as Case['type'],
    title: row.title,
    status: row.status as Case['status'],
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    ...(row.order_number !== null && { orderNumber: row.order_number }),
    ...(row.sku !== null && { sku: row.sku }),
    details: JSON.parse(row.details) as Case['details'],
    evidence: JSON.parse(row.evidence) as string[],
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    history: JSON.parse(row.history) as CaseChange[],
    dueAt: row.due_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  }
}
