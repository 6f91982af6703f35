import { z } from 'zod'
import { PROMISE_KINDS } from '../domain/queue/service-clock.ts'
import { CaseView } from './cases.ts'
import { ClientId, CustomerSummary, Id, Sendable, Seq, Text, type WireEvent } from './common.ts'
import { DraftView, WordHitView } from './composing.ts'
import {
  AgentView,
  DeskConversation,
  DeskMessage,
  KnowledgeStatus,
  PresenceName,
  QueueEntryView,
  ReceptionView,
  SuggestionView,
} from './console.ts'
import { TodoView, WhenInput } from './follow-ups.ts'
import { LabelView } from './labels.ts'
import { ViewerView } from './messages.ts'

const Note = z.string().trim().max(500).default('')
const conversation = z.object({ conversationId: Id })
const nothing = z.object({})
const sent = z.object({ seq: Seq, id: z.string(), at: z.number() })

/** Namespace `/console`, from the server. */
export const CONSOLE_SERVER_EVENTS = {
  'session:started': { payload: z.object({ agent: AgentView, reception: ReceptionView }) },
  'message:created': { payload: z.object({ message: DeskMessage }) },
  'message:updated': { payload: z.object({ message: DeskMessage }) },
  'conversation:changed': { payload: z.object({ conversation: DeskConversation }) },
  'queue:changed': { payload: z.object({ entries: z.array(QueueEntryView) }) },
  'suggestion:offered': { payload: z.object({ conversationId: z.string(), suggestions: z.array(SuggestionView) }) },
  'suggestion:changed': { payload: z.object({ suggestion: SuggestionView }) },
  'typing:changed': {
    payload: z.object({ conversationId: z.string(), typing: z.boolean(), text: z.string().optional() }),
  },
  'viewers:changed': { payload: z.object({ conversationId: z.string(), viewers: z.array(ViewerView) }) },
  'draft:changed': { payload: DraftView },
  'presence:changed': { payload: z.object({ agents: z.array(AgentView) }) },
  'reception:changed': { payload: z.object({ reception: ReceptionView }) },
  'knowledge:changed': { payload: z.object({ knowledge: KnowledgeStatus }) },
  /** `openCases`: how many have not ended now. */
  'case:changed': { payload: z.object({ case: CaseView, openCases: z.number() }) },
  'labels:changed': { payload: z.object({ labels: z.array(LabelView) }) },
  /** Something in this customer's record was written; who they are by now. */
  'record:changed': { payload: z.object({ customer: CustomerSummary }) },
  /** Only to those whose work it is or was, and to supervisors. `due`: its time has come just now. */
  'todo:changed': { payload: z.object({ todo: TodoView, due: z.boolean() }) },
  /** To whoever holds it, and to supervisors; once per wait. */
  'promise:broken': {
    payload: z.object({ conversationId: z.string(), kind: z.enum(PROMISE_KINDS), dueAt: z.number() }),
  },
  'answer:notified': { payload: z.object({ conversationId: z.string(), seq: Seq, title: z.string() }) },
} as const satisfies Record<string, WireEvent>

/** Namespace `/console`, from the client; each is acknowledged. */
export const CONSOLE_CLIENT_EVENTS = {
  'conversation:claim': { payload: conversation, ack: nothing },
  'conversation:resolve': { payload: conversation, ack: nothing },
  'conversation:transfer': { payload: z.object({ conversationId: Id, agentId: Id, note: Note }), ack: nothing },
  'conversation:transfer-to-group': {
    payload: z.object({ conversationId: Id, groupId: Id, note: Note }),
    ack: nothing,
  },
  'conversation:take-over': { payload: conversation, ack: nothing },
  'offer:decline': { payload: conversation, ack: nothing },
  'transfer:answer': { payload: z.object({ conversationId: Id, accept: z.boolean() }), ack: nothing },
  'transfer:cancel': { payload: conversation, ack: nothing },
  'conversation:return-to-bot': { payload: conversation, ack: nothing },
  'conversation:return-to-queue': { payload: conversation, ack: nothing },
  'conversation:label': { payload: z.object({ conversationId: Id, labelId: Id, on: z.boolean() }), ack: nothing },
  'conversation:follow-up': {
    payload: z.object({ conversationId: Id, wants: z.string().trim().max(500).default('') }),
    ack: z.object({ conversationId: z.string() }),
  },
  'conversation:snooze': {
    payload: z.object({ conversationId: Id, when: WhenInput }),
    ack: z.object({ until: z.number() }),
  },
  'conversation:unsnooze': { payload: conversation, ack: nothing },
  'message:send': { payload: z.intersection(conversation, Sendable), ack: sent },
  'message:list': {
    payload: z.object({ conversationId: Id, afterSeq: Seq }),
    ack: z.object({ messages: z.array(DeskMessage), lastSeq: Seq, more: z.boolean() }),
  },
  'message:recall': { payload: z.object({ conversationId: Id, seq: Seq }), ack: nothing },
  'message:read': { payload: z.object({ conversationId: Id, seq: Seq }), ack: nothing },
  'note:add': {
    payload: z.object({ conversationId: Id, clientId: ClientId, text: Text, whisper: z.boolean().default(false) }),
    ack: sent,
  },
  'suggestion:adopt': { payload: z.object({ suggestionId: Id }), ack: sent },
  'suggestion:edit': { payload: z.object({ suggestionId: Id, text: Text }), ack: sent },
  'suggestion:ignore': {
    payload: z.object({ suggestionId: Id, reason: z.string().trim().max(200).default('') }),
    ack: nothing,
  },
  'suggestion:shown': {
    payload: z.object({ conversationId: Id, suggestionIds: z.array(Id).min(1).max(3) }),
    ack: nothing,
  },
  'typing:set': { payload: z.object({ conversationId: Id, typing: z.boolean() }), ack: nothing },
  'conversation:view': {
    payload: z.object({ conversationId: Id.nullable(), typing: z.boolean().default(false) }),
    ack: z.object({ viewers: z.array(ViewerView) }),
  },
  /** Kept for this agent's other browsers; an empty text ends it. */
  'draft:set': {
    payload: z.object({ conversationId: Id, text: z.string().max(8000), note: z.boolean() }),
    ack: nothing,
  },
  'words:check': { payload: z.object({ text: z.string().max(8000) }), ack: z.object({ hits: z.array(WordHitView) }) },
  'presence:set': { payload: z.object({ presence: PresenceName }), ack: nothing },
} as const satisfies Record<string, WireEvent>
