import type { CaseView } from '../../src/protocol/cases.ts'
import type { CustomerSummary } from '../../src/protocol/common.ts'
import type { DraftView } from '../../src/protocol/composing.ts'
import type {
  AgentView,
  DeskConversation,
  DeskMessage,
  KnowledgeStatus,
  QueueEntryView,
  ReceptionView,
  SuggestionView,
} from '../../src/protocol/console.ts'
import type { TodoView } from '../../src/protocol/follow-ups.ts'
import type { ConversationDetail, DeskSnapshot } from '../../src/protocol/http.ts'
import type { LabelView } from '../../src/protocol/labels.ts'
import type { ViewerView } from '../../src/protocol/messages.ts'
import type { ArchiveFilter, DeskState, Draft, PendingMessage } from './desk-state.ts'

/** What the server says, under the names of the wire. */
export type WireNews =
  | { readonly type: 'session:started'; readonly agent: AgentView; readonly reception: ReceptionView }
  | { readonly type: 'message:created' | 'message:updated'; readonly message: DeskMessage }
  | { readonly type: 'conversation:changed'; readonly conversation: DeskConversation }
  | { readonly type: 'queue:changed'; readonly entries: readonly QueueEntryView[] }
  | {
      readonly type: 'suggestion:offered'
      readonly conversationId: string
      readonly suggestions: readonly SuggestionView[]
    }
  | { readonly type: 'suggestion:changed'; readonly suggestion: SuggestionView }
  | {
      readonly type: 'typing:changed'
      readonly conversationId: string
      readonly typing: boolean
      readonly text?: string | undefined
      readonly at: number
    }
  | { readonly type: 'viewers:changed'; readonly conversationId: string; readonly viewers: readonly ViewerView[] }
  | { readonly type: 'presence:changed'; readonly agents: readonly AgentView[] }
  | { readonly type: 'reception:changed'; readonly reception: ReceptionView }
  | { readonly type: 'knowledge:changed'; readonly knowledge: KnowledgeStatus }
  | { readonly type: 'todo:changed'; readonly todo: TodoView; readonly due: boolean }
  | {
      readonly type: 'promise:broken'
      readonly conversationId: string
      readonly kind: 'first' | 'next' | 'resolution'
      readonly dueAt: number
    }
  | { readonly type: 'case:changed'; readonly case: CaseView; readonly openCases: number }
  | { readonly type: 'labels:changed'; readonly labels: readonly LabelView[] }
  | { readonly type: 'record:changed'; readonly customer: CustomerSummary }

/** What the console itself does or fetches. `asked`: the moment of the question that this answers. */
export type LocalNews =
  | { readonly type: 'question:asked' | 'question:ended' }
  | { readonly type: 'snapshot:loaded'; readonly snapshot: DeskSnapshot; readonly asked?: number }
  | { readonly type: 'snapshot:failed' }
  | { readonly type: 'connection:changed'; readonly connection: DeskState['connection'] }
  | { readonly type: 'thread:opened' | 'thread:failed'; readonly conversationId: string }
  | { readonly type: 'thread:loaded'; readonly detail: ConversationDetail; readonly asked?: number }
  | {
      readonly type: 'thread:added'
      readonly conversationId: string
      readonly messages: readonly DeskMessage[]
      readonly asked?: number
    }
  | {
      readonly type: 'thread:earlier' | 'past:opened'
      readonly conversationId: string
      readonly messages: readonly DeskMessage[]
      readonly earlier: boolean
    }
  | { readonly type: 'past:added'; readonly conversationId: string; readonly messages: readonly DeskMessage[] }
  | { readonly type: 'past:closed'; readonly conversationId: string }
  | { readonly type: 'outbox:queued'; readonly pending: PendingMessage }
  | { readonly type: 'outbox:sent'; readonly clientId: string; readonly message?: DeskMessage }
  | ({ readonly type: 'outbox:failed'; readonly clientId: string } & NonNullable<PendingMessage['failed']>)
  | { readonly type: 'outbox:retried' | 'outbox:dropped'; readonly clientId: string }
  | { readonly type: 'draft:changed'; readonly conversationId: string; readonly draft: Draft }
  | { readonly type: 'message:took-back'; readonly id: string; readonly text: string }
  /** Typed, sent or given up in another browser of mine. */
  | { readonly type: 'draft:received'; readonly draft: DraftView }
  | { readonly type: 'archive:asked'; readonly filter: ArchiveFilter }
  | { readonly type: 'archive:failed'; readonly filter: ArchiveFilter }
  | {
      readonly type: 'archive:loaded'
      readonly filter: ArchiveFilter
      readonly conversations: readonly DeskConversation[]
      readonly more: boolean
      readonly asked?: number
    }
  | { readonly type: 'todos:counted'; readonly due: number }
  | { readonly type: 'customer:changed'; readonly id: string; readonly name: string; readonly tier: string }

export type DeskEvent = WireNews | LocalNews
