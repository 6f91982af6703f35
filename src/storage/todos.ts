import { type SelectQueryBuilder, sql } from 'kysely'
import { SUPERVISORS, type Todo, type TodoDetail } from '../domain/todo.ts'
import type { TodoFilter, TodoPatch, TodoStore } from '../ports/follow-ups.ts'
import { OPEN } from './literals.ts'
import { toQueueEntry } from './rows.ts'
import type { QueueEntryRow, TodoRow } from './schema/rows-desk.ts'
import type { Db, Schema } from './schema.ts'

export function todoStore(db: Db): TodoStore {
  return {
    add: async ({ at, ...draft }) => {
      const todo: Todo = { ...draft, status: 'open', createdAt: at, note: '' }
      const row = await db
        .insertInto('todos')
        .values(toRow(todo))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returningAll()
        .executeTakeFirst()
      return row && toTodo(row)
    },
    find: async (id) => {
      const row = await db.selectFrom('todos').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toTodo(row)
    },
    list: (filter) => list(db, filter),
    count: async (filter) => {
      const row = await filtered(db.selectFrom('todos'), filter)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
    change: async (id, from, patch) => {
      const row = await db
        .updateTable('todos')
        .set(toColumns(patch))
        .where('id', '=', id)
        .where('status', '=', from)
        .returningAll()
        .executeTakeFirst()
      return row && toTodo(row)
    },
    claimDue: async (id, now) => {
      const row = await db
        .updateTable('todos')
        .set({ told_at: now })
        .where('id', '=', id)
        .where('status', '=', OPEN)
        .where('due_at', '<=', now)
        .where('told_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return row && toTodo(row)
    },
    listLeftMessages: async (limit) => {
      const rows = await sql<QueueEntryRow>`
        select q.* from queue_entries q
        where q.state = 'waiting' and q.kind = 'message' and not exists (select 1 from todos t
          where t.conversation_id = q.conversation_id and t.kind = 'left_message' and t.created_at >= q.enqueued_at)
        order by q.enqueued_at limit ${limit}`.execute(db)
      return rows.rows.map(toQueueEntry)
    },
    listAnsweredMessages: (limit) => listAnswered(db, limit),
  }
}

async function list(db: Db, filter: TodoFilter): Promise<readonly Todo[]> {
  const { view, after, limit } = filter
  let query = filtered(db.selectFrom('todos'), filter).selectAll()
  if (view === 'ended') {
    if (after) query = query.where(sql<boolean>`(done_at, id) < (${after.at}, ${after.id})`)
    query = query.orderBy('done_at', 'desc').orderBy('id', 'desc')
  } else {
    if (after) query = query.where(sql<boolean>`(due_at, id) > (${after.at}, ${after.id})`)
    query = query.orderBy('due_at').orderBy('id')
  }
  return (await query.limit(limit).execute()).map(toTodo)
}

type Todos = SelectQueryBuilder<Schema, 'todos', object>

function filtered(todos: Todos, { worker, view, now, kind, customerId }: Omit<TodoFilter, 'limit' | 'after'>): Todos {
  let query = view === 'ended' ? todos.where('status', '<>', OPEN) : todos.where('status', '=', OPEN)
  if (view === 'due') query = query.where('due_at', '<=', now)
  if (view === 'later') query = query.where('due_at', '>', now)
  if (kind) query = query.where('kind', '=', kind)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (!worker) return query

  return query.where(({ eb, or, and }) => {
    const open = worker.supervises
      ? eb('agent_id', 'is', null)
      : and([eb('agent_id', 'is', null), or([eb('group_name', 'is', null), eb('group_name', '<>', SUPERVISORS)])])
    // What is over is shown to whoever did it.
    return view === 'ended' ? eb('done_by', '=', worker.agentId) : or([eb('agent_id', '=', worker.agentId), open])
  })
}

async function listAnswered(db: Db, limit: number) {
  const rows = await db
    .selectFrom('todos')
    .innerJoin('conversations as c', 'c.id', 'todos.conversation_id')
    .selectAll('todos')
    .select(['c.status as hands', 'c.agent_id as holder'])
    .where('todos.status', '=', OPEN)
    .where('todos.kind', '=', 'left_message')
    .where((where) =>
      where.or([
        where('c.status', 'in', ['resolved', 'bot']),
        // Somebody has it, and the to-do does not say so yet.
        where.and([
          where('c.status', '=', 'assigned'),
          where.or([where('todos.agent_id', 'is', null), where('todos.agent_id', '<>', where.ref('c.agent_id'))]),
        ]),
      ]),
    )
    .orderBy('todos.due_at')
    .limit(limit)
    .execute()
  return rows.map(({ hands, holder, ...row }) => ({
    todo: toTodo(row),
    ended: hands !== 'assigned',
    ...(holder !== null && { agentId: holder }),
  }))
}

function toRow(todo: Todo): TodoRow {
  return {
    id: todo.id,
    kind: todo.kind,
    title: todo.title,
    detail: JSON.stringify(todo.detail),
    conversation_id: todo.conversationId,
    customer_id: todo.customerId,
    agent_id: todo.agentId ?? null,
    group_name: todo.group ?? null,
    due_at: todo.dueAt,
    told_at: null,
    status: todo.status,
    created_by: todo.createdBy,
    created_at: todo.createdAt,
    done_by: null,
    done_at: null,
    note: todo.note,
  }
}

function toColumns(patch: TodoPatch): Partial<TodoRow> {
  return {
    ...(patch.status !== undefined && { status: patch.status }),
    ...(patch.title !== undefined && { title: patch.title }),
    ...(patch.detail !== undefined && { detail: JSON.stringify(patch.detail) }),
    ...(patch.agentId !== undefined && { agent_id: patch.agentId }),
    // A new time comes anew.
    ...(patch.dueAt !== undefined && { due_at: patch.dueAt, told_at: null }),
    ...(patch.note !== undefined && { note: patch.note }),
    ...(patch.doneBy !== undefined && { done_by: patch.doneBy }),
    ...(patch.doneAt !== undefined && { done_at: patch.doneAt }),
  }
}

function toTodo(row: TodoRow): Todo {
  return {
    id: row.id,
    kind: row.kind as Todo['kind'],
    title: row.title,
    detail: JSON.parse(row.detail) as TodoDetail,
    conversationId: row.conversation_id,
    customerId: row.customer_id,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ...(row.group_name !== null && { group: row.group_name }),
    dueAt: row.due_at,
    status: row.status as Todo['status'],
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.done_by !== null && { doneBy: row.done_by }),
    ...(row.done_at !== null && { doneAt: row.done_at }),
    note: row.note,
  }
}
