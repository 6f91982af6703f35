import type { Message } from '../../domain/message.ts'
import { followQuestions } from '../../domain/mining/follow-questions.ts'
import type { KeptQuestion, QuestionKey } from '../../domain/mining/kept-question.ts'
import { toMessage } from '../rows.ts'
import type { MessageRow } from '../schema/rows-talk.ts'
import type { Db } from '../schema.ts'
import { toQuestion, toQuestionRow } from './question-rows.ts'

/** Takes the questions out of messages that the search index has just read; rows by conversation and seq. */
export async function readQuestions(trx: Db, rows: readonly MessageRow[]): Promise<void> {
  // An utterance alone says nothing yet: most stretches end here.
  const telling = rows.filter(mayTell).map(toMessage)
  const ids = [...new Set(telling.map((one) => one.conversationId))]
  if (ids.length === 0) return

  const known = await listOf(trx, ids)
  const heard = await findHeard(trx, telling)
  const kept: KeptQuestion[] = []
  for (const id of ids) {
    const followed = followQuestions(
      known.filter((one) => one.conversationId === id),
      telling.filter((one) => one.conversationId === id),
      (seq) => heard.get(keyOf({ conversationId: id, seq })),
    )
    kept.push(...followed.kept)
    for (const { seq } of followed.dropped) {
      await trx.deleteFrom('questions').where('conversation_id', '=', id).where('seq', '=', seq).execute()
    }
  }
  await keep(trx, kept)
}

function mayTell({ author_kind, explanation, body }: MessageRow): boolean {
  if (author_kind === 'bot') return explanation !== null
  if (author_kind === 'agent') return true
  return author_kind === 'customer' && /"kind":"(?:choice|recalled)"/.test(body)
}

async function listOf(trx: Db, ids: readonly string[]): Promise<readonly KeptQuestion[]> {
  const rows = await trx.selectFrom('questions').selectAll().where('conversation_id', 'in', ids).execute()
  return rows.map(toQuestion)
}

/** What the bot's messages answer. */
async function findHeard(trx: Db, messages: readonly Message[]): Promise<ReadonlyMap<string, Message>> {
  const keys = messages.flatMap(({ conversationId, explanation }) =>
    explanation ? [{ conversationId, seq: explanation.heardSeq }] : [],
  )
  if (keys.length === 0) return new Map()

  const rows = await trx
    .selectFrom('messages')
    .selectAll()
    .where(({ and, eb, or }) =>
      or(keys.map(({ conversationId, seq }) => and([eb('conversation_id', '=', conversationId), eb('seq', '=', seq)]))),
    )
    .execute()
  return new Map(rows.map(toMessage).map((message) => [keyOf(message), message]))
}

function keyOf({ conversationId, seq }: QuestionKey): string {
  return `${conversationId}.${seq}`
}

/** What people have made of a question meanwhile stays. */
async function keep(trx: Db, questions: readonly KeptQuestion[]): Promise<void> {
  if (questions.length === 0) return

  await trx
    .insertInto('questions')
    .values(questions.map(toQuestionRow))
    .onConflict((conflict) =>
      conflict.columns(['conversation_id', 'seq']).doUpdateSet(({ ref }) => ({
        text: ref('excluded.text'),
        kind: ref('excluded.kind'),
        candidates: ref('excluded.candidates'),
        reply: ref('excluded.reply'),
      })),
    )
    .execute()
}
