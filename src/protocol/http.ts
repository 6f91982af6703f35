import { z } from 'zod'
import { REPORT_ROUTES } from './assist.ts'
import { AUDIT_ROUTES } from './audit.ts'
import { CaseBoard, CaseBoardQuery, CaseChangeView, CasePage, CasePatch, CaseQuery, CaseView } from './cases.ts'
import { OptionView, ProductCardView } from './common.ts'
import {
  CannedReplyDraft,
  CannedReplyList,
  CannedReplyView,
  DraftView,
  RenderedReply,
  RenderQuery,
} from './composing.ts'
import {
  AgentView,
  DeskConversation,
  DeskMessage,
  HandoffCardView,
  KnowledgeStatus,
  QueueEntryView,
  ReceptionView,
  RoleName,
  SuggestionView,
} from './console.ts'
import { BlockView, CUSTOMER_ROUTES, CustomerNoteView, IdentityView, RECORD_FIELDS } from './customers.ts'
import { DRAFT_INTENT_ROUTES, DRAFT_ROUTES, ProblemView } from './editing.ts'
import {
  FollowUpDraft,
  MomentsView,
  RatingView,
  TodoCounts,
  TodoPage,
  TodoPatch,
  TodoQuery,
  TodoView,
} from './follow-ups.ts'
import { HistoryExportQuery, HistoryPage, HistoryQuery, HistoryReading, HistoryStretch } from './history.ts'
import { KNOWLEDGE_ROUTES } from './knowledge.ts'
import { LabelDraft, LabelPatch, LabelUse, LabelView } from './labels.ts'
import { MessageSearch, MessageSearchQuery } from './messages.ts'
import { PACK_ROUTES } from './packs.ts'
import { QUESTION_ROUTES } from './questions.ts'
import { FIGURE_ROUTES } from './reports.ts'
import { SHOP_DATA_ROUTES } from './shop-data-routes.ts'
import { SHOP_FILE_ROUTES } from './shop-file.ts'
import { STATUS_ROUTES } from './status.ts'
import { TASK_ROUTES } from './tasks.ts'
import { TRY_OUT_ROUTES } from './try-out.ts'
import { WEBHOOK_ROUTES } from './webhooks.ts'
import { WELCOME_ROUTES } from './welcome.ts'

/** The cookie of a signed-in browser; under https it is called `__Host-xiaoer_session`, which no other host can set. */
export const SESSION_COOKIE = 'xiaoer_session'
/** By this cookie a browser is known again at the next sign-in. */
export const DEVICE_COOKIE = 'xiaoer_device'

export function cookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith('https://') ? `__Host-${name}` : name
}

/** The header in which a page proves that it is ours. */
export const CSRF_HEADER = 'x-xiaoer-csrf'

const Login = z.string().trim().min(2).max(80)
/** What makes a password good enough is decided where it is set (`password_weak`). */
const Password = z.string().min(1).max(200)
const Code = z.string().trim().min(6).max(40)
const Name = z.string().trim().min(1).max(40)

/** `code`: six digits of the authenticator, or a recovery code; where `second_factor_needed` asks for it. */
export const SignIn = z.object({ login: Login, password: Password, code: Code.optional() })
/** `csrf` goes into the header `x-xiaoer-csrf` of every request that changes something. */
export const SessionView = z.object({
  agent: AgentView,
  csrf: z.string(),
  /** The shop demands a second step, and there is none: nothing else is done until it is set up. */
  owesSecondStep: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

export const PasswordChange = z.object({ current: Password, next: Password })
/** `since` is absent where nothing is asked for. */
export const SecondFactorView = z.object({ since: z.number().optional(), recoveryCodesLeft: z.number() })
export type SecondFactorView = z.infer<typeof SecondFactorView>
export const SecondFactorProposal = z.object({ password: Password })
/** `uri` is what a QR code for an authenticator holds. */
export const SecondFactorSecret = z.object({ secret: z.string(), uri: z.string() })
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>
export const SecondFactorProof = z.object({ code: Code })
/** Shown once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
export const SecondFactorEnd = z.object({ password: Password, code: Code })

/** Where an agent is signed in; `usedAt` is true to five minutes. */
export const AgentAccess = z.object({
  agentId: z.string(),
  /** Last used first. */
  sessions: z.array(z.object({ startedAt: z.number(), usedAt: z.number() })),
  /** Absent where signing in takes no second step. */
  secondStepSince: z.number().optional(),
})
export type AgentAccess = z.infer<typeof AgentAccess>

export const InviteDraft = z.object({ role: RoleName })
export const InviteLink = z.object({ url: z.string(), expiresAt: z.number() })
export type InviteLink = z.infer<typeof InviteLink>
export const InviteView = z.object({ role: RoleName, shopName: z.string(), expiresAt: z.number() })
export type InviteView = z.infer<typeof InviteView>
export const InviteAccept = z.object({ login: Login, name: Name, password: Password })

export const AgentPatch = z.object({
  role: RoleName.optional(),
  active: z.boolean().optional(),
  groups: z.array(z.string().max(60)).max(50).optional(),
  /** `null` gives the agent the shop's usual limit. */
  limit: z.number().int().min(1).max(200).nullish(),
})
export const ReceptionPatch = z.object({
  /** `null` gives the decision back to shop.yaml. */
  mode: z.enum(['auto', 'assist']).nullish(),
  first: z.enum(['bot', 'agent', 'split']).nullish(),
})
export const CustomerPatch = z.object({
  name: z.string().trim().max(60).optional(),
  phone: RECORD_FIELDS.phone.optional(),
  email: RECORD_FIELDS.email.optional(),
  tags: z.array(z.string().trim().min(1).max(20)).max(20).optional(),
  tier: z.enum(['vip', 'key', 'regular', 'small']).optional(),
})

/** What the desk shows when it opens; events keep it true from then on. */
export const DeskSnapshot = z.object({
  agent: AgentView,
  agents: z.array(AgentView),
  reception: ReceptionView,
  queue: z.array(QueueEntryView),
  /** Every conversation that is not resolved and has a message. */
  conversations: z.array(DeskConversation),
  /** How many cases have not ended. */
  openCases: z.number(),
  labels: z.array(LabelView),
  /** What this agent has typed and not sent. */
  drafts: z.array(DraftView),
  /** This agent's own to-dos that are due. */
  dueTodos: z.array(TodoView),
  /** The server's clock when this was read. */
  at: z.number(),
})
export type DeskSnapshot = z.infer<typeof DeskSnapshot>

export const ConversationQuery = z.object({
  status: z.enum(['bot', 'queued', 'assigned', 'resolved']).optional(),
  /** Epoch milliseconds: rows last touched before this moment. */
  before: z.coerce.number().optional(),
})
export const ConversationPage = z.object({ conversations: z.array(DeskConversation), more: z.boolean() })
export type ConversationPage = z.infer<typeof ConversationPage>

export const CustomerView = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().optional(),
  /** Whether the phone number is masked for whoever reads this. */
  phoneMasked: z.boolean(),
  email: z.string().optional(),
  locale: z.enum(['zh', 'en']),
  tier: z.enum(['vip', 'key', 'regular', 'small']),
  verified: z.boolean(),
  tags: z.array(z.string()),
  createdAt: z.number(),
  lastSeenAt: z.number(),
})
export type CustomerView = z.infer<typeof CustomerView>

export const OrderView = z.object({
  number: z.string(),
  status: z.string(),
  total: z.string(),
  placedAt: z.number(),
  items: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      quantity: z.number(),
      /** Its colour, size and the like, where the knowledge names them. */
      variant: z.string().optional(),
      image: z.string().optional(),
    }),
  ),
  parcels: z.array(
    z.object({
      carrier: z.string(),
      trackingNumber: z.string(),
      status: z.string(),
      lastEvent: z.object({ at: z.number(), text: z.string() }).optional(),
      /** Newest last. */
      events: z.array(z.object({ at: z.number(), text: z.string() })),
      etaAt: z.number().optional(),
    }),
  ),
})
export type OrderView = z.infer<typeof OrderView>

/** Everything about one customer. */
export const CustomerRecord = z.object({
  customer: CustomerView,
  conversations: z.array(DeskConversation),
  orders: z.array(OrderView),
  cases: z.array(CaseView),
  identities: z.array(IdentityView),
  /** Newest first. */
  notes: z.array(CustomerNoteView),
  /** While they may not write. */
  block: BlockView.optional(),
  handoffs: z.array(z.object({ conversationId: z.string(), reason: z.string(), enqueuedAt: z.number() })),
})
export type CustomerRecord = z.infer<typeof CustomerRecord>

/** A conversation opened on the desk. Messages are the newest hundred, oldest first. */
export const ConversationDetail = z.object({
  conversation: DeskConversation,
  handoff: HandoffCardView.optional(),
  messages: z.array(DeskMessage),
  earlier: z.boolean(),
  suggestions: z.array(SuggestionView),
  context: z.object({
    product: z.object({ id: z.string(), name: z.string(), url: z.string(), image: z.string().optional() }).optional(),
    order: z.string().optional(),
    page: z.object({ url: z.string(), title: z.string() }).optional(),
  }),
})
export type ConversationDetail = z.infer<typeof ConversationDetail>

/** A case opened in the console. */
export const CaseDetail = z.object({
  case: CaseView,
  sku: z.string().optional(),
  details: z.array(z.object({ label: z.string(), text: z.string() })),
  /** Pictures that the shopper sent. */
  evidence: z.array(z.string()),
  /** Oldest first. */
  history: z.array(CaseChangeView),
  customer: CustomerView,
  order: OrderView.optional(),
})
export type CaseDetail = z.infer<typeof CaseDetail>

/** Something that shoppers ask of a product and the knowledge does not say. */
export const MissingFactView = z.object({
  productId: z.string(),
  product: z.string(),
  fact: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  count: z.number(),
  /** The newest words that asked for it. */
  asked: z.string(),
  lastAt: z.number(),
})
export type MissingFactView = z.infer<typeof MissingFactView>

/** A file has a name, a size and a type besides its address; a picture has none. */
export const Uploaded = z.object({
  url: z.string(),
  name: z.string().optional(),
  size: z.number().optional(),
  mime: z.string().optional(),
})
export type Uploaded = z.infer<typeof Uploaded>
export const ErrorBody = z.object({
  code: z.string(),
  message: z.string(),
  retryAfter: z.number().optional(),
  /** Of `knowledge_broken`. */
  problems: z.array(ProblemView).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** Method and path → what is sent and what comes back. The console and the documentation read it. */
export const HTTP_ROUTES = {
  'POST /api/v1/session': { body: SignIn, reply: SessionView },
  'GET /api/v1/session': { reply: SessionView },
  'DELETE /api/v1/session': {},
  'PUT /api/v1/session/password': { body: PasswordChange, reply: SessionView },
  'GET /api/v1/session/second-factor': { reply: SecondFactorView },
  'POST /api/v1/session/second-factor': { body: SecondFactorProposal, reply: SecondFactorSecret },
  'PUT /api/v1/session/second-factor': { body: SecondFactorProof, reply: RecoveryCodes },
  'POST /api/v1/session/second-factor/end': { body: SecondFactorEnd },
  'GET /api/v1/agents/access': { reply: z.object({ agents: z.array(AgentAccess) }) },
  'DELETE /api/v1/agents/{id}/sessions': {},
  'DELETE /api/v1/agents/{id}/second-factor': {},
  'POST /api/v1/invites': { body: InviteDraft, reply: InviteLink },
  'GET /api/v1/invites/{token}': { reply: InviteView },
  'POST /api/v1/invites/{token}/accept': { body: InviteAccept, reply: SessionView },
  'GET /api/v1/agents': { reply: z.object({ agents: z.array(AgentView) }) },
  'PATCH /api/v1/agents/{id}': { body: AgentPatch, reply: z.object({ agent: AgentView }) },
  'GET /api/v1/desk': { reply: DeskSnapshot },
  'GET /api/v1/conversations': { query: ConversationQuery, reply: ConversationPage },
  'GET /api/v1/conversations/{id}': { reply: ConversationDetail },
  'GET /api/v1/conversations/{id}/messages?beforeSeq={seq}': {
    reply: z.object({ messages: z.array(DeskMessage), earlier: z.boolean() }),
  },
  'GET /api/v1/conversations/{id}/search': { query: MessageSearchQuery, reply: MessageSearch },
  'GET /api/v1/customers/{id}': { reply: CustomerRecord },
  'PATCH /api/v1/customers/{id}': { body: CustomerPatch, reply: z.object({ customer: CustomerView }) },
  'GET /api/v1/cases': { query: CaseQuery, reply: CasePage },
  'GET /api/v1/cases/board': { query: CaseBoardQuery, reply: CaseBoard },
  'GET /api/v1/cases/{number}': { reply: CaseDetail },
  'PATCH /api/v1/cases/{number}': { body: CasePatch, reply: CaseDetail },
  'GET /api/v1/conversations/{id}/ratings': { reply: z.object({ ratings: z.array(RatingView) }) },
  'GET /api/v1/todos': { query: TodoQuery, reply: TodoPage },
  'GET /api/v1/todos/counts': { reply: TodoCounts },
  'PATCH /api/v1/todos/{id}': { body: TodoPatch, reply: z.object({ todo: TodoView }) },
  'GET /api/v1/follow-ups/moments': { reply: MomentsView },
  'POST /api/v1/follow-ups': { body: FollowUpDraft, reply: z.object({ todo: TodoView }) },
  'GET /api/v1/canned-replies': { reply: CannedReplyList },
  'POST /api/v1/canned-replies': { body: CannedReplyDraft, reply: z.object({ reply: CannedReplyView }) },
  'PUT /api/v1/canned-replies/{id}': { body: CannedReplyDraft, reply: z.object({ reply: CannedReplyView }) },
  'DELETE /api/v1/canned-replies/{id}': {},
  'GET /api/v1/canned-replies/{id}/rendered': { query: RenderQuery, reply: RenderedReply },
  'GET /api/v1/missing-facts': { reply: z.object({ facts: z.array(MissingFactView) }) },
  'GET /api/v1/reception': { reply: ReceptionView },
  'PUT /api/v1/reception': { body: ReceptionPatch, reply: ReceptionView },
  'GET /api/v1/knowledge': { reply: KnowledgeStatus },
  'GET /api/v1/products': { reply: z.object({ products: z.array(ProductCardView) }) },
  'GET /api/v1/embed': { reply: z.object({ snippet: z.string() }) },
  'GET /api/v1/history': { query: HistoryQuery, reply: HistoryPage },
  'GET /api/v1/history/{id}': { query: HistoryStretch, reply: HistoryReading },
  'GET /api/v1/history-export': { query: HistoryExportQuery },
  'GET /api/v1/history-choices': { reply: z.object({ intents: z.array(OptionView) }) },
  'GET /api/v1/labels': { reply: z.object({ labels: z.array(LabelUse) }) },
  'POST /api/v1/labels': { body: LabelDraft, reply: z.object({ label: LabelView }) },
  'PATCH /api/v1/labels/{id}': { body: LabelPatch, reply: z.object({ label: LabelView }) },
  'DELETE /api/v1/labels/{id}': {},
  'POST /api/v1/uploads': { reply: Uploaded },
  ...CUSTOMER_ROUTES,
  ...REPORT_ROUTES,
  ...FIGURE_ROUTES,
  ...KNOWLEDGE_ROUTES,
  ...DRAFT_ROUTES,
  ...DRAFT_INTENT_ROUTES,
  ...TASK_ROUTES,
  ...TRY_OUT_ROUTES,
  ...PACK_ROUTES,
  ...QUESTION_ROUTES,
  ...STATUS_ROUTES,
  ...WEBHOOK_ROUTES,
  ...AUDIT_ROUTES,
  ...WELCOME_ROUTES,
  ...SHOP_FILE_ROUTES,
  ...SHOP_DATA_ROUTES,
} as const satisfies Record<string, { body?: z.ZodType; query?: z.ZodType; reply?: z.ZodType }>
