import { z } from 'zod'
import type { KnowledgeBase } from '../domain/knowledge.ts'
import { textIn } from '../domain/localized-text.ts'
import { messageId } from '../domain/message.ts'
import {
  CLUSTER_ORDERS,
  differentTexts,
  type QuestionCluster,
  type RepliedQuestion,
  replyTexts,
  suggestTitle,
} from '../domain/mining/cluster.ts'
import { type KeptQuestion, QUESTION_KINDS, QUESTION_STATES, type QuestionKey } from '../domain/mining/kept-question.ts'
import { LEARNED_FILE } from '../domain/mining/lesson.ts'
import { VERDICTS } from '../domain/replay.ts'
import { Id } from './common.ts'
import { FileChange, ReplayedView } from './editing.ts'

/** What 小二 could not answer well, gathered by what it asks, and what is made of it. */

const Day = z.iso.date()
const KindName = z.enum(QUESTION_KINDS)

/** Of a period of at most 92 days of the shop's calendar, both included; the last 30 where it is left out. */
export const ClusterQuery = z.object({
  from: Day.optional(),
  until: Day.optional(),
  state: z.enum(QUESTION_STATES).default('open'),
  /** With commas between them; all where it is left out. */
  kinds: z
    .string()
    .regex(/^[a-z_]+(?:,[a-z_]+)*$/)
    .optional(),
  order: z.enum(CLUSTER_ORDERS).default('size'),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ClusterQuery = z.infer<typeof ClusterQuery>

export const NearestView = z.object({ intent: z.string(), title: z.string(), share: z.number() })

/** What a person really answered, and where. */
export const HumanReplyView = z.object({
  conversationId: z.string(),
  seq: z.number(),
  text: z.string(),
  agentName: z.string(),
})
export type HumanReplyView = z.infer<typeof HumanReplyView>

export const ClusterView = z.object({
  /** The message of its most typical question. */
  id: z.string(),
  size: z.number(),
  /** Different wordings, the most typical first; at most five. */
  samples: z.array(z.string()),
  /** How many were asked on each day of the period. */
  days: z.array(z.number()),
  /** The newer half of the period against the older one. */
  rise: z.number(),
  lastAt: z.number(),
  kinds: z.array(z.object({ kind: KindName, count: z.number() })),
  /** What people replied; the most typical first. */
  replies: z.array(HumanReplyView),
  /** What agents who pointed at them would like to be answered. */
  wishes: z.array(z.object({ agentName: z.string(), intent: z.string().optional(), answer: z.string().optional() })),
  nearest: z.array(NearestView),
  /** Of so many wordings looked at, what serves now would answer these. */
  lookedAt: z.number(),
  answeredNow: z.number(),
  /** For a new intent, should they ask something new. */
  proposal: z.object({ id: z.string(), title: z.string(), file: z.string(), answer: z.string() }),
})
export type ClusterView = z.infer<typeof ClusterView>

export const ClusterPage = z.object({
  clusters: z.array(ClusterView),
  total: z.number(),
  questions: z.number(),
  /** There are older ones that were not looked at. */
  cut: z.boolean(),
  from: Day,
  until: Day,
})
export type ClusterPage = z.infer<typeof ClusterPage>

export const QuestionView = z.object({
  id: z.string(),
  conversationId: z.string(),
  seq: z.number(),
  text: z.string(),
  kind: KindName,
  at: z.number(),
  reply: HumanReplyView.optional(),
  wish: z.object({ agentName: z.string(), intent: z.string().optional(), answer: z.string().optional() }).optional(),
  state: z.enum(QUESTION_STATES),
  settled: z.object({ by: z.string(), at: z.number(), intent: z.string().optional() }).optional(),
})
export type QuestionView = z.infer<typeof QuestionView>
/** The questions, the most typical first; at most 500. */
export const ClusterDetail = z.object({ cluster: ClusterView, questions: z.array(QuestionView) })
export type ClusterDetail = z.infer<typeof ClusterDetail>

/** Message ids. */
const Questions = z
  .array(z.string().regex(/^.{1,200}\.\d+$/))
  .min(1)
  .max(500)
const Examples = z.array(z.string().trim().min(1).max(500)).min(1).max(100)

/** What is made of questions: examples of an intent, a new intent, none of the shop's business, or nothing. */
export const LessonDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learn'), intent: Id, examples: Examples }),
  z.object({
    kind: z.literal('create'),
    id: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
    title: z.string().trim().min(1).max(60),
    file: z
      .string()
      .regex(/^[\w-]+(?:\/[\w-]+)*\.yaml$/)
      .max(200)
      .default(LEARNED_FILE),
    examples: Examples,
    answer: z.string().trim().min(1).max(2000),
  }),
  z.object({ kind: z.literal('out_of_scope'), examples: Examples }),
  z.object({ kind: z.literal('ignore') }),
])
export type LessonDraft = z.infer<typeof LessonDraft>

export const QuestionDeed = z.object({ questions: Questions, lesson: LessonDraft })
export const QuestionsSettled = z.object({
  settled: z.number(),
  /** Written into the draft of the knowledge. */
  change: FileChange.optional(),
  intent: z.string().optional(),
})
export type QuestionsSettled = z.infer<typeof QuestionsSettled>

export const EstimateWish = QuestionDeed.extend({ last: z.number().int().min(0).max(2000).default(200) })
/** One line of what an estimate answers: how far it is, or its end. */
export const EstimateLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running'), step: z.enum(['train', 'replay']), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
  z.object({
    kind: z.literal('done'),
    change: FileChange,
    /** Of so many questions so many would be answered as they should. */
    questions: z.number(),
    right: z.number(),
    /** The same of those that are no examples. */
    unseen: z.number(),
    unseenRight: z.number(),
    counts: z.record(z.enum(VERDICTS), z.number()),
    /** Worse first; the same are left out. At most 50. */
    changed: z.array(ReplayedView),
  }),
])
export type EstimateLine = z.infer<typeof EstimateLine>

export const Teaching = z.object({
  seq: z.number().int().positive(),
  intent: Id.optional(),
  answer: z.string().trim().min(1).max(2000).optional(),
})

export const LessonWish = z.object({ lesson: LessonDraft })
export const Reopening = z.object({ questions: Questions })

export const QUESTION_ROUTES = {
  'GET /api/v1/questions': { query: ClusterQuery, reply: ClusterPage },
  'GET /api/v1/questions/count': { reply: z.object({ open: z.number(), more: z.boolean() }) },
  'GET /api/v1/questions/clusters/{id}': { query: ClusterQuery, reply: ClusterDetail },
  'POST /api/v1/questions/preview': { body: LessonWish, reply: QuestionsSettled },
  'POST /api/v1/questions/settle': { body: QuestionDeed, reply: QuestionsSettled },
  'POST /api/v1/questions/reopen': { body: Reopening, reply: z.object({ reopened: z.number() }) },
  'POST /api/v1/questions/estimate': { body: EstimateWish, reply: EstimateLine },
  'POST /api/v1/conversations/{id}/teach': { body: Teaching, reply: z.object({ question: QuestionView }) },
} as const

/** Kinds that are none of ours are passed over. */
export function toKinds(kinds: string | undefined): readonly z.infer<typeof KindName>[] | undefined {
  if (kinds === undefined) return undefined
  const named = kinds.split(',')
  return QUESTION_KINDS.filter((kind) => named.includes(kind))
}

/** Where the dot is that parts a message id. */
export function toQuestionKey(id: string): QuestionKey {
  const at = id.lastIndexOf('.')
  return { conversationId: id.slice(0, at), seq: Number(id.slice(at + 1)) }
}

const SAMPLES = 5
const REPLIES = 3

/** `romanise` makes the id of a new intent. */
export function toClusterView(
  cluster: QuestionCluster,
  { intents, shop }: KnowledgeBase,
  romanise: (text: string) => string,
): ClusterView {
  const { questions, nearest } = cluster
  const replies = replyTexts(questions, REPLIES)
  const wishes = questions.flatMap(({ wish }) => (wish ? [{ ...wish }] : []))
  const title = suggestTitle(questions[0]?.text ?? '')
  return {
    id: cluster.id,
    size: questions.length,
    samples: [...differentTexts(questions, SAMPLES)],
    days: [...cluster.days],
    rise: cluster.rise,
    lastAt: Math.max(...questions.map(({ at }) => at)),
    kinds: countKinds(questions),
    replies: replies.map(toReplyView),
    wishes: wishes.slice(0, REPLIES),
    nearest: nearest.map(({ intent, share }) => ({
      intent,
      share,
      title: textIn(intents.get(intent)?.title ?? intent, shop.language, shop.language),
    })),
    lookedAt: cluster.lookedAt,
    answeredNow: cluster.answeredNow,
    proposal: {
      id: romanise(title) || 'question',
      title,
      file: LEARNED_FILE,
      answer: wishes.find(({ answer }) => answer)?.answer ?? replies[0]?.reply.text ?? '',
    },
  }
}

function countKinds(questions: readonly KeptQuestion[]): ClusterView['kinds'] {
  return QUESTION_KINDS.map((kind) => ({ kind, count: questions.filter((one) => one.kind === kind).length })).filter(
    ({ count }) => count > 0,
  )
}

function toReplyView({ conversationId, reply }: Pick<RepliedQuestion, 'conversationId' | 'reply'>): HumanReplyView {
  return { conversationId, seq: reply.seq, text: reply.text, agentName: reply.agentName }
}

export function toQuestionView(question: KeptQuestion): QuestionView {
  const { conversationId, seq, text, kind, at, reply, wish, state, settled } = question
  return {
    id: messageId(question),
    conversationId,
    seq,
    text,
    kind,
    at,
    ...(reply && { reply: toReplyView({ conversationId, reply }) }),
    ...(wish && { wish: { ...wish } }),
    state,
    ...(settled && { settled: { ...settled } }),
  }
}
