import type { KeptQuestion } from '../../domain/mining/kept-question.ts'
import type { QuestionRow } from '../schema/rows-questions.ts'

export function toQuestion(row: QuestionRow): KeptQuestion {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    text: row.text,
    kind: row.kind,
    at: Number(row.at),
    candidates: JSON.parse(row.candidates) as KeptQuestion['candidates'],
    ...(row.reply !== null && { reply: JSON.parse(row.reply) as NonNullable<KeptQuestion['reply']> }),
    ...(row.wish !== null && { wish: JSON.parse(row.wish) as NonNullable<KeptQuestion['wish']> }),
    state: row.state,
    ...(row.settled_by !== null && {
      settled: {
        by: row.settled_by,
        at: Number(row.settled_at ?? 0),
        ...(row.intent !== null && { intent: row.intent }),
      },
    }),
  }
}

export function toQuestionRow(question: KeptQuestion): QuestionRow {
  return {
    conversation_id: question.conversationId,
    seq: question.seq,
    text: question.text,
    kind: question.kind,
    at: question.at,
    candidates: JSON.stringify(question.candidates),
    reply: question.reply ? JSON.stringify(question.reply) : null,
    wish: question.wish ? JSON.stringify(question.wish) : null,
    state: question.state,
    settled_by: question.settled?.by ?? null,
    settled_at: question.settled?.at ?? null,
    intent: question.settled?.intent ?? null,
  }
}
