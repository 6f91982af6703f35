import type { AppendResult, MessageDraft } from '../ports/message-log.ts'
import { conversationBefore, planAppend, storedResult } from './append-plan.ts'
import { atomically } from './atomically.ts'
import type { Engine } from './migrations.ts'
import type { ConversationRow } from './schema/rows-talk.ts'
import type { Db } from './schema.ts'

/** What the message logs do for many at once, for one message as a part of somebody's transaction. */
export function appendOne(db: Db, engine: Engine, draft: MessageDraft): Promise<AppendResult> {
  return atomically(db, async (trx) => {
    const plan = planAppend(draft, await read(trx, engine, draft))
    if (plan.kind === 'settled') return plan.result

    const { message, conversation, customer, enqueue, dequeue } = plan
    await trx.insertInto('messages').values(message).execute()
    await trx.updateTable('conversations').set(conversation).where('id', '=', conversation.id).execute()
    if (draft.author.kind === 'customer') {
      const { id, last_seen_at } = customer
      await trx.updateTable('customers').set({ last_seen_at }).where('id', '=', id).execute()
    }
    if (enqueue) await trx.insertInto('queue_entries').values(enqueue).execute()
    if (dequeue) await leaveQueue(trx, draft)
    return storedResult(draft, plan)
  })
}

/** What waits is over at the moment of the message that took it out of the queue. */
export async function leaveQueue(trx: Db, { conversationId, at }: MessageDraft): Promise<void> {
  await trx
    .updateTable('queue_entries')
    .set({ state: 'done', ended_at: at })
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'waiting')
    .execute()
}

async function read(trx: Db, engine: Engine, draft: MessageDraft) {
  const conversation = await lockConversation(trx, engine, draft.conversationId)
  const customer =
    conversation &&
    (await trx.selectFrom('customers').selectAll().where('id', '=', conversation.customer_id).executeTakeFirst())
  const before = conversationBefore(draft, conversation)
  const stored = await trx
    .selectFrom('messages')
    .selectAll()
    .where('key', '=', draft.key)
    .where('conversation_id', 'in', [draft.conversationId, ...(before === undefined ? [] : [before])])
    .executeTakeFirst()
  return { conversation, customer, stored }
}

/** The message log of another node may be counting on in the same conversation; SQLite has one writer at a time anyway. */
function lockConversation(trx: Db, engine: Engine, id: string): Promise<ConversationRow | undefined> {
  const one = trx.selectFrom('conversations').selectAll().where('id', '=', id)
  return (engine === 'postgres' ? one.forUpdate() : one).executeTakeFirst()
}
