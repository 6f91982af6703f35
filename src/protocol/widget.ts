import { z } from 'zod'
import { BodyView, Id, LocaleName, MAX_TEXT, OptionView, QuoteView, Sendable, Seq, type WireEvent } from './common.ts'
import { RatingSubmit, RatingTargetName } from './follow-ups.ts'

/** A message as the shopper may see it: never a note, never an explanation. */
export const WidgetMessage = z.object({
  id: z.string(),
  conversationId: z.string(),
  seq: Seq,
  author: z.object({ kind: z.enum(['customer', 'bot', 'agent', 'system']), name: z.string().optional() }),
  body: BodyView,
  at: z.number(),
  quote: QuoteView.optional(),
  /** The id that the sender gave it; only on the shopper's own messages. */
  clientId: z.string().optional(),
  helpful: z.boolean().optional(),
})
export type WidgetMessage = z.infer<typeof WidgetMessage>

export const WidgetConversation = z.object({
  id: z.string(),
  status: z.enum(['bot', 'queued', 'assigned', 'resolved']),
  agent: z.object({ name: z.string() }).optional(),
  lastSeq: Seq,
  readSeq: Seq,
  /** Up to where the shop's side has read. */
  agentReadSeq: Seq,
  rating: z.number().optional(),
  /** Whom a rating is asked of now: the person who served, or 小二. */
  asks: RatingTargetName.optional(),
  previousId: z.string().optional(),
})
export type WidgetConversation = z.infer<typeof WidgetConversation>

export const ShopView = z.object({
  name: z.string(),
  greeting: z.string(),
  accent: z.string(),
  quickReplies: z.array(OptionView),
  deskOpen: z.boolean(),
  deskHours: z.string(),
  /** Whether people see what is being typed. */
  typingPreview: z.boolean(),
})
export type ShopView = z.infer<typeof ShopView>

/** What the widget gives in Socket.IO's handshake `auth`. */
export const WidgetHandshake = z.object({
  visitorToken: z.string().max(2000).optional(),
  identity: z.string().max(4000).optional(),
  locale: z.string().max(35).optional(),
})

export const SessionStarted = z.object({
  visitorToken: z.string(),
  customer: z.object({ id: z.string(), name: z.string().optional(), verified: z.boolean() }),
  conversation: WidgetConversation,
  lastSeq: Seq,
  shop: ShopView,
})
export type SessionStarted = z.infer<typeof SessionStarted>

export const QueueChanged = z.object({
  conversationId: z.string(),
  /** 1 is next. */
  position: z.number().int().positive(),
  /** Between how many seconds it takes; absent where too little is known to be honest. */
  wait: z.object({ from: z.number(), until: z.number() }).optional(),
  /** `message`: the shopper has left word and need not wait; it is answered in turn. */
  kind: z.enum(['live', 'message']),
  /** The bot goes on answering meanwhile. */
  withBot: z.boolean(),
})
export type QueueChanged = z.infer<typeof QueueChanged>

const nothing = z.object({})

/** Namespace `/widget`, from the server. */
export const WIDGET_SERVER_EVENTS = {
  'session:started': { payload: SessionStarted },
  'message:created': { payload: z.object({ message: WidgetMessage }) },
  'message:updated': { payload: z.object({ message: WidgetMessage }) },
  'typing:changed': { payload: z.object({ who: z.enum(['bot', 'agent']), typing: z.boolean() }) },
  'queue:changed': { payload: QueueChanged },
  'conversation:changed': { payload: z.object({ conversation: WidgetConversation }) },
} as const satisfies Record<string, WireEvent>

/** Namespace `/widget`, from the client; each is acknowledged. */
export const WIDGET_CLIENT_EVENTS = {
  'message:send': {
    payload: Sendable,
    ack: z.object({ seq: Seq, id: z.string(), at: z.number(), conversationId: z.string() }),
  },
  'message:list': {
    payload: z.object({ afterSeq: Seq, conversationId: Id.optional() }),
    ack: z.object({ messages: z.array(WidgetMessage), lastSeq: Seq, more: z.boolean() }),
  },
  'message:received': { payload: z.object({ seq: Seq }), ack: nothing },
  'message:read': { payload: z.object({ seq: Seq }), ack: nothing },
  'message:recall': { payload: z.object({ id: Id }), ack: nothing },
  'typing:set': { payload: z.object({ typing: z.boolean(), text: z.string().max(MAX_TEXT).optional() }), ack: nothing },
  'handoff:request': { payload: nothing, ack: nothing },
  'handoff:cancel': { payload: nothing, ack: nothing },
  'queue:choose': { payload: z.object({ way: z.enum(['wait', 'message', 'bot']) }), ack: nothing },
  'rating:submit': { payload: RatingSubmit, ack: nothing },
  'answer:rate': { payload: z.object({ id: Id, helpful: z.boolean() }), ack: nothing },
  'context:set': {
    payload: z.object({
      page: z.object({ url: z.string().max(2000), title: z.string().max(300) }).optional(),
      product: Id.optional(),
      order: Id.optional(),
      basket: z
        .array(z.object({ product: Id, quantity: z.number().int().positive().max(999) }))
        .max(100)
        .optional(),
    }),
    ack: nothing,
  },
  'identity:set': { payload: z.object({ identity: z.string().min(1).max(4000) }), ack: nothing },
  'locale:set': { payload: z.object({ locale: LocaleName }), ack: nothing },
} as const satisfies Record<string, WireEvent>
