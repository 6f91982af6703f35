import type { QuestionKind, QuestionState } from '../../domain/mining/kept-question.ts'

/** `candidates`, `reply` and `wish` are JSON. */
export interface QuestionRow {
  conversation_id: string
  seq: number
  text: string
  kind: QuestionKind
  at: number
  candidates: string
  reply: string | null
  wish: string | null
  state: QuestionState
  settled_by: string | null
  settled_at: number | null
  intent: string | null
}
