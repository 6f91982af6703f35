import { z } from 'zod'
import { PRESENCES, ROLES } from '../domain/agent.ts'
import { STRATEGIES } from '../domain/desk-policy.ts'
import { HANDOFF_REASONS } from '../domain/handoff.ts'
import { SUGGESTION_SOURCES, SURENESSES } from '../domain/suggestion.ts'
import { BodyView, CustomerSummary, OptionView, QuoteView, Seq } from './common.ts'

export const RoleName = z.enum(ROLES)
export const PresenceName = z.enum(PRESENCES)
export const HandoffReasonName = z.enum(HANDOFF_REASONS)

export const CandidateView = z.object({
  intent: z.string(),
  title: z.string(),
  confidence: z.number(),
  evidence: z.array(z.object({ example: z.string(), similarity: z.number() })),
  weighed: z.array(z.object({ text: z.string(), weight: z.number() })),
})
export type CandidateView = z.infer<typeof CandidateView>

/** What a decision rested on besides the candidates, and what is being talked about after it. */
export const TraceView = z.object({
  entities: z.array(z.string()),
  topic: z.object({ product: z.string().optional(), variant: z.string().optional(), order: z.string().optional() }),
  flow: z.object({ id: z.string(), asked: z.string().optional(), slots: z.record(z.string(), z.string()) }).optional(),
})
export type TraceView = z.infer<typeof TraceView>

export const ExplanationView = z.object({
  heardSeq: Seq,
  rule: z.string(),
  candidates: z.array(CandidateView),
  thresholds: z.object({ answer: z.number(), clarify: z.number() }),
  facts: z.record(z.string(), z.string()),
  answer: z.number().optional(),
  /** Where that answer stands. */
  said: z.object({ intent: z.string(), answer: z.number(), product: z.string().optional() }).optional(),
  knowledgeVersion: z.string(),
  trace: TraceView.optional(),
})
export type ExplanationView = z.infer<typeof ExplanationView>

/** A message as the people of the shop see it: with notes, and with why the bot said it. */
export const DeskMessage = z.object({
  id: z.string(),
  conversationId: z.string(),
  seq: Seq,
  author: z.object({
    kind: z.enum(['customer', 'bot', 'agent', 'system']),
    id: z.string().optional(),
    name: z.string().optional(),
  }),
  body: z.union([BodyView, z.object({ kind: z.literal('note'), text: z.string(), whisper: z.boolean().optional() })]),
  at: z.number(),
  quote: QuoteView.optional(),
  clientId: z.string().optional(),
  helpful: z.boolean().optional(),
  explanation: ExplanationView.optional(),
})
export type DeskMessage = z.infer<typeof DeskMessage>

export const HandoffCardView = z.object({
  reason: HandoffReasonName,
  wants: z.string(),
  intents: z.array(CandidateView),
  /** What the bot had answered before, newest first. */
  lastIntents: z.array(OptionView),
  productId: z.string().optional(),
  productName: z.string().optional(),
  orderNumber: z.string().optional(),
  page: z.object({ url: z.string(), title: z.string() }).optional(),
})
export type HandoffCardView = z.infer<typeof HandoffCardView>

/** A row of the conversation list. */
/** When a wait warns, turns red, and breaks what the owner promises; epoch milliseconds. Closing times are left out of account. */
export const ClockView = z.object({
  kind: z.enum(['first', 'next']),
  since: z.number(),
  warnAt: z.number(),
  redAt: z.number(),
  dueAt: z.number().optional(),
})
export type ClockView = z.infer<typeof ClockView>

export const DeskConversation = z.object({
  id: z.string(),
  customer: CustomerSummary,
  status: z.enum(['bot', 'queued', 'assigned', 'resolved']),
  agent: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Another agent is asked to take it, until then (epoch milliseconds). */
  transfer: z.object({ to: z.object({ id: z.string(), name: z.string() }), until: z.number() }).optional(),
  /** While waiting for a person: the bot goes on answering. */
  withBot: z.boolean().optional(),
  locale: z.enum(['zh', 'en']),
  lastSeq: Seq,
  /** Messages of the customer that no agent has read. */
  unread: z.number(),
  /** What has come to a browser of the customer, and what they have seen. */
  customerDeliveredSeq: Seq,
  customerReadSeq: Seq,
  /** The newest words, and who said them. */
  preview: z.string(),
  /** Since when the customer waits for a person's answer; absent when nobody waits. */
  waitingSince: z.number().optional(),
  /** How long people have kept the customer waiting; absent when nobody waits, or while it is laid aside. */
  clock: ClockView.optional(),
  /** When it has to have ended, and when three quarters of that time are over; absent where nothing is promised. */
  resolveBy: z.number().optional(),
  resolveWarnAt: z.number().optional(),
  /** Of the person who served. */
  rating: z.object({ score: z.number(), comment: z.string() }).optional(),
  /** The ids of its labels. */
  labels: z.array(z.string()),
  /** Laid aside by its agent until then, or until the customer writes. */
  snoozedUntil: z.number().optional(),
  /** When it came back, until the agent has written. */
  wokenAt: z.number().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
})
export type DeskConversation = z.infer<typeof DeskConversation>

export const QueueEntryView = z.object({
  conversationId: z.string(),
  position: z.number().int().positive(),
  kind: z.enum(['live', 'message']),
  reason: HandoffReasonName,
  priority: z.number(),
  enqueuedAt: z.number(),
  wants: z.string(),
  /** The bot goes on answering until a person comes. */
  withBot: z.boolean(),
  groupId: z.string().optional(),
  /** Who is asked to take it now, and until when (epoch milliseconds). */
  offer: z.object({ agent: z.object({ id: z.string(), name: z.string() }), until: z.number() }).optional(),
  customer: CustomerSummary,
})
export type QueueEntryView = z.infer<typeof QueueEntryView>

export const SuggestionView = z.object({
  id: z.string(),
  conversationId: z.string(),
  heardSeq: Seq,
  rank: z.number(),
  intent: z.string(),
  title: z.string(),
  text: z.string(),
  confidence: z.number(),
  evidence: z.array(z.object({ example: z.string(), similarity: z.number() })),
  /** What the text comes from: the intent's answers, the product's own, or an intent that begins a task. */
  source: z.enum(SUGGESTION_SOURCES),
  /** The confidence, by the owner's thresholds. */
  sureness: z.enum(SURENESSES),
  offeredAt: z.number(),
  /** When it goes out by itself unless it is stopped. */
  sendsAt: z.number().optional(),
  status: z.enum(['offered', 'adopted', 'edited', 'ignored', 'passed', 'sent', 'expired']),
})
export type SuggestionView = z.infer<typeof SuggestionView>

export const AgentView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: RoleName,
  active: z.boolean(),
  /** `offline` whenever no browser of theirs is connected. */
  presence: PresenceName,
  assigned: z.number(),
  /** How many conversations they hold at once. */
  limit: z.number(),
  /** The same where it is not the shop's usual limit. */
  ownLimit: z.number().optional(),
  /** Skill groups; none is everything. */
  groups: z.array(z.string()),
})
export type AgentView = z.infer<typeof AgentView>

export const ReceptionView = z.object({
  /** What is in force now. */
  mode: z.enum(['auto', 'assist']),
  first: z.enum(['bot', 'agent', 'split']),
  /** What the console has switched; absent: shop.yaml and its schedule decide. */
  switched: z.object({
    mode: z.enum(['auto', 'assist']).optional(),
    first: z.enum(['bot', 'agent', 'split']).optional(),
  }),
  deskOpen: z.boolean(),
  deskHours: z.string(),
  strategy: z.enum(STRATEGIES),
  /** Skill groups, with whether their people are there by their own hours. */
  groups: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }), open: z.boolean() })),
  /** Waiting seconds at which a clock warns, and turns red. */
  warnSeconds: z.number(),
  redSeconds: z.number(),
})
export type ReceptionView = z.infer<typeof ReceptionView>

export const KnowledgeStatus = z.object({
  version: z.string(),
  loadedAt: z.number(),
  intents: z.number(),
  examples: z.number(),
  products: z.number(),
  /** Why the files as they are now could not be taken up; empty when what serves is what lies there. */
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
  tests: z.object({ total: z.number(), failed: z.array(z.string()) }),
})
export type KnowledgeStatus = z.infer<typeof KnowledgeStatus>
