import type { Kysely } from 'kysely'
import type { InviteRow, RecoveryCodeRow, SecondFactorRow, SessionRow, SignInAttemptRow } from './schema/rows-access.ts'
import type {
  AssistTurnRow,
  CannedReplyRow,
  CaseRow,
  DraftRow,
  QueueEntryRow,
  QueuePassRow,
  SuggestionRow,
  TodoRow,
} from './schema/rows-desk.ts'
import type { FactMarkRow, FactRow, FactStateRow } from './schema/rows-figures.ts'
import type {
  DraftCheckRow,
  KnowledgeDraftRow,
  KnowledgeTextRow,
  KnowledgeVersionRow,
  KnowledgeWriteRow,
  PackRow,
  PublicationRow,
} from './schema/rows-knowledge.ts'
import type { AgentRow, BlockRow, CustomerNoteRow, CustomerRow, IdentityRow } from './schema/rows-people.ts'
import type { QuestionRow } from './schema/rows-questions.ts'
import type {
  AuditRow,
  CouponRow,
  JobRow,
  MissingFactRow,
  NodeRow,
  OrderRow,
  ParcelRow,
  ProductRow,
  ProofFailureRow,
  SettingRow,
} from './schema/rows-shop.ts'
import type {
  ConversationLabelRow,
  ConversationRow,
  LabelRow,
  MessageRow,
  RatingRow,
  SearchConversationRow,
  SearchFacetRow,
  SearchWordsRow,
} from './schema/rows-talk.ts'
import type { ApiKeyRow, DeliveryRow, PageSightingRow, WebhookRow } from './schema/rows-webhooks.ts'

export interface Schema {
  customers: CustomerRow
  identities: IdentityRow
  blocks: BlockRow
  customer_notes: CustomerNoteRow
  conversations: ConversationRow
  messages: MessageRow
  queue_entries: QueueEntryRow
  queue_passes: QueuePassRow
  suggestions: SuggestionRow
  assist_turns: AssistTurnRow
  agents: AgentRow
  sessions: SessionRow
  invites: InviteRow
  second_factors: SecondFactorRow
  recovery_codes: RecoveryCodeRow
  sign_in_attempts: SignInAttemptRow
  orders: OrderRow
  parcels: ParcelRow
  products: ProductRow
  coupons: CouponRow
  cases: CaseRow
  proof_failures: ProofFailureRow
  missing_facts: MissingFactRow
  ratings: RatingRow
  todos: TodoRow
  canned_replies: CannedReplyRow
  drafts: DraftRow
  audit: AuditRow
  jobs: JobRow
  settings: SettingRow
  nodes: NodeRow
  knowledge_versions: KnowledgeVersionRow
  knowledge_texts: KnowledgeTextRow
  knowledge_draft: KnowledgeDraftRow
  knowledge_writes: KnowledgeWriteRow
  draft_checks: DraftCheckRow
  publications: PublicationRow
  packs: PackRow
  labels: LabelRow
  conversation_labels: ConversationLabelRow
  search_conversations: SearchConversationRow
  search_words: SearchWordsRow
  search_facets: SearchFacetRow
  fact_sessions: FactRow
  fact_turns: FactRow
  fact_responses: FactRow
  fact_holds: FactRow
  fact_proposals: FactRow
  fact_complaints: FactRow
  fact_sales: FactRow
  fact_marks: FactMarkRow
  fact_state: FactStateRow
  questions: QuestionRow
  webhooks: WebhookRow
  webhook_deliveries: DeliveryRow
  api_keys: ApiKeyRow
  page_sightings: PageSightingRow
}

/** A connection, or a transaction on one. */
export type Db = Kysely<Schema>
