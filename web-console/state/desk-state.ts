import type { CaseView } from '../../src/protocol/cases.ts'
import type { Refused } from '../../src/protocol/common.ts'
import type {
  AgentView,
  DeskConversation,
  DeskMessage,
  HandoffCardView,
  KnowledgeStatus,
  QueueEntryView,
  ReceptionView,
  SuggestionView,
} from '../../src/protocol/console.ts'
import type { ConversationDetail } from '../../src/protocol/http.ts'

export type Load = 'loading' | 'ready' | 'error'
export type Tab = 'mine' | 'queue' | 'bot' | 'archive'
export type ArchiveFilter = 'all' | 'resolved' | 'others'

/** A message of mine that the server has not acknowledged yet. */
export interface PendingMessage {
  readonly clientId: string
  readonly conversationId: string
  readonly kind: 'text' | 'note' | 'image' | 'file' | 'product' | 'order'
  /** The words, the address of the picture or file, or the id of the product or order. */
  readonly content: string
  /** What is known of a file. */
  readonly file?: { readonly name: string; readonly size: number; readonly mime: string }
  readonly at: number
  readonly failed?: Pick<Refused, 'code' | 'message' | 'words'>
}

/** What has been loaded of one conversation's messages: by `seq`, ascending, each once. */
export interface Thread {
  readonly load: Load
  readonly messages: readonly DeskMessage[]
  readonly earlier: boolean
  readonly handoff?: HandoffCardView
  readonly context: ConversationDetail['context']
}

/** What the agent has typed and not sent. */
export interface Draft {
  readonly text: string
  readonly note: boolean
  /** The suggestion that the text came from. */
  readonly editing?: { readonly id: string; readonly title: string }
}

export interface Archive {
  readonly filter: ArchiveFilter
  readonly load: Load
  /** When the last row of the last page was touched: the next page is what lies before. */
  readonly oldest?: number
  readonly more: boolean
}

export interface DeskState {
  readonly load: Load
  readonly connection: 'connecting' | 'online' | 'offline'
  readonly me: AgentView
  readonly agents: Readonly<Record<string, AgentView>>
  readonly reception?: ReceptionView
  readonly queue: readonly QueueEntryView[]
  readonly conversations: Readonly<Record<string, DeskConversation>>
  readonly threads: Readonly<Record<string, Thread>>
  readonly suggestions: Readonly<Record<string, readonly SuggestionView[]>>
  /** When the customer was last heard to be typing. */
  readonly typing: Readonly<Record<string, number>>
  readonly outbox: readonly PendingMessage[]
  readonly drafts: Readonly<Record<string, Draft>>
  readonly archive: Archive
  readonly knowledge?: KnowledgeStatus
  /** How many cases have not ended. */
  readonly openCases: number
  /** The cases that have changed since the desk was opened, by number. */
  readonly cases: Readonly<Record<string, CaseView>>
}

export const EMPTY_DRAFT: Draft = { text: '', note: false }
export const EMPTY_THREAD: Thread = { load: 'loading', messages: [], earlier: false, context: {} }

export function initialState(me: AgentView): DeskState {
  return {
    load: 'loading',
    connection: 'connecting',
    me,
    agents: { [me.id]: me },
    queue: [],
    conversations: {},
    threads: {},
    suggestions: {},
    typing: {},
    outbox: [],
    drafts: {},
    openCases: 0,
    cases: {},
    archive: { filter: 'resolved', load: 'loading', more: false },
  }
}
